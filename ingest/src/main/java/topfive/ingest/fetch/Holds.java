package topfive.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import topfive.ingest.text.Dates;

/** How long an answer holds, by its headers (RFC 9111, 4.2): what is left of {@code max-age}, else the time to {@code Expires}. */
final class Holds {
    private Holds() {}

    /** Null where nothing was said that can be understood; never negative. */
    static Duration of(Answer answer, Instant now) {
        return maxAge(answer.header("Cache-Control"))
                .map(age -> age.minusSeconds(seconds(answer.header("Age")).orElse(0L)))
                .or(() -> expires(answer, now))
                .map(left -> left.isNegative() ? Duration.ZERO : left)
                .orElse(null);
    }

    private static Optional<Duration> maxAge(String cacheControl) {
        return Arrays.stream(cacheControl.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(directive -> directive.startsWith("max-age="))
                .flatMap(directive ->
                        seconds(directive.substring("max-age=".length()).replace("\"", "")).stream())
                .map(Duration::ofSeconds)
                .findFirst();
    }

    private static Optional<Duration> expires(Answer answer, Instant now) {
        try {
            var sent = Dates.parse(answer.header("Date"))
                    .map(date -> date.toInstant())
                    .orElse(now);
            return Dates.parse(answer.header("Expires")).map(date -> Duration.between(sent, date.toInstant()));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Beyond nine digits, which is 31 years, a number is taken for nonsense. */
    private static Optional<Long> seconds(String text) {
        return text.matches("\\d{1,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
