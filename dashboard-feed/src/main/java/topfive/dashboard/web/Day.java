package topfive.dashboard.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import topfive.dashboard.page.Times;

/** A day as it stands in an address. */
final class Day {
    private Day() {}

    static Optional<LocalDate> parse(String written) {
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static String heading(LocalDate day) {
        return Times.full(day);
    }
}
