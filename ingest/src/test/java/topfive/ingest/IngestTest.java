package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Web;

class IngestTest {
    @Test
    void it_starts_without_a_broker_and_says_that_it_is_not_ready() throws IOException {
        Map<String, Object> nobody = Map.of("bootstrap.servers", "127.0.0.1:" + closedPort());
        Web web = request -> Fetched.Failed.of("http-404", "");
        try (var ingest =
                Ingest.start(settings(), nobody, web, InstantSource.fixed(Instant.EPOCH), new SimpleMeterRegistry())) {
            assertThat(ingest.pushPort()).isPositive();
            assertThat(ingest.ready()).isFalse();
            assertThatThrownBy(ingest::harvestOnce).hasMessage("the broker is away: nothing was read");
        }
    }

    @Test
    void a_public_source_is_not_asked_more_often_than_every_ten_minutes() {
        var often = new Subscription("a", "A", "https://a.example/feed", "feed", Duration.ofMinutes(1), "");
        assertThatThrownBy(() -> settings(List.of(), often)).hasMessageContaining("expected 10 minutes or more");
        var mine = new Subscription("a", "A", "http://127.0.0.1:9/feed", "feed", Duration.ofSeconds(1), "");
        assertThat(settings(List.of("127.0.0.1:*"), mine).sources()).containsExactly(mine);
    }

    private static Settings settings() {
        return settings(List.of());
    }

    private static Settings settings(List<String> allowPrivate, Subscription... sources) {
        return new Settings(
                List.of(sources), allowPrivate, "", List.of("en"), "127.0.0.1", 0, Optional.empty(), Path.of("."));
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
