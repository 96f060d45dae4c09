package topfive.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import topfive.ingest.text.Dates;

/**
 * {@code Retry-After} as seconds or as a date (RFC 9110, 10.2.3). However far away, it is obeyed uncut and shown to the operator, who may
 * mute the source; what cannot be understood, or lies in the past, counts as unsaid.
 */
final class RetryAfter {
    private static final Duration UNSAID = Duration.ofMinutes(15);

    /** The last moment that every reader of dates can hold. */
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private RetryAfter() {}

    /** @param header "" where it is missing */
    static Instant from(String header, Instant now) {
        return stated(header, now).filter(until -> !until.isBefore(now)).orElse(now.plus(UNSAID));
    }

    private static Optional<Instant> stated(String said, Instant now) {
        if (said.matches("\\d{12,}")) {
            return Optional.of(LAST);
        }
        try {
            var until = said.matches("\\d+")
                    ? Optional.of(now.plusSeconds(Long.parseLong(said)))
                    : Dates.parse(said).map(date -> date.toInstant());
            return until.map(moment -> moment.isAfter(LAST) ? LAST : moment);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
