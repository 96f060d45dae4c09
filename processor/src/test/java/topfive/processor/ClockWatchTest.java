package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Day;

/** The clock of the machine jumps, and the broker's with it: it runs on the same machine. */
class ClockWatchTest {
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Machine machine = new Machine();

    /** A machine and a broker, each with a clock; time passes on both, and a clock may be moved. */
    private static final class Machine implements Ticker.Desk {
        private Instant clock = TEN;
        private Instant broker = TEN;
        private Optional<Duration> uptime = Optional.of(Duration.ofDays(3));
        private LocalDate last = TODAY.minusDays(1);
        private final List<String> closed = new ArrayList<>();

        void pass(Duration time) {
            jump(time);
            uptime = uptime.map(up -> up.plus(time));
        }

        void jump(Duration by) {
            clock = clock.plus(by);
            broker = broker.plus(by);
        }

        @Override
        public Instant brokersTime() {
            return broker;
        }

        @Override
        public Optional<LocalDate> lastFinal() {
            return Optional.of(last);
        }

        @Override
        public Optional<Instant> firstDocument() {
            return Optional.empty();
        }

        @Override
        public void close(LocalDate day) {
            closed.add(day.toString());
            last = day;
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT14H31M", "PT8760H", "PT11M", "-PT2H", "-PT8760H"})
    void a_day_is_not_closed_by_a_clock_that_jumped_and_is_closed_once_it_is_right_again(Duration jump) {
        try (var ticker = ticker("UTC")) {
            machine.pass(Duration.ofHours(14)); // midnight; the day closes at half past
            ticker.tick();
            machine.jump(jump);
            ticker.tick();
            machine.pass(Duration.ofHours(2));
            ticker.tick();
            ticker.tick();
            assertThat(machine.closed).isEmpty();
            assertThat(gauge("topfive.clock.alarm")).isEqualTo(1);
            assertThat(gauge("topfive.clock.apart.seconds"))
                    .isEqualTo(jump.abs().toSeconds());

            machine.jump(jump.negated());
            ticker.tick();
            assertThat(machine.closed).containsExactly("2026-11-22");
            assertThat(gauge("topfive.clock.alarm")).isZero();
        }
    }

    @Test
    void many_small_jumps_are_one_large_one() {
        try (var ticker = ticker("UTC")) {
            for (int i = 0; i < 6; i++) {
                machine.jump(Duration.ofMinutes(2));
                machine.pass(Duration.ofSeconds(5));
                ticker.tick();
            }
            assertThat(gauge("topfive.clock.alarm")).isEqualTo(1);
        }
    }

    @Test
    void a_clock_that_goes_back_closes_no_day_a_second_time() {
        try (var ticker = ticker("UTC")) {
            machine.pass(Duration.ofMinutes(14 * 60 + 31));
            ticker.tick();
            assertThat(machine.closed).containsExactly("2026-11-22");
            machine.jump(Duration.ofHours(-2));
            ticker.tick();
            machine.pass(Duration.ofHours(2));
            ticker.tick();
            machine.jump(Duration.ofHours(2));
            ticker.tick();
            machine.pass(Duration.ofHours(22));
            ticker.tick();
            assertThat(machine.closed).containsExactly("2026-11-22", "2026-11-23");
        }
    }

    @Test
    void a_laptop_that_slept_over_two_midnights_closes_both_days_in_order_when_it_wakes() {
        try (var ticker = ticker("UTC")) {
            machine.pass(Duration.ofHours(40));
            ticker.tick();
            assertThat(machine.closed).containsExactly("2026-11-22", "2026-11-23");
            assertThat(gauge("topfive.clock.apart.seconds")).isZero();
        }
    }

    @Test
    void after_a_start_the_clock_that_jumped_before_is_believed() {
        try (var ticker = ticker("UTC")) {
            machine.jump(Duration.ofHours(15));
            ticker.tick();
            assertThat(machine.closed).isEmpty();
        }
        try (var again = ticker("UTC")) {
            machine.pass(Duration.ofSeconds(5));
            again.tick();
            assertThat(machine.closed).containsExactly("2026-11-22");
        }
    }

    @Test
    void where_the_machine_cannot_say_how_long_it_has_been_up_the_broker_alone_is_asked() {
        machine.uptime = Optional.empty();
        try (var ticker = ticker("UTC")) {
            machine.clock = TEN.plus(Duration.ofHours(15));
            ticker.tick();
            assertThat(machine.closed).isEmpty();
            assertThat(gauge("topfive.clock.apart.seconds")).isEqualTo(15 * 3600);
            machine.broker = machine.clock;
            ticker.tick();
            assertThat(machine.closed).containsExactly("2026-11-22");
        }
    }

    @Test
    void a_clock_that_was_wrong_at_the_start_and_was_set_by_the_brokers_is_believed() {
        machine.clock = Instant.EPOCH;
        try (var ticker = ticker("UTC")) {
            assertThat(gauge("topfive.clock.alarm")).isEqualTo(1);
            machine.clock = machine.broker;
            machine.pass(Duration.ofHours(15));
            ticker.tick();
            assertThat(machine.closed).containsExactly("2026-11-22");
        }
    }

    @Test
    void a_broker_that_tells_another_time_raises_the_alarm_hours_before_the_day_ends() {
        try (var ticker = ticker("UTC")) {
            ticker.tick();
            machine.broker = TEN.plus(Duration.ofHours(1));
            for (int i = 0; i < 121; i++) {
                machine.pass(Duration.ofSeconds(5));
                ticker.tick();
            }
            assertThat(gauge("topfive.clock.alarm")).isEqualTo(1);
        }
    }

    /** The island crossed the date line: the 30th of December 2011 never came. */
    @Test
    void a_day_that_a_zone_leaves_out_is_closed_with_the_day_before_it_and_holds_nothing_up() {
        machine.clock = Instant.parse("2011-12-29T12:00:00Z");
        machine.broker = machine.clock;
        machine.last = LocalDate.parse("2011-12-28");
        try (var ticker = ticker("Pacific/Apia")) {
            for (int hours = 0; hours < 48; hours++) {
                machine.pass(Duration.ofHours(1));
                ticker.tick();
            }
            assertThat(machine.closed).containsExactly("2011-12-29", "2011-12-30", "2011-12-31");
        }
    }

    @Test
    void linux_says_how_long_it_has_been_up(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("uptime"), "34829.51 60312.44\n");
        assertThat(Uptime.in(file)).contains(Duration.ofMillis(34_829_510));
        assertThat(Uptime.in(folder.resolve("none"))).isEmpty();
        assertThat(Uptime.in(Files.writeString(file, "no number"))).isEmpty();
        assertThat(Uptime.in(Files.writeString(file, ""))).isEmpty();
    }

    /** It has looked once. */
    private Ticker ticker(String zone) {
        var days = new Day(ZoneId.of(zone), Duration.ofMinutes(30));
        var watch = new ClockWatch(() -> machine.clock, () -> machine.uptime, metrics);
        var ticker = new Ticker(machine, days, () -> machine.clock, watch);
        ticker.tick();
        return ticker;
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }
}
