package topfive.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms that are sent, to hubs above all. */
class PostingTest {
    private final List<String> came = new CopyOnWriteArrayList<>();
    private final HttpWeb web =
            new HttpWeb(List.of("127.0.0.1:*"), "", InstantSource.fixed(Instant.EPOCH), new SimpleMeterRegistry());
    private HttpServer server;
    private String home;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            came.add(exchange.getRequestMethod() + " " + path + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Location", path.equals("/308") ? "/202" : path);
            exchange.sendResponseHeaders(Integer.parseInt(path.substring(1)), -1);
            exchange.close();
        });
        server.start();
        home = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_form_stays_a_form_over_a_redirect() throws Exception {
        var form = new LinkedHashMap<String, String>();
        form.put("hub.mode", "subscribe");
        form.put("hub.topic", "https://a.example/f?x=1&y=ü");

        assertThat(web.post(home + "/308", form, true)).isEmpty();
        var encoded = "hub.mode=subscribe&hub.topic=https%3A%2F%2Fa.example%2Ff%3Fx%3D1%26y%3D%C3%BC";
        assertThat(came).containsExactly("POST /308 " + encoded, "POST /202 " + encoded);
    }

    @ParameterizedTest
    @CsvSource({"/404, 1, answers 404", "/500, 1, answers 500", "/302, 1, answers 302", "/307, 4, more than 3 redirects"
    })
    void what_is_not_accepted_says_why(String path, int asked, String why) throws Exception {
        assertThat(web.post(home + path, Map.of("a", "b"), true))
                .hasValueSatisfying(said -> assertThat(said).contains(why));
        assertThat(came).hasSize(asked);
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "user@127.0.0.1"})
    void nothing_is_sent_to_a_private_address_that_a_stranger_names(String host) throws Exception {
        var url = home.replace("127.0.0.1", host) + "/202";

        assertThat(web.post(url, Map.of("a", "b"), false)).isNotEqualTo(Optional.empty());
        assertThat(came).isEmpty();
    }
}
