package topfive.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which day an instant belongs to, and when that day closes. The one place where this is decided.
 *
 * @param grace how long after its end a day still takes reports
 */
public record Day(ZoneId zone, Duration grace) {
    /** A stated date may lie this far ahead of the fetch; beyond, clocks do not explain it. */
    private static final Duration AHEAD = Duration.ofMinutes(10);

    private static final Instant FIRST = Instant.parse("-999999-01-01T00:00:00Z");

    public Day {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("a day that closes before its end: grace " + grace);
        }
    }

    /** When a document counts as published: as stated, but never later than ten minutes after the fetch; the fetch where nothing is stated. */
    public static Instant published(Document document) {
        var stated = document.publishedAt();
        var latest = document.fetchedAt().plus(AHEAD);
        if (stated == null) {
            return document.fetchedAt();
        }
        return stated.isAfter(latest) ? latest : stated;
    }

    public LocalDate at(Instant instant) {
        // Instant holds years that a LocalDate does not: what lies beyond them is as long ago as can be said
        if (instant.isBefore(FIRST)) {
            return LocalDate.of(-999_999, 1, 1);
        }
        return instant.atZone(zone).toLocalDate();
    }

    /** The edition day of a document; that of its fetch where its own day had closed by then. */
    public LocalDate of(Document document) {
        var day = at(published(document));
        return document.fetchedAt().isBefore(closesAt(day)) ? day : at(document.fetchedAt());
    }

    /** End of the day plus grace. Days have 23, 24 or 25 hours. */
    public Instant closesAt(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().plus(grace);
    }
}
