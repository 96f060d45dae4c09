package topfive.processor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A stream thread that dies is replaced: what killed it is often gone a moment later. Where it dies again and again each next one waits
 * longer, so that a log of a night can still be read; readiness says it with the cause.
 */
final class Replacements implements StreamsUncaughtExceptionHandler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replacements.class);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int TOO_MANY = 3;

    private final Duration window;
    private final Runnable counted;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Long> deaths = new ArrayDeque<>();
    private String cause = "";

    /**
     * @param window how long a death counts
     * @param counted called at each replacement
     */
    Replacements(Duration window, Runnable counted) {
        this.window = window;
        this.counted = counted;
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        counted.run();
        var wait = died(System.nanoTime(), failure);
        try {
            if (!wait.isZero() && closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    /** @return how long the next one has to wait: nothing after the first, then twice as long each time */
    synchronized Duration died(long now, Throwable failure) {
        forgetBefore(now);
        deaths.add(now);
        var known = cause.equals(describe(failure)) && deaths.size() > 1;
        cause = describe(failure);
        var wait = deaths.size() == 1
                ? Duration.ZERO
                : Duration.ofMillis(Math.min(LONGEST.toMillis(), 500L << Math.min(deaths.size() - 2, 10)));
        if (known) { // its stack stands further up
            LOG.error(
                    "a stream thread died again and is replaced in={}ms lately={} cause={}",
                    wait.toMillis(),
                    deaths.size(),
                    cause);
        } else {
            LOG.error("a stream thread died and is replaced in={}ms", wait.toMillis(), failure);
        }
        return wait;
    }

    /** What kills them, where too many have died lately; one line. */
    synchronized Optional<String> tooMany(long now) {
        forgetBefore(now);
        return deaths.size() < TOO_MANY
                ? Optional.empty()
                : Optional.of(deaths.size() + " stream threads died within " + window.toSeconds() + " s: " + cause);
    }

    private void forgetBefore(long now) {
        while (!deaths.isEmpty() && now - deaths.peek() > window.toNanos()) {
            deaths.poll();
        }
    }

    /** The first line of the innermost cause: Kafka wraps it several times. */
    static String describe(Throwable failure) {
        var innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        var said =
                Objects.requireNonNullElse(innermost.getMessage(), "").lines().findFirst();
        return innermost.getClass().getSimpleName()
                + said.map(line -> ": " + (line.length() > 200 ? line.substring(0, 200) + "…" : line))
                        .orElse("");
    }

    /** Nobody waits any longer. */
    @Override
    public void close() {
        closing.countDown();
    }
}
