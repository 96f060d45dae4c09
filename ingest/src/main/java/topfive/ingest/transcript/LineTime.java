package topfive.ingest.transcript;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The time at the start of a line: {@code [00:12]}, {@code (1:02:03)}, {@code 00:12 -}, or alone. "3:15 is when the train leaves" is none. */
final class LineTime {
    private static final String RANGE = "(" + Moments.TIME + ")(?:\\s{0,3}[-–—>]{1,3}\\s{0,3}" + Moments.TIME + ")?";
    private static final Pattern BRACKETED =
            Pattern.compile("[*_]{0,3}[\\[(]\\s?" + RANGE + "\\s?[\\])][*_]{0,3}\\s{0,3}[-–:]?\\s*");
    private static final Pattern ALONE = Pattern.compile("[*_]{0,3}" + RANGE + "[*_]{0,3}\\s*");
    private static final Pattern BARE =
            Pattern.compile("[*_]{0,3}" + RANGE + "[*_]{0,3}(?:\\s{0,3}[-–—|:]\\s+|\\s+)(?=\\S)");
    private static final int HEAD = 80;
    private static final int ENOUGH = 3;

    private final boolean bare;

    private LineTime(boolean bare) {
        this.bare = bare;
    }

    /** @param startMs null where the line says none */
    record Timed(Long startMs, String rest) {}

    /** Times without brackets are believed where several lines begin so, and they go up. */
    static LineTime in(List<String> lines) {
        int count = 0;
        long last = -1;
        for (var line : lines) {
            var time = match(BARE, line);
            if (time.isPresent()) {
                long now = Moments.millis(time.get().group(1));
                if (now < last) {
                    return new LineTime(false);
                }
                last = now;
                count++;
            }
        }
        return new LineTime(count >= ENOUGH);
    }

    Timed of(String line) {
        var alone = match(ALONE, line).filter(found -> found.end() == line.length());
        return match(BRACKETED, line)
                .or(() -> alone)
                .or(() -> bare ? match(BARE, line) : Optional.empty())
                .map(found -> new Timed(Moments.millis(found.group(1)), line.substring(found.end())))
                .orElseGet(() -> new Timed(null, line));
    }

    private static Optional<Matcher> match(Pattern pattern, String line) {
        var matcher = pattern.matcher(line).region(0, Math.min(line.length(), HEAD));
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }
}
