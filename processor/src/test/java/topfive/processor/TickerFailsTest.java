package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A schedule ends for good with the first thing that its work throws. */
class TickerFailsTest {
    private static final Instant NOW = Instant.parse("2026-03-05T00:31:00Z");

    @Test
    void an_error_of_any_kind_ends_no_schedule() {
        var desk = new Failing();
        var watch = new ClockWatch(() -> NOW, Optional::empty, new SimpleMeterRegistry());
        try (var ticker = new Ticker(desk, Sample.DAYS, () -> NOW, watch)) {
            assertThatCode(ticker::tick).doesNotThrowAnyException();
            ticker.tick();
            assertThat(desk.closed).containsExactly(Sample.DAY);
        }
    }

    private static final class Failing implements Ticker.Desk {
        private final List<LocalDate> closed = new ArrayList<>();
        private boolean failed;

        @Override
        public Instant brokersTime() {
            return NOW;
        }

        @Override
        public Optional<LocalDate> lastFinal() {
            return Optional.of(Sample.DAY.minusDays(1));
        }

        @Override
        public Optional<Instant> firstDocument() {
            return Optional.empty();
        }

        @Override
        public void close(LocalDate day) {
            if (!failed) {
                failed = true;
                throw new OutOfMemoryError("unable to create native thread");
            }
            closed.add(day);
        }

        @Override
        public void close() {}
    }
}
