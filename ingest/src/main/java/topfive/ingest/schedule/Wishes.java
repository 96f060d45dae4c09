package topfive.ingest.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * What a publisher asks of those who read its feed.
 *
 * @param atLeast between two visits: the longest of ttl, sy:updatePeriod and Cache-Control
 * @param skipHours 0 to 23, GMT (RSS 2.0)
 * @param skipDays GMT (RSS 2.0)
 */
public record Wishes(Duration atLeast, Set<Integer> skipHours, Set<DayOfWeek> skipDays) {
    public static final Wishes NONE = new Wishes(Duration.ZERO, Set.of(), Set.of());
    private static final int HOURS_OF_A_WEEK = 7 * 24;

    public Wishes {
        skipHours = Set.copyOf(skipHours);
        skipDays = Set.copyOf(skipDays);
        if (atLeast.isNegative()) {
            atLeast = Duration.ZERO;
        }
    }

    /** @param longer null where nothing was said */
    public Wishes atLeast(Duration longer) {
        return longer == null || longer.compareTo(atLeast) <= 0 ? this : new Wishes(longer, skipHours, skipDays);
    }

    /** This moment, or the beginning of the first hour after it that is not to be skipped. Who asks to skip every hour has made a mistake. */
    public Instant open(Instant moment) {
        var at = moment;
        for (int hour = 0; hour <= HOURS_OF_A_WEEK; hour++) {
            if (!skips(at)) {
                return at;
            }
            at = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        return moment;
    }

    private boolean skips(Instant at) {
        var there = at.atOffset(ZoneOffset.UTC);
        return skipHours.contains(there.getHour()) || skipDays.contains(there.getDayOfWeek());
    }
}
