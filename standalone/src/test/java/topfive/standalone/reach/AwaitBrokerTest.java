package topfive.standalone.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.broker.EmbeddedBroker;
import topfive.standalone.broker.Ports;

class AwaitBrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void a_broker_that_comes_later_is_waited_for_with_a_line_and_then_it_goes_on_by_itself() {
        var port = Ports.free();
        var waiting = CompletableFuture.supplyAsync(() -> AwaitBroker.at(at(port), PATIENCE, said::add));
        await().atMost(PATIENCE).until(() -> !said.isEmpty());
        assertThat(waiting).isNotDone();

        try (var broker = EmbeddedBroker.start(data, port)) {
            assertThat(broker.address()).isEqualTo("127.0.0.1:" + port);
            assertThat(waiting.orTimeout(60, java.util.concurrent.TimeUnit.SECONDS)
                            .join())
                    .isEqualTo(new Reached(1, List.of()));
        }
        assertThat(said.get(0))
                .matches("waiting for the broker at 127.0.0.1:" + port + ": connection refused \\(\\d s of 60 s\\)");
    }

    @Test
    void one_that_does_not_come_in_time_ends_with_4() {
        assertThatThrownBy(() -> AwaitBroker.at(at(Ports.free()), Duration.ofSeconds(3), said::add))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(Exit.UNREACHABLE));
        assertThat(said).isNotEmpty();
    }

    @Test
    void what_waiting_does_not_help_is_not_waited_for() {
        var noAddress = Map.<String, Object>of("bootstrap.servers", "localhost");
        assertThatThrownBy(() -> AwaitBroker.at(noAddress, PATIENCE, said::add))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(Exit.CONFIGURATION));
        assertThat(said).isEmpty();
    }

    private static Map<String, Object> at(int port) {
        return Map.of("bootstrap.servers", "127.0.0.1:" + port);
    }
}
