package topfive.ingest.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import topfive.ingest.text.Tidy;

/** Cues in order to speech: markup, sounds and labels out, speakers known. */
final class Captions {
    private static final Pattern STRAY = Pattern.compile("<(?![A-Za-z/\\d][^<>]{0,400}>)");
    private static final Pattern STYLE = Pattern.compile("\\{\\\\[^{}]{0,40}}");
    private static final Pattern DASH = Pattern.compile("^\\s*[-–—]\\s+");
    private static final Pattern CHANGE = Pattern.compile("(?:^|\\s)>{2,3}\\s*");
    private static final Pattern LABELLED = Pattern.compile("\\p{Lu}[\\p{L} .'’-]{1,30}: .*");

    private final List<Piece> pieces = new ArrayList<>();

    private Captions() {}

    static List<Piece> pieces(List<Cue> cues, List<String> persons) {
        var captions = new Captions();
        cues.forEach(captions::add);
        var labels = Labels.in(captions.pieces.stream().map(Piece::text).toList(), persons);
        return captions.pieces.stream()
                .map(piece -> labels.of(piece.text())
                        .map(label -> piece.saidBy(label.speaker(), Tidy.line(label.text())))
                        .orElse(piece))
                .toList();
    }

    /** Voices, and moments within the cue. Neighbours of one voice are one text unless a moment stands between two words. */
    private void add(Cue cue) {
        var text = STYLE.matcher(STRAY.matcher(cue.text()).replaceAll("&lt;")).replaceAll("");
        var speaker = speakerOf(cue);
        var start = cue.startMs();
        var together = new StringBuilder();
        for (var said : CueText.of(text)) {
            var voice = said.voice().map(Names::of).or(() -> speakerOf(cue));
            boolean later = said.startMs() != null
                    && !said.startMs().equals(start)
                    && (isSpace(together, together.length() - 1) || isSpace(said.text(), 0));
            if (!voice.equals(speaker) || later) {
                lines(cue, speaker, start, together.toString());
                together.setLength(0);
                start = later ? said.startMs() : start;
            }
            speaker = voice;
            together.append(said.text());
        }
        lines(cue, speaker, start, together.toString());
    }

    private static Optional<String> speakerOf(Cue cue) {
        return Optional.of(Names.of(cue.speaker())).filter(name -> !name.isEmpty());
    }

    private static boolean isSpace(CharSequence text, int at) {
        return at >= 0 && at < text.length() && Character.isWhitespace(text.charAt(at));
    }

    /** One cue may hold two speakers: lines with dashes, ">>", or labels. */
    private void lines(Cue cue, Optional<String> speaker, Long start, String text) {
        var lines =
                Arrays.stream(text.split("\n")).filter(line -> !line.isBlank()).toList();
        boolean several = lines.size() > 1;
        boolean dialogue =
                several && lines.stream().allMatch(line -> DASH.matcher(line).find());
        boolean labelled = several
                && lines.stream()
                        .skip(1)
                        .anyMatch(line -> LABELLED.matcher(line).matches());
        if (dialogue || labelled) {
            lines.forEach(line -> changes(cue, dialogue ? Optional.of("") : speaker, start, line));
        } else {
            changes(cue, speaker, start, text);
        }
    }

    private void changes(Cue cue, Optional<String> speaker, Long start, String text) {
        var change = CHANGE.matcher(text);
        int from = 0;
        var who = speaker;
        while (change.find()) {
            piece(cue, who, start, text.substring(from, change.start()));
            who = Optional.of("");
            from = change.end();
        }
        piece(cue, who, start, text.substring(from));
    }

    private void piece(Cue cue, Optional<String> speaker, Long start, String text) {
        var line = Tidy.line(DASH.matcher(Sounds.removed(text)).replaceFirst(""));
        boolean backwards = cue.endMs() != null && start != null && cue.endMs() < start;
        if (!line.isEmpty()) {
            pieces.add(new Piece(speaker, start, backwards ? null : cue.endMs(), line, false));
        }
    }
}
