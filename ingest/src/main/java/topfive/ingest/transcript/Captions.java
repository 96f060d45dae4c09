package topfive.ingest.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import topfive.ingest.text.Tidy;

/** Cues to speech: markup, sound notes, rolling repeats and labels out, speakers known. */
final class Captions {
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^ >]*)?\\s+([^>]+)>");
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,200}>|\\{\\\\[^}]*}");
    private static final Pattern SOUND = Pattern.compile(
            "[\\[(][^\\])]{0,40}(?:music|laugh|applau|inaudible|crosstalk|silence|chuckl|sigh|cough|noise|sound|cheer)[^\\])]{0,40}[\\])]|[♪♫]+[^♪♫]*[♪♫]*|\\[[A-Z ,']{3,40}]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DASH = Pattern.compile("^\\s*[-–—]\\s+");
    private static final Pattern CHANGE = Pattern.compile("^\\s*(?:>>|&gt;&gt;)+\\s*");

    private Captions() {}

    static List<Piece> pieces(List<Cue> cues, List<String> persons) {
        var raw = new ArrayList<Piece>();
        for (var cue : unrolled(cues)) {
            voices(cue, raw);
        }
        var labels = Labels.in(raw.stream().map(Piece::text).toList(), persons);
        var pieces = new ArrayList<Piece>();
        for (var piece : raw) {
            var labelled = labels.of(piece.text());
            var text =
                    Tidy.line(SOUND.matcher(labelled.map(Labels.Labelled::text).orElse(piece.text()))
                            .replaceAll(" "));
            var speaker = labelled.map(Labels.Labelled::speaker).or(piece::speaker);
            if (!text.isEmpty() || speaker.isPresent()) {
                pieces.add(new Piece(speaker, piece.startMs(), piece.endMs(), text, false));
            }
        }
        return pieces;
    }

    /** One cue may hold two speakers: {@code <v Name>} twice, or two lines with dashes, or ">>". */
    private static void voices(Cue cue, List<Piece> into) {
        var text = cue.text();
        var voice = VOICE.matcher(text);
        int from = 0;
        Optional<String> speaker = cue.speaker().isEmpty() ? Optional.empty() : Optional.of(Tidy.line(cue.speaker()));
        while (voice.find()) {
            lines(cue, speaker, text.substring(from, voice.start()), into);
            speaker = Optional.of(Tidy.line(Parser.unescapeEntities(voice.group(1), false)));
            from = voice.end();
        }
        lines(cue, speaker, text.substring(from), into);
    }

    private static void lines(Cue cue, Optional<String> speaker, String text, List<Piece> into) {
        var lines =
                Arrays.stream(text.split("\n")).filter(line -> !line.isBlank()).toList();
        boolean dialogue = lines.size() > 1
                && lines.stream().allMatch(line -> DASH.matcher(line).find());
        boolean labelled = lines.size() > 1
                && lines.stream().skip(1).anyMatch(line -> line.matches("\\p{Lu}[\\p{L} .'’-]{1,30}: .*"));
        if (dialogue
                || labelled
                || lines.stream().anyMatch(line -> CHANGE.matcher(line).find())) {
            for (var line : lines) {
                boolean other = dialogue || CHANGE.matcher(line).find();
                add(
                        cue,
                        other ? Optional.of("") : speaker,
                        DASH.matcher(CHANGE.matcher(line).replaceFirst("")).replaceFirst(""),
                        into);
            }
            return;
        }
        add(cue, speaker, text, into);
    }

    private static void add(Cue cue, Optional<String> speaker, String text, List<Piece> into) {
        var line = Tidy.line(Parser.unescapeEntities(TAG.matcher(text).replaceAll(""), false));
        if (!line.isEmpty()) {
            into.add(new Piece(speaker, cue.startMs(), cue.endMs(), line, false));
        }
    }

    /** Live captions repeat the line before, or grow word by word: only what is new in each cue is said. */
    private static List<Cue> unrolled(List<Cue> cues) {
        var fresh = new ArrayList<Cue>();
        List<String> before = List.of();
        for (var cue : cues) {
            var lines = new ArrayList<>(Arrays.stream(cue.text().split("\n"))
                    .map(line -> Tidy.line(TAG.matcher(line).replaceAll("")))
                    .toList());
            var raw = new ArrayList<>(Arrays.asList(cue.text().split("\n")));
            int repeated = repeated(before, lines);
            var rest = String.join("\n", raw.subList(Math.min(repeated, raw.size()), raw.size()));
            var last = before.isEmpty() ? "" : before.get(before.size() - 1);
            if (repeated == 0
                    && lines.size() == 1
                    && last.contains(" ")
                    && lines.get(0).startsWith(last + " ")) {
                rest = lines.get(0).substring(last.length()).strip();
            }
            if (!rest.isBlank()) {
                fresh.add(new Cue(cue.id(), cue.startMs(), cue.endMs(), cue.speaker(), rest));
            }
            before = lines.stream().filter(line -> !line.isEmpty()).toList();
        }
        return fresh;
    }

    /** How many lines at the start of this cue stood at the end of the one before. A short word may be said twice. */
    private static int repeated(List<String> before, List<String> now) {
        for (int count = Math.min(before.size(), now.size()); count > 0; count--) {
            var head = now.subList(0, count);
            if (head.equals(before.subList(before.size() - count, before.size()))
                    && String.join(" ", head).length() > 12) {
                return count;
            }
        }
        return 0;
    }
}
