package topfive.standalone.source;

import java.time.Duration;
import java.time.Instant;

/** A moment as a person says it: {@code 5 min ago}, {@code in 3 h}. */
public final class Ago {
    private Ago() {}

    public static String words(Instant moment, Instant now) {
        var between = Duration.between(now, moment);
        var words = amount(between.abs());
        if (words.isEmpty()) {
            return between.isNegative() || between.isZero() ? "just now" : "now";
        }
        return between.isNegative() ? words + " ago" : "in " + words;
    }

    private static String amount(Duration length) {
        if (length.toSeconds() < 5) {
            return "";
        }
        if (length.toSeconds() < 90) {
            return length.toSeconds() + " s";
        }
        if (length.toMinutes() < 90) {
            return length.toMinutes() + " min";
        }
        return length.toHours() < 48 ? length.toHours() + " h" : length.toDays() + " days";
    }
}
