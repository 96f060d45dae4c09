package topfive.processor;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How long this machine has been up, its sleep included: what Java's own timers leave out. */
final class Uptime {
    /** Linux: seconds since the start, then something else. */
    static final Path LINUX = Path.of("/proc/uptime");

    private Uptime() {}

    /** @return empty where the system has no such file */
    static Optional<Duration> in(Path file) {
        try {
            var seconds = new BigDecimal(Files.readString(file).strip().split("\\s")[0]);
            return Optional.of(Duration.ofMillis(seconds.movePointRight(3).longValue()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
