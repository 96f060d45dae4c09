package topfive.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** TLS over the sockets that check where they lead. */
class SecureTest {
    private final HeldCertificate certificate = new HeldCertificate.Builder()
            .addSubjectAlternativeName("news.example")
            .build();
    private final HandshakeCertificates believing = new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .addTrustedCertificate(certificate.certificate())
            .build();
    private HttpsServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(believing.sslContext()));
        server.createContext("/robots.txt", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.createContext("/page", exchange -> {
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("page".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.createContext("/down", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://news.example/page");
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_page_is_read_over_tls() throws Exception {
        assertThat(fetch("news.example", "/page", true))
                .isInstanceOfSatisfying(
                        Fetched.Fresh.class,
                        fresh -> assertThat(fresh.body()).asString().isEqualTo("page"));
    }

    @Test
    void what_is_secure_leads_to_nothing_that_is_not() throws Exception {
        assertThat(failure("news.example", "/down", true))
                .isEqualTo("insecure-redirect: " + url("news.example", "/down")
                        + " leads from https to http://news.example/page");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_or_of_another_name_is_refused_in_words() throws Exception {
        assertThat(failure("news.example", "/page", false))
                .startsWith("unreachable: " + url("news.example", "/robots.txt") + ": no secure connection: ");
        assertThat(failure("other.example", "/page", true))
                .startsWith("unreachable: " + url("other.example", "/robots.txt") + ": no secure connection: ");
    }

    private String failure(String host, String path, boolean trusts) throws InterruptedException {
        var failed = (Fetched.Failed) fetch(host, path, trusts);
        return failed.reason() + ": " + failed.why();
    }

    private Fetched fetch(String host, String path, boolean trusts) throws InterruptedException {
        UnaryOperator<OkHttpClient.Builder> trust = trusts
                ? client -> client.sslSocketFactory(believing.sslSocketFactory(), believing.trustManager())
                : UnaryOperator.identity();
        var web = new HttpWeb(
                List.of("127.0.0.1:*"),
                "",
                new HttpWeb.Pace(Duration.ofSeconds(20), Duration.ZERO),
                InstantSource.fixed(Instant.parse("2026-10-14T12:00:00Z")),
                new SimpleMeterRegistry(),
                new Exchange.Network(
                        name -> List.of(InetAddress.getByAddress(name, new byte[] {127, 0, 0, 1})), Set.of(), trust));
        return web.get(Request.of(url(host, path), 100));
    }

    private String url(String host, String path) {
        return "https://" + host + ":" + server.getAddress().getPort() + path;
    }
}
