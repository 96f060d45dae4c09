package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topfive.contract.Day;

/** Which days a new installation closes; nothing was published before. Days close half an hour after midnight. */
class FirstDayTest {
    /** @param first when the first document came, "" for none */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T00:10:00Z, '', 2026-11-21", // what comes until half past may be yesterday's
        "2026-11-22T00:30:00Z, '', 2026-11-22",
        "2026-11-22T14:00:00Z, '', 2026-11-22",
        "2026-11-22T14:00:00Z, 2026-11-22T00:10:00Z, 2026-11-21",
        "2026-11-22T14:00:00Z, 2026-11-20T09:00:00Z, 2026-11-20",
        "2026-11-22T14:00:00Z, 2026-01-01T09:00:00Z, 2026-11-14"
    })
    void begins_with_the_first_day_that_was_open_when_something_could_come(String now, String first, LocalDate day) {
        var desk = new New(first.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(first)));
        var days = new Day(ZoneOffset.UTC, Duration.ofMinutes(30));
        var clock = Instant.parse(now);
        desk.time = clock;
        var watch = new ClockWatch(() -> desk.time, Optional::empty, new SimpleMeterRegistry());
        try (var ticker = new Ticker(desk, days, () -> desk.time, watch)) {
            ticker.tick();
            desk.time = clock.plus(Duration.ofDays(1));
            ticker.tick();
        }
        assertThat(desk.closed).first().isEqualTo(day);
    }

    private static final class New implements Ticker.Desk {
        private final Optional<Instant> first;
        private final List<LocalDate> closed = new ArrayList<>();
        private Instant time;

        New(Optional<Instant> first) {
            this.first = first;
        }

        @Override
        public Instant brokersTime() {
            return time;
        }

        @Override
        public Optional<LocalDate> lastFinal() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> firstDocument() {
            return first;
        }

        @Override
        public void close(LocalDate day) {
            closed.add(day);
        }

        @Override
        public void close() {}
    }
}
