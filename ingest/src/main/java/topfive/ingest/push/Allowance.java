package topfive.ingest.push;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many requests a second for each name, after a burst: a bucket of tokens. Whoever has long been silent is forgotten. */
final class Allowance {
    private static final int MOST = 10_000;

    private final int rate;
    private final int burst;
    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    private record Bucket(double left, Instant at) {}

    /** @param rate a second */
    Allowance(int rate, int burst, InstantSource clock) {
        this.rate = rate;
        this.burst = burst;
        this.clock = clock;
    }

    /** @return zero where this request may go on; else how long to wait */
    synchronized Duration ask(String name) {
        var now = clock.instant();
        var before = buckets.getOrDefault(name, new Bucket(burst, now));
        double left = Math.min(burst, before.left() + gained(before.at(), now));
        boolean enough = left >= 1;
        buckets.put(name, new Bucket(enough ? left - 1 : left, now));
        return enough ? Duration.ZERO : Duration.ofMillis((long) Math.ceil((1 - left) * 1000 / rate));
    }

    /** A clock that is set back gives nothing, and takes nothing. */
    private double gained(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1000.0) * rate;
    }
}
