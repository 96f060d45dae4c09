package topfive.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import topfive.ingest.text.Dates;

/** {@code Retry-After} as seconds or as a date. However long it is, it is obeyed uncut. */
public final class RetryAfter {
    private static final Duration UNSAID = Duration.ofMinutes(15);

    private RetryAfter() {}

    public static Instant from(Optional<String> header, Instant now) {
        return header.map(String::strip).flatMap(said -> stated(said, now)).orElse(now.plus(UNSAID));
    }

    private static Optional<Instant> stated(String said, Instant now) {
        try {
            return said.matches("\\d{1,12}")
                    ? Optional.of(now.plusSeconds(Long.parseLong(said)))
                    : Dates.parse(said).map(date -> date.toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
