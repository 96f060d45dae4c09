package topfive.dashboard.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as they are written on the page of a day, in its zone: the hour alone where it is of that day. */
public record Times(ZoneId zone, LocalDate day) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    public String at(Instant moment) {
        if (moment == null) {
            return "undated";
        }
        var there = moment.atZone(zone);
        if (there.toLocalDate().equals(day)) {
            return HOUR.format(there);
        }
        var date = there.getYear() == day.getYear() ? SHORT.format(there) : SHORT.format(there) + " " + there.getYear();
        return date + ", " + HOUR.format(there);
    }

    public static String full(LocalDate day) {
        return LONG.format(day);
    }

    public static String brief(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** As players show it: {@code 12:41}, {@code 1:02:03}. */
    public static String playing(long ms) {
        var at = Duration.ofMillis(Math.max(0, ms));
        var minutes = String.format(Locale.ROOT, "%02d:%02d", at.toMinutesPart(), at.toSecondsPart());
        return at.toHours() == 0 ? minutes : at.toHours() + ":" + minutes;
    }
}
