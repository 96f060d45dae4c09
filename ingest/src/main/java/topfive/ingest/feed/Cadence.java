package topfive.ingest.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a feed wants to be read, in its own words. Whoever plans visits decides what of it to follow.
 *
 * @param ttl how long what was read holds ({@code <ttl>} of RSS 2.0); zero where the feed does not say
 * @param skipHours hours of the day, 0 to 23 in UTC, in which nothing new comes
 * @param skipDays days of the week, in UTC, on which nothing new comes
 * @param updateEvery {@code sy:updatePeriod} divided by {@code sy:updateFrequency}; zero where the feed does not say
 */
public record Cadence(Duration ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays, Duration updateEvery) {
    public static final Cadence UNSAID = new Cadence(Duration.ZERO, Set.of(), Set.of(), Duration.ZERO);

    public Cadence {
        if (ttl.isNegative() || updateEvery.isNegative()) {
            throw new IllegalArgumentException("a cadence of " + ttl + " and " + updateEvery);
        }
        skipHours = java.util.Collections.unmodifiableSet(new TreeSet<>(skipHours));
        skipDays = java.util.Collections.unmodifiableSet(new TreeSet<>(skipDays));
    }

    public boolean isUnsaid() {
        return equals(UNSAID);
    }
}
