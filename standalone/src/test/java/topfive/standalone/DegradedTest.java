package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DegradedTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-10-14T18:00:00Z");
    private final Degraded degraded = new Degraded(metrics, () -> now);

    @Test
    void dead_letters_are_named_for_ten_minutes() {
        assertThat(degraded.lines()).isEmpty();
        metrics.counter("topfive.dead.letters", "stage", "read", "reason", "failed")
                .increment(2);
        metrics.counter("topfive.dead.letters", "stage", "merge", "reason", "failed")
                .increment();
        assertThat(degraded.lines()).containsExactly("3 dead letters within 10 minutes: topfive dead-letters list");
        now = now.plus(Duration.ofMinutes(9));
        assertThat(degraded.lines()).hasSize(1);
        now = now.plus(Duration.ofMinutes(12));
        assertThat(degraded.lines()).isEmpty();
    }

    @Test
    void a_day_is_overdue_after_a_quarter_of_an_hour_and_the_most_urgent_comes_first() {
        var overdue = metrics.gauge("topfive.day.overdue.seconds", new AtomicLong(900));
        var alarm = metrics.gauge("topfive.clock.alarm", new AtomicLong(1));
        var apart = metrics.gauge("topfive.clock.apart.seconds", new AtomicLong(1800));
        assertThat(degraded.lines()).containsExactly("this clock and the broker's are 1,800 s apart: no day is closed");
        overdue.set(901);
        assertThat(degraded.lines().get(0)).isEqualTo("a day is overdue for 15 minutes");
        overdue.set(7200);
        assertThat(degraded.lines())
                .containsExactly(
                        "a day is overdue for 120 minutes",
                        "this clock and the broker's are 1,800 s apart: no day is closed");
        alarm.set(0);
        apart.set(0);
        assertThat(degraded.lines()).containsExactly("a day is overdue for 120 minutes");
    }
}
