package topfive.ingest.transcript;

import java.util.regex.Pattern;

/** Times as people write them: {@code 0:12}, {@code 00:14}, {@code 1:02:03}, {@code 00:12.500}. */
final class Moments {
    /** For use inside other patterns: no group of its own. */
    static final String TIME = "(?:\\d{1,3}:)?\\d{1,3}:\\d{2}(?:[.,]\\d{1,3})?";

    private static final Pattern WHOLE = Pattern.compile(TIME);

    private Moments() {}

    static boolean isTime(String text) {
        return text.length() < 20 && WHOLE.matcher(text).matches();
    }

    /** In milliseconds, of what {@link #TIME} matches. */
    static long millis(String time) {
        var parts = time.replace(',', '.').split("\\.", 2);
        long seconds = 0;
        for (var part : parts[0].split(":")) {
            seconds = seconds * 60 + Long.parseLong(part);
        }
        return seconds * 1000 + (parts.length > 1 ? Long.parseLong((parts[1] + "00").substring(0, 3)) : 0);
    }
}
