package topfive.processor;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import topfive.contract.Day;

/**
 * How the processor runs.
 *
 * @param zone in which days begin and end
 * @param grace how long after its end a day still takes reports
 * @param languages what is read; other languages are counted
 * @param state folder of the state stores, one process each
 * @param threads stream threads; one for each core that is left
 * @param ticker whether this process closes days when their time has come; off where somebody else does
 * @param patience how long nothing may be committed while records wait, before it is not ready; three stream threads that died within that
 *     time are too many
 */
public record Settings(
        ZoneId zone,
        Duration grace,
        List<String> languages,
        Path state,
        int threads,
        boolean ticker,
        Duration patience) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public Settings(ZoneId zone, Duration grace, List<String> languages, Path state, int threads, boolean ticker) {
        this(zone, grace, languages, state, threads, ticker, PATIENCE);
    }

    public Settings {
        languages = List.copyOf(languages);
        if (threads < 1) {
            throw new IllegalArgumentException("processor threads: " + threads + ", expected at least 1");
        }
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace: " + grace + ", expected a duration of 0 or more");
        }
    }

    Day days() {
        return new Day(zone, grace);
    }
}
