package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import topfive.ingest.text.Unreadable;

class OwnThreadTest {
    @Test
    void a_reading_without_end_is_given_up_and_the_next_one_goes_on() throws Exception {
        var over = new AtomicBoolean();
        var limit = new OwnThread(Duration.ofMillis(100));

        assertThatThrownBy(() -> limit.within("page", () -> spin(over)))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.reason()).isEqualTo("too-slow"))
                .hasMessageContaining("page")
                .hasMessageContaining("100 ms");
        assertThat(limit.<String>within("next", () -> "read")).isEqualTo("read");
        over.set(true);
    }

    @Test
    void one_that_only_waits_is_given_up_too() {
        var never = new CountDownLatch(1);

        assertThatThrownBy(() -> new OwnThread(Duration.ofMillis(20)).within("page", () -> waitFor(never)))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.reason()).isEqualTo("too-slow"));
        never.countDown();
    }

    @Test
    void a_reader_that_breaks_down_over_it_says_so() {
        assertThatThrownBy(() -> new OwnThread().within("deep.html", () -> deep(0)))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.reason()).isEqualTo("failed"))
                .hasMessageContaining("deep.html")
                .hasMessageContaining("StackOverflowError");
    }

    @Test
    void what_the_reader_says_of_the_bytes_is_what_is_said() {
        assertThatThrownBy(() -> new OwnThread().within("x", () -> {
                    throw new Unreadable("empty", "x is empty");
                }))
                .hasMessage("x is empty");
    }

    @Test
    void a_service_that_stops_blames_no_document() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new OwnThread().within("x", () -> "read")).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static String spin(AtomicBoolean over) {
        long turns = 0;
        while (!over.get()) {
            turns++;
        }
        return Long.toString(turns);
    }

    private static String waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "";
    }

    private static int deep(int level) {
        return level < 0 ? 0 : 1 + deep(level + 1);
    }
}
