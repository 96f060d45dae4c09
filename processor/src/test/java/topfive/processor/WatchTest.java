package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;

class WatchTest {
    @Test
    void whatever_it_meets_it_goes_on() throws InterruptedException {
        assertThat(Watch.wasAnswered(() -> LocalDate.parse("not ours"))).isFalse();
        assertThat(Watch.wasAnswered(() -> {
                    throw new TimeoutException("broker away");
                }))
                .isFalse();
        assertThat(Watch.wasAnswered(() -> {
                    throw new InterruptException("stops");
                }))
                .isFalse();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(Watch.wasAnswered(() -> {})).isTrue();
    }
}
