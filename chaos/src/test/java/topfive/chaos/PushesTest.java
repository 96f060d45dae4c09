package topfive.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushesTest {
    private static final String DOCUMENT = Pushes.document("desk", "https://desk.example/1", "One", "Hello.");

    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final Sent sent = new Sent();
    private HttpServer server;
    private Pushes pushes;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        server.createContext("/v1/documents", exchange -> {
            try (exchange) {
                var body = "{\"id\":\"ab12\",\"duplicate\":true}".getBytes(StandardCharsets.UTF_8);
                var status = statuses.remove();
                if (status == 429) {
                    exchange.getResponseHeaders().set("Retry-After", "1");
                }
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        pushes = new Pushes(server.getAddress().getPort(), sent);
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void who_insists_comes_again_until_it_is_taken() throws Exception {
        statuses.addAll(List.of(429, 202));
        var before = System.nanoTime();

        var answer = pushes.insist(DOCUMENT, Duration.ofMinutes(1));

        assertThat(answer.id()).isEqualTo("ab12");
        assertThat(answer.duplicate()).isTrue();
        assertThat(sent.differences(List.of())).containsExactly("lost push ab12");
        assertThat(pushes.answers()).hasToString("{202=1, 429=1}");
        assertThat(pushes.withoutRetryAfter()).isZero();
        assertThat(pushes.takenSince(before)).isTrue();
        assertThat(pushes.takenSince(System.nanoTime())).isFalse();
    }

    @Test
    void who_insists_has_an_end() {
        statuses.add(503);

        assertThatThrownBy(() -> pushes.insist(DOCUMENT, Duration.ZERO))
                .isInstanceOf(TimeoutException.class)
                .hasMessage("a push was not taken within 0 s, last answer 503");
    }

    @Test
    void what_is_refused_as_no_good_is_not_pushed_again() {
        statuses.addAll(List.of(400, 202));

        assertThatThrownBy(() -> pushes.insist(DOCUMENT, Duration.ofMinutes(1)))
                .hasMessage("a push was refused with 400");
    }

    @Test
    void other_answers_and_such_without_a_time_are_wrong(@TempDir Path out) throws Exception {
        statuses.addAll(List.of(200, 503, 500));
        for (int i = 0; i < 3; i++) {
            pushes.push(DOCUMENT);
        }
        var stage = new Stage(Journal.in(out.resolve("a.jsonl")), out, 1);

        pushes.judge(stage);

        assertThat(stage.wrong())
                .containsExactly("1 pushes were answered 500", "1 were told to come again, but not when");
    }
}
