package topfive.ingest.schedule;

import java.time.Duration;
import java.time.Instant;

/** A little delay of each source's own, so that they do not all come at once. The same source at the same moment has the same. */
public final class Jitter {
    private static final int STEPS = 1000;

    private Jitter() {}

    /** From nothing to almost {@code most}, in whole seconds. */
    public static Duration of(String source, Instant now, Duration most) {
        long mixed = (source.hashCode() * 31L + now.getEpochSecond()) * 0x9E3779B97F4A7C15L;
        return Duration.ofSeconds(most.toSeconds() * Math.floorMod(mixed ^ mixed >>> 32, STEPS) / STEPS);
    }
}
