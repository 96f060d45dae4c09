package topfive.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server on loopback that behaves as badly as servers do. */
class HttpWebTest {
    private static final String CONTACT = "mailto:desk@a.example";
    private static final Instant NOW = Instant.parse("2026-10-14T12:00:00Z");

    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void a_conditional_request_carries_what_the_server_gave_and_only_there() throws InterruptedException {
        on("/feed", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("If-None-Match") + " "
                    + exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.getResponseHeaders().add("ETag", "W/\"odd, etag\"");
            exchange.getResponseHeaders().add("Last-Modified", "yesterday-ish");
            answer(exchange, exchange.getRequestHeaders().containsKey("If-None-Match") ? 304 : 200, "feed");
        });
        var web = web("*");

        var first = (Fetched.Fresh) web.get(Request.of(url("/feed"), 100));
        assertThat(web.get(new Request(url("/feed"), first.validators(), 100))).isInstanceOf(Fetched.NotModified.class);
        assertThat(web.get(new Request(url("/feed?other"), first.validators(), 100)))
                .isInstanceOf(Fetched.Fresh.class);
        assertThat(asked).containsExactly("null null", "W/\"odd, etag\" yesterday-ish", "null null");
    }

    @Test
    void the_deadline_covers_the_whole_body() throws InterruptedException {
        on("/robots.txt", exchange -> answer(exchange, 404, ""));
        on("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                while (!over.await(50, TimeUnit.MILLISECONDS)) {
                    out.write('x');
                    out.flush();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(impatient().get(Request.of(url("/drip"), 1_000_000)))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("too-slow"));
    }

    @Test
    void a_bomb_is_not_unpacked_beyond_the_limit() throws InterruptedException {
        on("/bomb", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            answer(exchange, 200, gzip(new byte[50_000_000]));
        });
        on("/page", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            answer(exchange, 200, gzip("a page".getBytes(StandardCharsets.UTF_8)));
        });

        var bomb = (Fetched.Failed) web("*").get(Request.of(url("/bomb"), 3_000_000));
        assertThat(bomb.reason()).isEqualTo("too-large");
        assertThat(bomb.read().length).isLessThan(3_100_000);
        assertThat(((Fetched.Fresh) web("*").get(Request.of(url("/page"), 100))).body())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("a page");
    }

    @Test
    void a_body_over_the_limit_is_hung_up_on() throws InterruptedException {
        on("/large", exchange -> answer(exchange, 200, "x".repeat(10_000)));

        var large = (Fetched.Failed) web("*").get(Request.of(url("/large"), 1_000));
        assertThat(large.reason()).isEqualTo("too-large");
        assertThat(large.read()).hasSize(1_001);
    }

    @Test
    void a_private_address_is_refused_also_behind_a_redirect() throws InterruptedException {
        on("/to-metadata", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/meta-data/");
            answer(exchange, 302, "");
        });

        assertThat(web("*").get(Request.of(url("/to-metadata"), 100)))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.why())
                                .contains("169.254.169.254 is a private address; name it in fetch.allow-private"));
        var strict = new HttpWeb(List.of(), CONTACT, pace(), InstantSource.fixed(NOW), new SimpleMeterRegistry());
        assertThat(strict.get(Request.of(url("/any"), 100)))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("private-address"));
        assertThat(strict.get(
                        Request.of("http://localhost:" + server.getAddress().getPort() + "/", 100)))
                .isInstanceOf(Fetched.Failed.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void a_circle_of_redirects_ends() throws InterruptedException {
        on("/round", exchange -> {
            asked.add("round");
            exchange.getResponseHeaders().add("Location", "/round");
            answer(exchange, 301, "");
        });

        assertThat(web("*").get(Request.of(url("/round"), 100)))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("redirects"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void retry_after_is_obeyed_uncut_and_for_the_whole_host() throws InterruptedException {
        on("/busy", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "864000");
            answer(exchange, 429, "");
        });
        on("/fine", exchange -> {
            asked.add("fine");
            answer(exchange, 200, "x");
        });
        var web = web("*");

        assertThat(web.get(Request.of(url("/busy"), 100)))
                .isInstanceOfSatisfying(
                        Fetched.Later.class,
                        later -> assertThat(later.notBefore()).isEqualTo(NOW.plus(Duration.ofDays(10))));
        assertThat(web.get(Request.of(url("/fine"), 100))).isInstanceOf(Fetched.Later.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void gone_is_gone_and_a_missing_page_is_a_failure() throws InterruptedException {
        on("/gone", exchange -> answer(exchange, 410, ""));

        assertThat(web("*").get(Request.of(url("/gone"), 100))).isInstanceOf(Fetched.Gone.class);
        assertThat(web("*").get(Request.of(url("/missing"), 100)))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("http-404"));
        assertThat(web("*").get(Request.of("file:///etc/passwd", 100)))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("not-http"));
    }

    @Test
    void robots_txt_is_obeyed_and_the_agent_says_who_it_is() throws InterruptedException {
        on("/robots.txt", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            answer(exchange, 200, "User-agent: *\nDisallow: /private/\n");
        });
        on("/private/page", exchange -> {
            asked.add("private");
            answer(exchange, 200, "x");
        });
        var web = web("*");

        assertThat(web.get(Request.of(url("/private/page"), 100)))
                .isInstanceOfSatisfying(
                        Fetched.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("robots"));
        assertThat(asked).containsExactly("Topfive/0.1 (+mailto:desk@a.example)");
    }

    private interface Handler {
        void handle(HttpExchange exchange) throws IOException;
    }

    private void on(String path, Handler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 || status == 304 ? -1 : body.length);
        if (body.length > 0 && status != 304) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static HttpWeb web(String port) {
        return new HttpWeb(
                List.of("127.0.0.1:" + port), CONTACT, pace(), InstantSource.fixed(NOW), new SimpleMeterRegistry());
    }

    private static HttpWeb impatient() {
        var pace = new HttpWeb.Pace(Duration.ofMillis(700), Duration.ZERO);
        return new HttpWeb(List.of("127.0.0.1:*"), CONTACT, pace, InstantSource.fixed(NOW), new SimpleMeterRegistry());
    }

    private static HttpWeb.Pace pace() {
        return new HttpWeb.Pace(Duration.ofSeconds(30), Duration.ZERO);
    }
}
