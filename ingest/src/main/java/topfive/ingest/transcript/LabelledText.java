package topfive.ingest.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import topfive.ingest.text.Tidy;

/**
 * Plain text and Markdown with speakers: {@code Name: }, {@code **Name:** }, {@code Name (00:00:14):}, {@code [00:12] Name:}, {@code >> }, a
 * name and a time alone on a line. Lines without a label are said by whoever spoke before.
 */
final class LabelledText {
    private static final Pattern INLINE_TIME = Pattern.compile("[\\[(](" + Moments.TIME + ")[\\])]");
    private static final Pattern RULE = Pattern.compile("[-*_=]{3,}");
    private static final Pattern CHANGE = Pattern.compile("^>{2,3}\\s{0,3}");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…][\"”’')\\]]{0,3}$");
    private static final int SHORT_LINE = 50;
    private static final int HEADING = 80;

    private final LineTime times;
    private final Labels labels;
    private final boolean nobody;
    private final boolean changes;
    private final List<Piece> pieces = new ArrayList<>();
    private Optional<String> speaker = Optional.empty();
    private Long start;
    private String before = "";

    private LabelledText(List<TextLine> lines, List<String> persons) {
        var full = lines.stream()
                .map(TextLine::text)
                .filter(line -> !line.isEmpty())
                .toList();
        times = LineTime.in(full);
        var named = lines.stream().map(TextLine::speaker).filter(name -> !name.isEmpty());
        labels = Labels.in(
                full.stream().map(line -> unchanged(times.of(line).rest())).toList(),
                Stream.concat(named, persons.stream()).distinct().toList());
        nobody = labels.isEmpty()
                && lines.stream().allMatch(line -> line.speaker().isEmpty());
        changes = full.stream().filter(line -> CHANGE.matcher(line).find()).count() > 1
                && full.stream().noneMatch(line -> line.startsWith("> "));
    }

    /** @param raw line by line; an empty line parts paragraphs */
    static List<Piece> pieces(List<TextLine> raw, List<String> persons) {
        var lines = withoutFrontMatter(raw.stream()
                .map(line -> line.with(Markdown.unescaped(Tidy.line(line.text()))))
                .toList());
        var reading = new LabelledText(lines, persons);
        reading.paragraphs(lines).forEach(reading::add);
        return reading.pieces;
    }

    /** Names that recur, on one line in five at least, on four in all. */
    static boolean isConversation(List<TextLine> raw) {
        var lines = raw.stream().map(line -> line.with(Tidy.line(line.text()))).toList();
        var reading = new LabelledText(lines, List.of());
        long labelled = lines.stream()
                .filter(line ->
                        reading.labels.of(reading.times.of(line.text()).rest()).isPresent())
                .count();
        return labelled >= 4 && labelled * 5 >= lines.size() && reading.labels.recur();
    }

    /** Without empty lines, and with those put together that were only broken to fit the width. */
    private List<TextLine> paragraphs(List<TextLine> lines) {
        var paragraphs = new ArrayList<TextLine>();
        var whole = new StringBuilder();
        TextLine first = null;
        for (var line : lines) {
            boolean empty = line.text().isEmpty() || RULE.matcher(line.text()).matches();
            if (first != null && !empty && goesOn(whole, line)) {
                whole.append(' ').append(line.text());
                continue;
            }
            if (first != null) {
                paragraphs.add(first.with(whole.toString()));
            }
            first = empty ? null : line;
            whole.setLength(0);
            whole.append(line.text());
        }
        if (first != null) {
            paragraphs.add(first.with(whole.toString()));
        }
        return paragraphs;
    }

    /** A line that begins small, or stands below a long one without an end. */
    private boolean goesOn(StringBuilder above, TextLine line) {
        boolean small = Character.isLowerCase(line.text().codePointAt(0));
        boolean open = above.length() >= SHORT_LINE && !ends(above);
        return (small || open)
                && line.speaker().isEmpty()
                && times.of(line.text()).startMs() == null
                && labels.of(line.text()).isEmpty()
                && !Markdown.isBlock(line.text());
    }

    private static String unchanged(String line) {
        return CHANGE.matcher(line).replaceFirst("");
    }

    private void add(TextLine line) {
        var timed = times.of(line.text());
        var stated = line.startMs() == null ? timed.startMs() : line.startMs();
        start = stated == null ? start : stated;
        boolean change = changes && CHANGE.matcher(timed.rest()).find();
        var rest = change ? unchanged(timed.rest()) : timed.rest();
        if (!line.speaker().isEmpty()) {
            label(new Labels.Labelled(line.speaker(), Optional.empty(), rest, false));
            return;
        }
        var labelled = labels.of(rest);
        if (labelled.isPresent()) {
            label(labelled.get());
            return;
        }
        if (change) {
            speaker = Optional.of("");
            say(rest, false);
            speaker = Optional.empty();
            return;
        }
        say(rest, true);
    }

    private void label(Labels.Labelled label) {
        if (SpokenLine.isPaid(label.speaker())) {
            var words = Markdown.said(INLINE_TIME.matcher(label.text()).replaceAll(" "));
            pieces.add(new Piece(Optional.of(label.speaker()), null, null, Tidy.line(words), true));
            return;
        }
        speaker = Optional.of(label.speaker());
        var timed = times.of(label.text());
        start = label.startMs().or(() -> Optional.ofNullable(timed.startMs())).orElse(start);
        before = "";
        say(timed.rest(), false);
    }

    /** What stands between two times is a piece of its own. */
    private void say(String text, boolean paragraph) {
        var inline = INLINE_TIME.matcher(text);
        int from = 0;
        boolean begins = paragraph;
        while (inline.find()) {
            begins &= !piece(text.substring(from, inline.start()), begins);
            start = Moments.millis(inline.group(1));
            from = inline.end();
        }
        piece(text.substring(from), begins);
    }

    private boolean piece(String text, boolean paragraph) {
        var words = Tidy.line(Markdown.said(text));
        if (words.isEmpty() || isHead(words)) {
            return false;
        }
        pieces.add(new Piece(speaker, start, null, words, paragraph && isApart(words)));
        start = null;
        before = words;
        return true;
    }

    /** The name of the show and the date, above the first speaker. */
    private boolean isHead(String words) {
        return pieces.isEmpty() && speaker.isEmpty() && !nobody && words.length() < HEADING && !ends(words);
    }

    /** Paragraphs of one speaker are one turn, as they are where there are no paragraphs; a heading stands alone, and so does what nobody is named for. */
    private boolean isApart(String words) {
        return speaker.isEmpty() || !ends(words) || !before.isEmpty() && !ends(before);
    }

    private static boolean ends(CharSequence words) {
        return SENTENCE_END
                .matcher(words.subSequence(Math.max(0, words.length() - 8), words.length()))
                .find();
    }

    private static List<TextLine> withoutFrontMatter(List<TextLine> lines) {
        if (!lines.isEmpty() && lines.get(0).text().equals("---")) {
            int end = lines.subList(1, lines.size()).indexOf(TextLine.of("---"));
            return end < 0 ? lines : lines.subList(end + 2, lines.size());
        }
        return lines;
    }
}
