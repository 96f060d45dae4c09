package topfive.ingest.transcript;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import topfive.contract.Episode.Turn;
import topfive.ingest.article.ArticlePage;
import topfive.ingest.text.LooseJson;
import topfive.ingest.text.Tidy;
import topfive.ingest.text.Unreadable;

/** Transcripts in five formats. The content is believed, not the name. */
public final class Transcript {
    private static final Pattern ARROW = Pattern.compile("\\d{1,2}:\\d{2}[.,]\\d{1,3}\\s*-->\\s*\\d");
    private static final Pattern MARKUP =
            Pattern.compile("<(?:html|body|p|div|cite|br|time|span|ul|article)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_TIME =
            Pattern.compile("^\\s*[\\[(]?((?:\\d{1,2}:)?\\d{1,2}:\\d{2})(?:\\.\\d+)?[\\])]?\\s*[-–:]?\\s*");
    private static final Pattern INLINE_TIME =
            Pattern.compile("\\\\?\\[(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:\\.\\d+)?\\\\?\\]");
    private static final Pattern MARKDOWN_LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)\\s]*\\)");

    private Transcript() {}

    /** What the content is. */
    public enum Format {
        JSON("a Podcasting 2.0 JSON transcript"),
        VTT("WebVTT"),
        SRT("SRT"),
        HTML("HTML"),
        TEXT("plain text");

        private final String words;

        Format(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public static Format sniff(String text) {
        var start = text.stripLeading();
        if (start.startsWith("WEBVTT")) {
            return Format.VTT;
        }
        if (start.startsWith("{") && (start.contains("\"segments\"") || start.contains("\"body\""))) {
            return Format.JSON;
        }
        var head = start.substring(0, Math.min(4000, start.length()));
        if (ARROW.matcher(head).find()) {
            return Format.SRT;
        }
        return MARKUP.matcher(head).find() ? Format.HTML : Format.TEXT;
    }

    /** Whether a plain text is a conversation: at least two labels that recur, or one in every other paragraph. */
    public static boolean isConversation(String text) {
        var lines = Arrays.stream(text.split("\\R"))
                .map(Tidy::line)
                .filter(line -> !line.isEmpty())
                .toList();
        var labels = Labels.in(lines, List.of());
        long labelled =
                lines.stream().filter(line -> labels.of(line).isPresent()).count();
        return labelled >= 4 && labelled * 5 >= lines.size() && labels.speakers() >= 1;
    }

    /**
     * @param persons names that the feed gives, may be empty
     * @throws Unreadable where nothing is said in it
     */
    public static List<Turn> turns(String text, List<String> persons) throws Unreadable {
        var format = sniff(text);
        var start = text.stripLeading();
        var pieces = switch (format) {
            case VTT -> Captions.pieces(vtt(start), persons);
            case SRT -> Captions.pieces(TimedText.srt(text), persons);
            case JSON -> Captions.pieces(json(text), persons);
            case HTML -> html(text, persons);
            case TEXT -> lines(Arrays.asList(text.split("\\R")), persons);
        };
        var turns = Turns.join(pieces);
        if (turns.stream().allMatch(turn -> turn.text().isBlank())) {
            throw new Unreadable("no-text", "the transcript (" + format.words() + ") has no words in it");
        }
        return Adverts.marked(turns);
    }

    /** What is no proper WebVTT may still be read the forgiving way. */
    private static List<Cue> vtt(String text) {
        var strict = TimedText.vtt(text);
        var loose = TimedText.srt(text);
        return loose.size() > strict.size() * 1.2 ? loose : strict;
    }

    private static List<Cue> json(String text) throws Unreadable {
        try {
            var cues = new ArrayList<Cue>();
            for (var segment : LooseJson.read(text).path("segments")) {
                var words = Stream.of("body", "text")
                        .map(name -> segment.path(name).asText(""))
                        .filter(found -> !found.isBlank())
                        .findFirst();
                var speaker = segment.path("speaker").asText("");
                words.ifPresent(found -> cues.add(new Cue(
                        "", millis(segment, "startTime", "start"), millis(segment, "endTime", "end"), speaker, found)));
            }
            return cues;
        } catch (JsonProcessingException e) {
            throw new Unreadable("not-json", "the JSON transcript is malformed: " + e.getOriginalMessage());
        }
    }

    private static Long millis(JsonNode segment, String... names) {
        for (var name : names) {
            var seconds = segment.path(name).asDouble(Double.NaN);
            if (seconds >= 0 && seconds < 1e7) {
                return Math.round(seconds * 1000);
            }
        }
        return null;
    }

    /** {@code <cite>Name:</cite><time>0:00</time><p>..</p>}, or paragraphs that begin with names. */
    private static List<Piece> html(String text, List<String> persons) {
        var body = Jsoup.parse(text).body();
        if (body.select("cite, time").isEmpty()) {
            return lines(
                    ArticlePage.fragment(text).stream()
                            .map(paragraph -> paragraph.text())
                            .toList(),
                    persons);
        }
        var pieces = new ArrayList<Piece>();
        Optional<String> speaker = Optional.empty();
        Long start = null;
        for (var element : body.select("cite, time, p")) {
            var words = Tidy.line(element.text());
            switch (element.normalName()) {
                case "cite" -> speaker = Optional.of(words.replaceFirst("\\s*:$", ""));
                case "time" ->
                    start = words.matches("(?:\\d+:)?\\d+:\\d{2}(?:\\.\\d+)?") ? TimedText.millis(words) : start;
                default -> {
                    var own = element.clone();
                    own.select("cite, time").remove();
                    var said = Tidy.line(own.text());
                    if (!said.isEmpty()) {
                        pieces.add(new Piece(speaker, start, null, said, false));
                        speaker = Optional.empty();
                        start = null;
                    }
                }
            }
        }
        return pieces;
    }

    /** Each paragraph is a turn, with the speaker of the last label. */
    private static List<Piece> lines(List<String> raw, List<String> persons) {
        var lines = raw.stream().map(Tidy::line).toList();
        var labels = Labels.in(lines.stream().map(Transcript::untimed).toList(), persons);
        var pieces = new ArrayList<Piece>();
        Optional<String> speaker = Optional.empty();
        Long start = null;
        for (var line : withoutFrontMatter(lines)) {
            if (line.isEmpty() || line.matches("[-*_=]{3,}")) {
                continue;
            }
            var time = LINE_TIME.matcher(line);
            if (time.find()) {
                start = TimedText.millis(time.group(1));
                line = line.substring(time.end());
            }
            var labelled = labels.of(line);
            if (labelled.isPresent() && SpokenLine.isPaid(labelled.get().speaker())) {
                pieces.add(new Piece(
                        Optional.of(labelled.get().speaker()),
                        null,
                        null,
                        plain(labelled.get().text()),
                        true));
                continue;
            }
            if (labelled.isPresent()) {
                speaker = Optional.of(labelled.get().speaker());
                start = labelled.get().startMs().orElse(start);
                line = labelled.get().text();
            }
            var words = Tidy.line(plain(line));
            boolean heading =
                    speaker.isEmpty() && labels.speakers() > 0 && words.length() < 80 && !words.matches(".*[.!?]$");
            if (!words.isEmpty() && !heading) { // the name of the show and the date, above the first speaker
                pieces.add(new Piece(speaker, start, null, words, true));
                start = null;
            }
        }
        return pieces;
    }

    private static String untimed(String line) {
        return LINE_TIME.matcher(line).replaceFirst("");
    }

    private static List<String> withoutFrontMatter(List<String> lines) {
        if (!lines.isEmpty() && lines.get(0).equals("---")) {
            int end = lines.subList(1, lines.size()).indexOf("---");
            return end < 0 ? lines : lines.subList(end + 2, lines.size());
        }
        return lines;
    }

    private static String plain(String line) {
        var words =
                MARKDOWN_LINK.matcher(INLINE_TIME.matcher(line).replaceAll("")).replaceAll("$1");
        return words.replaceAll("\\*\\*|__", "")
                .replaceAll("(?<![\\w*])\\*(?=\\S)|(?<=\\S)\\*(?![\\w*])", "")
                .replaceFirst("^(?:#{1,6}|>|[-*+])\\s+", "");
    }
}
