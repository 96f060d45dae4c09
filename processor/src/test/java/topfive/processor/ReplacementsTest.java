package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ReplacementsTest {
    private static final Throwable FULL =
            new StreamsException("task 0_1", new java.io.IOException("No space left on device\nat 0x7f"));

    private final AtomicInteger counted = new AtomicInteger();
    private final Replacements replacements = new Replacements(Duration.ofMinutes(1), counted::incrementAndGet);

    @Test
    void each_next_one_waits_twice_as_long_up_to_ten_seconds() {
        assertThat(IntStream.range(0, 8).mapToObj(death -> replacements.died(second(death), FULL)))
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(8),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10));
    }

    @Test
    void three_within_a_minute_are_told_in_one_line_with_the_innermost_cause() {
        replacements.died(second(0), FULL);
        replacements.died(second(20), FULL);
        assertThat(replacements.tooMany(second(20))).isEmpty();
        replacements.died(second(40), FULL);
        assertThat(replacements.tooMany(second(40)))
                .hasValue("3 stream threads died within 60 s: IOException: No space left on device");
        assertThat(replacements.tooMany(second(61))).as("a minute later").isEmpty();
    }

    @Test
    void who_dies_while_all_stops_is_not_replaced_and_keeps_nobody_waiting() {
        assertThat(replacements.handle(FULL)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        replacements.close();
        assertThat(replacements.handle(FULL)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        assertThat(counted).hasValue(2);
    }

    private static long second(int second) {
        return Duration.ofSeconds(second).toNanos();
    }
}
