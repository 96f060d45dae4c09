package topfive.ingest.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * How often a source is asked.
 *
 * <p>A sixth of the time that usually passes between two of its items, or that has passed since the last one if that is longer: so a source
 * that falls silent is asked less and less, one that wakes up is soon followed closely again, and what is new is seen after a sixth of a gap
 * at most. Never more often than {@code every}, and at least four times a day, since a day's edition closes with the day.
 *
 * @param every what the operator set; the shortest interval
 * @param exact asked every {@code every}, whatever happens: for folders, and for hosts of our own
 */
public record Rhythm(Duration every, boolean exact) {
    /** The longest interval of a source that answers and asks for nothing else. */
    public static final Duration SELDOM = Duration.ofHours(6);

    /** The longest interval of all: of one that fails, and the most that a feed's own word can ask for. */
    public static final Duration DAILY = Duration.ofHours(24);

    private static final int LOOKS = 6;
    private static final int DOUBLINGS = 12;

    public Rhythm {
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("an interval of " + every);
        }
    }

    /**
     * @param gap how long usually passes between two items
     * @param silence how long ago the last new one was seen
     */
    public Duration answered(Duration gap, Duration silence) {
        return exact
                ? every
                : shorter(
                        longer(every, Duration.ofSeconds(longer(gap, silence).toSeconds() / LOOKS)),
                        longer(every, SELDOM));
    }

    /**
     * Twice as long after each failure in a row.
     *
     * @param failures at least 1
     */
    public Duration failed(int failures) {
        var doubled = every.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return exact ? every : shorter(doubled, longer(every, DAILY));
    }

    /** As seldom as can be: for what has been refused, and is asked only to learn whether that has changed. */
    public Duration seldom() {
        return exact ? every : longer(every, DAILY);
    }

    /** The moment after this interval, later by what the publisher wishes and by a little of the source's own. */
    public Instant next(String source, Instant now, Duration interval, Wishes wishes) {
        if (exact) {
            return now.plus(every);
        }
        var asked = longer(interval, shorter(wishes.atLeast(), DAILY));
        var due = now.plus(asked).plus(Jitter.of(source, now, asked.dividedBy(10)));
        var open = wishes.open(due);
        return open.equals(due) ? due : open.plus(Jitter.of(source, now, Duration.ofMinutes(10)));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? b : a;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
