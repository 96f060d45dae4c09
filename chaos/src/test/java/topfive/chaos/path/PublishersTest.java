package topfive.chaos.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.chaos.Deadline;
import topfive.chaos.Run;
import topfive.chaos.Sent;
import topfive.chaos.point.Feed;

class PublishersTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean takes = new AtomicBoolean();

    @Test
    void whoever_insists_is_not_waited_for_by_the_one_who_starts_the_service_again() throws Exception {
        var service = service();
        var run = new Run();
        run.brief(1, folder);
        try {
            var status = run.play("path", stage -> {
                try (var feed = Feed.start();
                        var publishers =
                                new Publishers(feed, service.getAddress().getPort(), new Sent(), stage)) {
                    publishers.begin();
                    Deadline.await("somebody pushes", SOON, () -> asked.get() > 0);
                    assertTimeoutPreemptively(SOON, publishers::stop);
                    assertThat(publishers.haveEnded()).isFalse();

                    takes.set(true);
                    Deadline.await("all have ended", SOON, publishers::haveEnded);
                }
            });
            assertThat(status).isZero();
        } finally {
            service.stop(0);
        }
    }

    private HttpServer service() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/v1/documents", exchange -> {
            asked.incrementAndGet();
            try (exchange) {
                var body = "{\"id\":\"one\",\"duplicate\":true}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(takes.get() ? 202 : 503, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        return server;
    }
}
