package topfive.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

    @Test
    void one_that_sleeps_is_given_up_after_the_patience() {
        var work = new TimedWork("sleeper", Duration.ofSeconds(60), Duration.ofMillis(200));
        assertThatThrownBy(() -> work.run(() -> new CountDownLatch(1).await(60, TimeUnit.SECONDS)))
                .isInstanceOf(TimeoutException.class);
    }

    /** As one that gets no processor: it would run, and takes no time of it. */
    @Test
    void one_that_would_go_on_is_waited_for_longer() throws Exception {
        var patience = Duration.ofMillis(500);
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(server.getInetAddress(), server.getLocalPort());
                var accepted = server.accept()) {
            var later = CompletableFuture.delayedExecutor(2 * patience.toMillis(), TimeUnit.MILLISECONDS);
            later.execute(() -> write(accepted));
            var read = new TimedWork("reader", Duration.ofSeconds(60), patience)
                    .run(() -> client.getInputStream().read());
            assertThat(read).isEqualTo(7);
        }
    }

    private static void write(Socket to) {
        try {
            to.getOutputStream().write(7);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
