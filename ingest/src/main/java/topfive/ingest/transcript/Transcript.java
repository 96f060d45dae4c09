package topfive.ingest.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import topfive.contract.Episode.Chapter;
import topfive.contract.Episode.Turn;
import topfive.ingest.text.Tidy;
import topfive.ingest.text.Unreadable;

/**
 * A transcript in any of five formats, as turns. The content is believed, not the name.
 *
 * @param format what it was read as
 * @param turns who said what when; adverts, openings and closings are marked
 * @param notes what was odd about it, one line each
 */
public record Transcript(Format format, List<Turn> turns, List<String> notes) {
    private static final Pattern ARROW =
            Pattern.compile("\\d{1,2}:\\d{1,2}(?:[.,]\\d{1,9})?\\s{0,9}-{1,3}\\s?>\\s{0,9}(?:\\d{1,4}:)?\\d{1,2}:\\d");
    private static final Pattern MARKUP = Pattern.compile(
            "<(?:!doctype|html|head|body|p|div|cite|br|time|span|ul|article|table|dl)\\b", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4000;
    /** A file of which so much more can be read the forgiving way is no proper WebVTT. */
    private static final double MORE = 1.2;

    public Transcript {
        turns = List.copyOf(turns);
        notes = List.copyOf(notes);
    }

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
        var start = begin(text);
        if (start.startsWith("WEBVTT")) {
            return Format.VTT;
        }
        if (PodcastJson.is(start)) {
            return Format.JSON;
        }
        var head = start.substring(0, Math.min(HEAD, start.length()));
        if (ARROW.matcher(head).find()) {
            return Format.SRT;
        }
        return MARKUP.matcher(head).find() ? Format.HTML : Format.TEXT;
    }

    /** Whether a text or page is a conversation: names that recur, on one line in five at least. */
    public static boolean isConversation(String text) {
        var lines = (sniff(text) == Format.HTML ? HtmlTranscript.lines(text) : textLines(text))
                .stream().filter(line -> !Tidy.line(line.text()).isEmpty()).toList();
        long marked = lines.stream().filter(line -> !line.speaker().isEmpty()).count();
        return marked > 1 || LabelledText.isConversation(lines);
    }

    /**
     * @param persons names that the feed gives, may be empty
     * @throws Unreadable where nothing is said in it
     */
    public static List<Turn> turns(String text, List<String> persons) throws Unreadable {
        return read(text, persons, List.of()).turns();
    }

    /**
     * @param persons names that the feed gives, may be empty
     * @param chapters of the episode, may be empty; one that is titled "Sponsor" or "Outro" marks what is said in it
     * @throws Unreadable where nothing is said in it
     */
    public static Transcript read(String text, List<String> persons, List<Chapter> chapters) throws Unreadable {
        var format = sniff(text);
        var notes = new ArrayList<String>();
        var pieces = switch (format) {
            case VTT -> captions(vtt(begin(text), notes), persons, notes);
            case SRT -> captions(SubRip.cues(text), persons, notes);
            case JSON -> captions(PodcastJson.cues(begin(text)), persons, notes);
            case HTML -> LabelledText.pieces(HtmlTranscript.lines(text), persons);
            case TEXT -> LabelledText.pieces(textLines(text), persons);
        };
        var turns = Turns.join(pieces);
        if (turns.stream().allMatch(turn -> turn.text().isBlank())) {
            throw new Unreadable("no-text", "the transcript (" + format.words() + ") has no words in it");
        }
        return new Transcript(format, ByChapter.marked(Adverts.marked(turns), chapters), notes);
    }

    private static List<Piece> captions(List<Cue> cues, List<String> persons, List<String> notes) {
        var ordered = InOrder.of(cues);
        if (Rolling.rolls(ordered)) {
            notes.add("its captions repeat each other: what is new in each is taken");
            ordered = Rolling.unrolled(ordered);
        }
        return Captions.pieces(ordered, persons);
    }

    private static List<Cue> vtt(String text, List<String> notes) {
        var strict = WebVtt.of(text).cues();
        var loose = SubRip.cues(text);
        if (loose.size() <= strict.size() * MORE) {
            return strict;
        }
        notes.add("it is no proper WebVTT: " + strict.size() + " captions are, " + loose.size() + " could be read");
        return loose;
    }

    private static List<TextLine> textLines(String text) {
        return Arrays.stream(text.split("\\R")).map(TextLine::of).toList();
    }

    private static String begin(String text) {
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).stripLeading();
    }
}
