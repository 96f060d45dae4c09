package topfive.ingest.transcript;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import topfive.ingest.text.Tidy;

/** Live captions roll: each repeats the line before it, or grows word by word. Only what is new in a cue is said. */
final class Rolling {
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,200}>|\\{\\\\[^{}]{0,40}}");
    /** A word or two are often said twice. */
    private static final int LONG_ENOUGH = 12;

    private static final int WORDS = 2;
    private static final int MOST_WORDS = 40;

    private static final int SOME = 5;

    private List<String> before = List.of();

    private Rolling() {}

    /** Whether one cue in five repeats the one before it; a sentence that is said twice does not make a file roll. */
    static boolean rolls(List<Cue> cues) {
        var reading = new Rolling();
        int repeats = 0;
        for (var cue : cues) {
            var above = String.join(" ", reading.before);
            int repeated = cue.text().length() - reading.fresh(cue).text().length();
            boolean grown = above.contains(" ")
                    && repeated > above.length()
                    && cue.text().startsWith(above);
            repeats += repeated > LONG_ENOUGH || grown ? 1 : 0;
        }
        return repeats > 1 && repeats * SOME >= cues.size();
    }

    /** Of cues that roll, what is new in each. */
    static List<Cue> unrolled(List<Cue> cues) {
        var reading = new Rolling();
        return cues.stream()
                .map(reading::fresh)
                .filter(cue -> !cue.text().isBlank())
                .toList();
    }

    private Cue fresh(Cue cue) {
        var raw = Arrays.stream(cue.text().split("\n"))
                .filter(line -> !plain(line).isEmpty())
                .toList();
        var lines = raw.stream().map(Rolling::plain).toList();
        if (lines.isEmpty()) {
            return cue;
        }
        int repeated = repeatedLines(lines);
        var rest = repeated > 0 ? String.join("\n", raw.subList(repeated, raw.size())) : grown(cue.text(), lines);
        before = lines;
        return rest.equals(cue.text()) ? cue : new Cue(cue.id(), cue.startMs(), cue.endMs(), cue.speaker(), rest);
    }

    /** How many lines at the start of this cue stood at the end of the one before. */
    private int repeatedLines(List<String> now) {
        for (int count = Math.min(before.size(), now.size()); count > 0; count--) {
            var head = now.subList(0, count);
            if (head.equals(before.subList(before.size() - count, before.size()))) {
                return count;
            }
        }
        return 0;
    }

    /** What stands behind the words that the cue before ended with. */
    private String grown(String text, List<String> now) {
        var old = words(before);
        var words = words(now);
        for (int count = Math.min(Math.min(old.size(), words.size()), MOST_WORDS); count > 0; count--) {
            if ((count >= WORDS || count == old.size())
                    && words.subList(0, count).equals(old.subList(old.size() - count, old.size()))) {
                return String.join(" ", words.subList(count, words.size()));
            }
        }
        return text;
    }

    private static List<String> words(List<String> lines) {
        return lines.isEmpty()
                ? List.of()
                : Arrays.asList(String.join(" ", lines).split(" "));
    }

    private static String plain(String line) {
        boolean marked = line.indexOf('<') >= 0 || line.indexOf('{') >= 0;
        return Tidy.line(marked ? TAG.matcher(line).replaceAll("") : line);
    }
}
