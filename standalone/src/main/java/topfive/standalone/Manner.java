package topfive.standalone;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * In which way all of it runs.
 *
 * @param clock what time it is for the services
 * @param sampleWeb the folder that stands in for the web of the sample day; then the page says so, nothing is fetched by itself and no day
 *     closes by itself. Empty on every other day.
 */
public record Manner(InstantSource clock, Optional<Path> sampleWeb) {
    public static Manner everyDay(InstantSource clock) {
        return new Manner(clock, Optional.empty());
    }

    boolean isEveryDay() {
        return sampleWeb.isEmpty();
    }
}
