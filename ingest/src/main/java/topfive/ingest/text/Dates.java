package topfive.ingest.text;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Dates in the layouts that feeds and pages use. What is not a date is empty, never a guess; a date without a time is its midnight, a time
 * without a zone is in UTC, and fractions of a second are left out.
 */
public final class Dates {
    private static final int LONGEST = 100;

    /** Seconds or milliseconds since 1970, from September 2001 on: as many digits as no other date has. */
    private static final Pattern EPOCH = Pattern.compile("([1-3]\\d{9})(\\d{3})?(?:\\.\\d+)?");

    private Dates() {}

    public static Optional<OffsetDateTime> parse(String stated) {
        if (stated == null || stated.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        var text = Normalizer.normalize(Tidy.line(stated), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var found = IsoDate.read(text).or(() -> epoch(text));
            return (found.isPresent() ? found : WrittenDate.read(text)).filter(date -> date.getYear() >= 1);
        } catch (DateTimeException | NumberFormatException e) { // 30 February, hour 25
            return Optional.empty();
        }
    }

    private static Optional<OffsetDateTime> epoch(String text) {
        var matcher = EPOCH.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        Instant.ofEpochSecond(Long.parseLong(matcher.group(1))).atOffset(ZoneOffset.UTC))
                : Optional.empty();
    }

    /** 24:00 is the midnight at the end of the day, and a leap second counts as the second before it. */
    static LocalDateTime at(LocalDate day, int hour, int minute, int second) {
        if (hour == 24 && minute == 0 && second == 0) {
            return day.plusDays(1).atStartOfDay();
        }
        return day.atTime(hour, minute, second == 60 ? 59 : second);
    }

    /** Of two digits the nearer century: 70 and more are of the last one. */
    static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() > 2 ? year : year + (year < 70 ? 2000 : 1900);
    }
}
