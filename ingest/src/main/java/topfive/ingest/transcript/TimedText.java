package topfive.ingest.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SRT and WebVTT: whatever has lines with an arrow between two times. */
public final class TimedText {
    private static final Pattern TIMES = Pattern.compile(
            "^\\s*(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})\\s*-->\\s*(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})(?:\\s.*)?$");
    private static final Pattern VTT_TIME = Pattern.compile("(?:\\d{2,}:)?[0-5]\\d:[0-5]\\d\\.\\d{3}");
    private static final Pattern NUMBER = Pattern.compile("^\\s*\\d+\\s*$");

    private TimedText() {}

    /** Tolerant of what SRT files are like: no index, no blank line between cues, dot or comma, no hours. */
    public static List<Cue> srt(String text) {
        var cues = new ArrayList<Cue>();
        var lines = lines(text);
        var words = new ArrayList<String>();
        var id = "";
        Matcher times = null;
        for (int at = 0; at < lines.length; at++) {
            var match = TIMES.matcher(lines[at]);
            if (!match.matches()) {
                boolean indexOfNext = NUMBER.matcher(lines[at]).matches()
                        && at + 1 < lines.length
                        && TIMES.matcher(lines[at + 1]).matches();
                if (indexOfNext) {
                    id = addTo(cues, id, times, words, lines[at].strip());
                    times = null;
                } else if (times != null && !lines[at].isBlank()) {
                    words.add(lines[at]);
                }
                continue;
            }
            if (times != null) {
                id = addTo(cues, id, times, words, "");
            }
            times = match;
        }
        addTo(cues, id, times, words, "");
        return cues;
    }

    private static String addTo(List<Cue> cues, String id, Matcher times, List<String> words, String nextId) {
        if (times != null && !words.isEmpty()) {
            cues.add(new Cue(id, millis(times, 1), millis(times, 5), "", String.join("\n", words)));
        }
        words.clear();
        return nextId;
    }

    /** As the WebVTT standard collects cues: strict about times, silent about blocks it does not know. */
    public static List<Cue> vtt(String text) {
        var lines = lines(text);
        var cues = new ArrayList<Cue>();
        if (!isVtt(text)) {
            return cues;
        }
        int at = 1;
        if (at < lines.length
                && !lines[at].isEmpty()) { // header lines up to a blank line, unless a cue follows at once
            while (at < lines.length && !lines[at].isEmpty() && !lines[at].contains("-->")) {
                at++;
            }
        }
        while (at < lines.length) {
            while (at < lines.length && lines[at].isEmpty()) {
                at++;
            }
            var id = "";
            boolean note = false;
            int start = at;
            while (at < lines.length && !lines[at].isEmpty() && !lines[at].contains("-->")) {
                note |= at == start && (lines[at].matches("(?:NOTE|STYLE|REGION)(?:[ \\t].*)?"));
                id = lines[at];
                at++;
                if (at - start > 1) {
                    id = "";
                }
            }
            if (at >= lines.length || lines[at].isEmpty()) {
                continue;
            }
            var times = vttTimes(lines[at]);
            boolean known = times != null && !(note && at - start > 0 && lines[start].startsWith("NOTE "));
            at++;
            var words = new ArrayList<String>();
            while (at < lines.length && !lines[at].isEmpty() && !lines[at].contains("-->")) {
                words.add(lines[at++]);
            }
            if (known) {
                cues.add(new Cue(
                        at - start > 1 && start < at ? id : "", times[0], times[1], "", String.join("\n", words)));
            }
        }
        return cues;
    }

    public static boolean isVtt(String text) {
        return lines(text)[0].matches("WEBVTT(?:[ \\t].*)?");
    }

    private static Long[] vttTimes(String line) {
        var parts = line.split("-->", 2);
        var end = parts[1].strip().split("[ \\t]+", 2)[0];
        if (!VTT_TIME.matcher(parts[0].strip()).matches()
                || !VTT_TIME.matcher(end).matches()) {
            return null;
        }
        return new Long[] {millis(parts[0].strip()), millis(end)};
    }

    private static String[] lines(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\0', '\uFFFD')
                .replaceFirst("^\\uFEFF", "")
                .split("\n", -1);
    }

    private static Long millis(Matcher times, int group) {
        var hours = times.group(group) == null ? "0" : times.group(group);
        return millis(hours + ":" + times.group(group + 1) + ":" + times.group(group + 2) + "."
                + (times.group(group + 3) + "00").substring(0, 3));
    }

    /** {@code h:mm:ss.mmm}, {@code mm:ss.mmm} or {@code mm:ss}. */
    static Long millis(String time) {
        long seconds = 0;
        var parts = time.replace(',', '.').split("\\.", 2);
        for (var part : parts[0].split(":")) {
            seconds = seconds * 60 + Long.parseLong(part);
        }
        return seconds * 1000 + (parts.length > 1 ? Long.parseLong((parts[1] + "00").substring(0, 3)) : 0);
    }
}
