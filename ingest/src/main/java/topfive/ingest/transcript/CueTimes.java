package topfive.ingest.transcript;

import java.util.Optional;

/** When a cue is shown, in milliseconds: a WebVTT timings line up to its settings (W3C WebVTT, section 6.3). */
record CueTimes(long startMs, long endMs) {

    /** Empty where the standard drops the cue. What stands behind the second time are settings, good or not. */
    static Optional<CueTimes> of(String line) {
        var cursor = new Cursor(line);
        cursor.skipSpaces();
        var start = cursor.time();
        cursor.skipSpaces();
        if (start.isEmpty() || !cursor.takes("-->")) {
            return Optional.empty();
        }
        cursor.skipSpaces();
        return cursor.time().map(end -> new CueTimes(start.get(), end));
    }

    /** A text that is one WebVTT timestamp and nothing else, as in {@code <00:01.500>}. */
    static Optional<Long> moment(String text) {
        var cursor = new Cursor(text);
        return cursor.time().filter(time -> cursor.at == text.length());
    }

    /** Where in the line the standard's parser stands. */
    private static final class Cursor {
        /** A file may claim any number of hours; beyond these it is long past every recording. */
        private static final int DIGITS = 12;

        private static final long LONGEST = 1_000_000_000_000L;

        private final String line;
        private int at;

        private Cursor(String line) {
            this.line = line;
        }

        private void skipSpaces() {
            while (at < line.length() && " \t\f".indexOf(line.charAt(at)) >= 0) {
                at++;
            }
        }

        private boolean takes(String mark) {
            boolean here = line.startsWith(mark, at);
            at += here ? mark.length() : 0;
            return here;
        }

        /** {@code mm:ss.ttt}, or with hours of any number of digits before it. */
        private Optional<Long> time() {
            var first = digits();
            if (first.isEmpty() || !takes(":")) {
                return Optional.empty();
            }
            var second = digits();
            return takes(":") ? sum(number(first), second, digits()) : sum(0, first, second);
        }

        private Optional<Long> sum(long hours, String minutes, String seconds) {
            if (minutes.length() != 2 || seconds.length() != 2 || !takes(".")) {
                return Optional.empty();
            }
            var thousandths = digits();
            if (thousandths.length() != 3 || number(minutes) > 59 || number(seconds) > 59) {
                return Optional.empty();
            }
            return Optional.of(((hours * 60 + number(minutes)) * 60 + number(seconds)) * 1000 + number(thousandths));
        }

        private String digits() {
            int from = at;
            while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
                at++;
            }
            return line.substring(from, at);
        }

        private static long number(String digits) {
            int significant = 0;
            while (significant < digits.length() - 1 && digits.charAt(significant) == '0') {
                significant++;
            }
            var value = digits.substring(significant);
            return value.length() > DIGITS ? LONGEST : Long.parseLong(value);
        }
    }
}
