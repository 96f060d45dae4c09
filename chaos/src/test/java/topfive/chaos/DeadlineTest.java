package topfive.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void it_looks_until_it_is_there() throws Exception {
        Deadline.await("the third look", Duration.ofMinutes(1), () -> looks.incrementAndGet() == 3);

        assertThat(looks).hasValue(3);
    }

    @Test
    void what_does_not_come_is_named_as_it_was_at_the_end() {
        assertThatThrownBy(() -> Deadline.await(() -> "look " + looks, Duration.ZERO, () -> {
                    looks.incrementAndGet();
                    return false;
                }))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("look 1: not within 0 s");
    }

    @Test
    void a_look_can_end_the_waiting() {
        assertThatThrownBy(() -> Deadline.await("it", Duration.ofMinutes(1), () -> {
                    throw new TimeoutException("it has ended");
                }))
                .hasMessage("it has ended");
    }
}
