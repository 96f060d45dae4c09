package topfive.ingest;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** What the broker has been given and has not confirmed, and how that went lately. */
final class Acknowledgements {
    private static final Duration SLOW = Duration.ofSeconds(5);
    /** After that a failure without a later success says nothing any more: nobody has tried since. */
    private static final Duration LATELY = Duration.ofSeconds(60);

    private final Map<CompletableFuture<Void>, Long> since = new ConcurrentHashMap<>();
    private volatile Failure failure;

    private record Failure(long at, String why) {}

    void expect(CompletableFuture<Void> acknowledged) {
        since.put(acknowledged, System.nanoTime());
        acknowledged.whenComplete((done, error) -> {
            since.remove(acknowledged);
            failure = error == null ? null : new Failure(System.nanoTime(), why(error));
        });
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
