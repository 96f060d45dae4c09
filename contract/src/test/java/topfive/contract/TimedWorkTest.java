package topfive.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TimedWorkTest {
    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_thread_that_cannot_be_started_takes_nobodys_place() {
        var nameless = new TimedWork(null, Duration.ofSeconds(1), Duration.ofSeconds(1));
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> nameless.run(() -> "never")).isInstanceOf(NullPointerException.class);
        }
    }
}
