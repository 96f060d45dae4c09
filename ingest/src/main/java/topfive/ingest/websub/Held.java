package topfive.ingest.websub;

import java.time.Duration;
import java.time.Instant;

/**
 * One subscription, as it stands.
 *
 * @param leaving it is not wanted any more, and the hub must still confirm that
 * @param askedAt when the hub was asked last, or null: for an hour from then on it may ask back
 * @param nextAsk when it is asked again: to renew, or because it did not answer
 * @param attempts in a row that led to nothing
 */
record Held(Topic topic, boolean leaving, Instant askedAt, Instant nextAsk, int attempts) {
    private static final Duration ANSWER = Duration.ofHours(1);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final int MOST_DOUBLINGS = 7;

    static Held wanted(Topic topic, Instant now) {
        return new Held(topic, false, null, now, 0);
    }

    static Held unwanted(Topic topic, Instant now) {
        return new Held(topic, true, null, now, 0);
    }

    boolean isDue(Instant now) {
        return !nextAsk.isAfter(now);
    }

    /** Until it is confirmed it counts as failed: 10 minutes, 20, 40 ... at most a day. */
    Held asked(Instant now) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS));
        return new Held(topic, leaving, now, now.plus(pause), attempts + 1);
    }

    boolean expectsAnswer(Instant now) {
        return askedAt != null && !now.isAfter(askedAt.plus(ANSWER));
    }

    /** Renewed after two thirds: two attempts more fit in before it ends. */
    Held confirmed(Instant now, Duration lease) {
        return new Held(topic, leaving, askedAt, now.plus(lease.multipliedBy(2).dividedBy(3)), 0);
    }

    Held denied(Instant now) {
        return new Held(topic, leaving, null, now.plus(Duration.ofDays(1)), attempts);
    }

    /** What a hub says it grants, within reason. */
    static Duration lease(long seconds) {
        var stated = Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST.toSeconds())));
        return stated.compareTo(SHORTEST) < 0 ? SHORTEST : stated;
    }
}
