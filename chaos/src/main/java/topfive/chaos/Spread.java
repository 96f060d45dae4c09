package topfive.chaos;

import java.util.Collection;

/** How measured durations are spread, by the nearest-rank method; all 0 where nothing was measured. */
public record Spread(int count, long p50, long p95, long max) {
    public static Spread of(Collection<Long> values) {
        var sorted = values.stream().sorted().mapToLong(Long::longValue).toArray();
        return new Spread(sorted.length, rank(sorted, 50), rank(sorted, 95), rank(sorted, 100));
    }

    private static long rank(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }
}
