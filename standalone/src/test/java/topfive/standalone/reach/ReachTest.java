package topfive.standalone.reach;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import topfive.standalone.broker.Ports;

/** Whoever may be at an address instead of a broker. */
class ReachTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void nobody_listens() {
        var address = "127.0.0.1:" + Ports.free();

        assertThat(said(address, Map.of())).isEqualTo("no Kafka broker answers at " + address + ": connection refused");
    }

    @Test
    void the_host_is_unknown() {
        assertThat(said("broker.invalid:9092", Map.of()))
                .isEqualTo("no Kafka broker answers at broker.invalid:9092: the host is unknown");
    }

    @Test
    void a_firewall_drops_the_connection() throws IOException {
        try (var full = new ServerSocket(
                0, 1, LOOPBACK)) { // whoever comes to a full queue gets no answer, as behind a firewall
            var waiting = new ArrayList<Socket>();
            while (waiting.size() < 8) {
                var socket = new Socket();
                waiting.add(socket);
                try {
                    socket.connect(full.getLocalSocketAddress(), 200);
                } catch (IOException e) {
                    break;
                }
            }
            var address = "127.0.0.1:" + full.getLocalPort();

            assertThat(saidSoon(address))
                    .isEqualTo("no Kafka broker answers at " + address
                            + ": no answer to the connection; a firewall may drop it");
            for (var socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void a_web_server_is_there() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 8);
        server.start();
        try {
            var address = "127.0.0.1:" + server.getAddress().getPort();

            assertThat(Reach.of(Map.of("bootstrap.servers", address), Duration.ofSeconds(1)))
                    .isEqualTo(new Obstacle(
                            "what answers at " + address + " is not Kafka: an HTTP server",
                            "what answers at " + address + " is not Kafka: an HTTP server",
                            "correct host and port in kafka.bootstrap.servers",
                            false));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void the_connection_is_closed_at_once_as_by_a_proxy_whose_broker_is_not_there_yet() throws Exception {
        try (var closing = new ServerSocket(0, 16, LOOPBACK)) {
            var thread = new Thread(() -> {
                while (!closing.isClosed()) {
                    try {
                        closing.accept().close();
                    } catch (IOException e) {
                        return;
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
            var address = "127.0.0.1:" + closing.getLocalPort();

            assertThat(said(address, Map.of()))
                    .isEqualTo("no Kafka broker answers at " + address + ": it closes the connection at once");
        }
    }

    @Test
    void the_connection_is_taken_and_nothing_is_said() throws IOException {
        try (var silent = new ServerSocket(0, 16, LOOPBACK)) { // the system connects, nobody accepts
            var address = "127.0.0.1:" + silent.getLocalPort();

            assertThat(saidSoon(address))
                    .isEqualTo("no Kafka broker answers at " + address + ": it takes the connection and says nothing");
        }
    }

    @Test
    void an_address_without_a_port_is_no_address() {
        assertThat(said("localhost", Map.of())).isEqualTo("kafka.bootstrap.servers has \"localhost\"");
    }

    @Test
    void what_the_clients_do_not_take_is_named_without_the_value() {
        var settings = List.of(
                Map.of("security.protocol", "canary"),
                Map.of("security.protocol", "SASL_PLAINTEXT"),
                Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "PLAIN", "sasl.jaas.config", "canary"),
                Map.of(
                        "security.protocol",
                        "SSL",
                        "ssl.truststore.location",
                        "/nowhere",
                        "ssl.truststore.password",
                        "canary"),
                Map.of("request.timeout.ms", "canary"));

        assertThat(settings.stream().map(each -> said("127.0.0.1:" + Ports.free(), each)))
                .containsExactly(
                        "Kafka's clients do not take the value of kafka.security.protocol",
                        "kafka.security.protocol asks for a login, but kafka.sasl.jaas.config is empty",
                        "kafka.sasl.jaas.config cannot be read as one",
                        "the kafka settings name the file /nowhere, which is not there",
                        "Kafka's clients do not take the value of kafka.request.timeout.ms");
    }

    /** Where nobody will ever answer. */
    private static String saidSoon(String address) {
        return what(Reach.of(Map.of("bootstrap.servers", address), Duration.ofMillis(500)));
    }

    static String said(String address, Map<String, String> settings) {
        var all = new java.util.HashMap<String, Object>(settings);
        all.put("bootstrap.servers", address);
        return what(Reach.of(all));
    }

    private static String what(Answer answer) {
        return answer instanceof Obstacle obstacle ? obstacle.what() : "reached";
    }
}
