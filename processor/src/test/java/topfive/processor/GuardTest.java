package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class GuardTest {
    private final MockProcessorContext<String, Outcome> context = new MockProcessorContext<>();
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Guard guard = new Guard("merge", metrics);
    private final Record<String, byte[]> record = new Record<>("k", new byte[] {1, 2}, 0);

    @Test
    void a_stack_that_is_used_up_is_a_dead_letter_like_any_failure() {
        guard.run(context, record, new byte[] {7}, this::endless);
        assertThat(letter().reason()).isEqualTo("failed");
        assertThat(letter().bytes()).containsExactly(1, 2);
        assertThat(metrics.counter("topfive.dead.letters", "stage", "merge", "reason", "failed")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void what_fails_at_a_time_of_its_own_is_said_and_the_thread_goes_on() {
        guard.run(context, 0, () -> {
            throw new IllegalStateException("no such day");
        });
        assertThat(letter().origin()).isEqualTo("timer");
        assertThat(letter().detail()).isEqualTo("IllegalStateException: no such day");
    }

    @Test
    void a_failure_of_kafka_is_no_fault_of_the_record() {
        assertThatThrownBy(() -> guard.run(context, record, null, () -> {
                    throw new TimeoutException("broker away");
                }))
                .isInstanceOf(TimeoutException.class);
        assertThat(context.forwarded()).isEmpty();
    }

    private topfive.contract.DeadLetter letter() {
        var forwarded = context.forwarded();
        assertThat(forwarded).hasSize(1);
        return ((Outcome.Refused) forwarded.get(0).record().value()).letter();
    }

    private void endless() {
        endless();
    }
}
