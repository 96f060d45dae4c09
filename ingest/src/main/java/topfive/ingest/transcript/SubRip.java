package topfive.ingest.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SRT, and everything else that has lines with an arrow between two times. There is no standard; files lack numbers, hours, thousandths and the
 * empty line between cues, or repeat numbers, and all of that is read.
 */
final class SubRip {
    private static final String TIME = "(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})(?:[.,:](\\d{1,9}))?";

    private static final Pattern TIMES = Pattern.compile("^\\s*" + TIME + "\\s*-{1,3}\\s*>\\s*" + TIME + "(?:\\s.*)?$");
    private static final Pattern NUMBER = Pattern.compile("^\\s*\\d{1,9}\\s*$");
    private static final Pattern APART = Pattern.compile("^(?:NOTE|STYLE|REGION)(?:\\s.*)?$");
    private static final int LONGEST_TIMES = 300;

    private final List<Cue> cues = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private String id = "";
    private Matcher times;

    private SubRip() {}

    static List<Cue> cues(String text) {
        var reading = new SubRip();
        var lines = (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .replace('\0', '\uFFFD')
                .split("\\R", -1);
        boolean apart = false;
        for (int at = 0; at < lines.length; at++) {
            boolean first = at == 0 || lines[at - 1].isBlank();
            apart = first ? APART.matcher(lines[at]).matches() : apart;
            var found = times(lines[at]);
            if (found != null) {
                reading.close();
                reading.times = found;
            } else if (isNumber(lines, at)) {
                reading.close();
                reading.id = lines[at].strip();
            } else if (!apart && !lines[at].isBlank()) {
                reading.words.add(lines[at]);
            }
        }
        reading.close();
        return reading.cues;
    }

    /** A line of times, or null. */
    private static Matcher times(String line) {
        if (line.length() > LONGEST_TIMES || !line.contains(">")) {
            return null;
        }
        var times = TIMES.matcher(line);
        return times.matches() ? times : null;
    }

    /** The number of the cue whose times stand on the next line; any other number is said. */
    private static boolean isNumber(String[] lines, int at) {
        return at + 1 < lines.length && NUMBER.matcher(lines[at]).matches() && times(lines[at + 1]) != null;
    }

    private void close() {
        if (times != null) {
            if (!words.isEmpty()) {
                cues.add(new Cue(id, millis(times, 1), millis(times, 5), "", String.join("\n", words)));
            }
            id = "";
        }
        times = null;
        words.clear();
    }

    private static long millis(Matcher times, int group) {
        var hours = times.group(group) == null ? 0 : Long.parseLong(times.group(group));
        var seconds =
                (hours * 60 + Long.parseLong(times.group(group + 1))) * 60 + Long.parseLong(times.group(group + 2));
        var part = times.group(group + 3) == null ? "000" : (times.group(group + 3) + "00").substring(0, 3);
        return seconds * 1000 + Long.parseLong(part);
    }
}
