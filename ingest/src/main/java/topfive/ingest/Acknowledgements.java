package topfive.ingest;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.errors.TimeoutException;

/** What the broker has been given and has not confirmed, and how that went lately. */
final class Acknowledgements {
    private static final Duration SLOW = Duration.ofSeconds(5);
    /** After that a failure without a later success says nothing any more: nobody has tried since. */
    private static final Duration LATELY = Duration.ofSeconds(60);

    private final Map<CompletableFuture<Void>, Long> since = new ConcurrentHashMap<>();
    private volatile Failure failure;

    /** @param unheard whether it was given up so soon that it was never on its way: the producer heard of no broker */
    private record Failure(long at, boolean unheard, String why) {}

    void expect(CompletableFuture<Void> acknowledged) {
        var began = System.nanoTime();
        since.put(acknowledged, began);
        acknowledged.whenComplete((done, error) -> {
            since.remove(acknowledged);
            failure = error == null ? null : failure(began, error);
        });
    }

    private static Failure failure(long began, Throwable error) {
        var now = System.nanoTime();
        return new Failure(now, error instanceof TimeoutException && now - began < SLOW.toNanos(), why(error));
    }

    /**
     * The broker has answered: what failed because nobody did says nothing any more. Who heeds readiness sends nothing meanwhile that could
     * show it.
     *
     * @param asked when it was asked
     */
    void brokerAnswered(long asked) {
        var last = failure;
        if (last != null && last.unheard() && last.at() - asked < 0) {
            failure = null;
        }
    }

    private static String why(Throwable error) {
        return error.getClass().getSimpleName() + (error.getMessage() == null ? "" : ": " + error.getMessage());
    }

    /** Why one should not count on the broker, in one line; empty where it takes what it is given. */
    Optional<String> missing(long now) {
        var oldest = since.values().stream().mapToLong(Long::longValue).min();
        if (oldest.isPresent() && now - oldest.getAsLong() > SLOW.toNanos()) {
            var seconds = Duration.ofNanos(now - oldest.getAsLong()).toSeconds();
            return Optional.of(String.format(
                    Locale.ROOT,
                    "the broker has acknowledged nothing for %d s, %,d record%s",
                    seconds,
                    since.size(),
                    since.size() == 1 ? " waits" : "s wait"));
        }
        var last = failure;
        return last == null || now - last.at() > LATELY.toNanos()
                ? Optional.empty()
                : Optional.of("the broker did not take the last record: " + last.why());
    }
}
