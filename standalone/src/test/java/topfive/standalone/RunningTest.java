package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RunningTest {
    private final List<String> closed = new CopyOnWriteArrayList<>();

    @Test
    void a_part_that_hangs_is_left_behind_and_those_it_uses_are_closed_all_the_same() {
        var never = new CountDownLatch(1);
        var running = new Running(Duration.ofSeconds(2));
        running.add(part("broker"));
        running.add(new Part("processor", "", () -> true, never::await));
        running.add(part("ingest"));
        var began = System.nanoTime();

        running.close();

        assertThat(closed).containsExactly("ingest", "broker");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        never.countDown();
    }

    @Test
    void what_is_started_while_all_is_closed_is_closed_as_well() {
        var running = new Running();
        running.add(part("broker"));
        running.close();

        assertThatThrownBy(() -> running.add(part("processor"))).isInstanceOf(Running.Stopped.class);

        assertThat(closed).containsExactly("broker", "processor");
    }

    @Test
    void a_part_that_fails_to_stop_keeps_no_other_from_stopping() {
        var running = new Running();
        running.add(part("broker"));
        running.add(new Part("processor", "", () -> true, () -> {
            throw new IllegalStateException("no");
        }));

        running.close();

        assertThat(closed).containsExactly("broker");
    }

    private Part part(String name) {
        return new Part(name, "", () -> true, () -> closed.add(name));
    }
}
