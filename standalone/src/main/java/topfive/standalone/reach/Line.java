package topfive.standalone.reach;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.DefaultHostResolver;
import org.apache.kafka.clients.KafkaClient;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.NetworkClientUtils;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.message.SaslHandshakeRequestData;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.AbstractResponse;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.requests.SaslHandshakeRequest;
import org.apache.kafka.common.requests.SaslHandshakeResponse;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/** Single questions to single brokers, over what Kafka's clients are made of: the same TLS, the same login. */
final class Line implements AutoCloseable {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

    private final KafkaClient client;
    private final Metrics metrics;

    private Line(KafkaClient client, Metrics metrics) {
        this.client = client;
        this.metrics = metrics;
    }

    /** @throws RuntimeException where a setting, or a file that it names, is of no use */
    static Line open(AdminClientConfig config) {
        var metrics = new Metrics();
        var client = ClientUtils.createNetworkClient(
                config,
                "topfive",
                metrics,
                "topfive",
                new Quiet(),
                new ApiVersions(),
                Time.SYSTEM,
                1,
                (int) ANSWER_WITHIN.toMillis(),
                null,
                new ManualMetadataUpdater(),
                new DefaultHostResolver(),
                null,
                null);
        return new Line(client, metrics);
    }

    /**
     * Connects and logs in.
     *
     * @throws org.apache.kafka.common.errors.AuthenticationException where that fails
     * @throws IOException where there is no connection, or none in time
     */
    void connect(Node node, Duration patience) throws IOException {
        if (!NetworkClientUtils.awaitReady(client, node, Time.SYSTEM, patience.toMillis())) {
            throw new IOException("no answer within " + patience.toSeconds() + " s");
        }
    }

    /** The brokers that are alive, at the addresses that they advertise. */
    List<Node> members(Node node) throws IOException {
        var answer = ask(node, new MetadataRequest.Builder(List.of(), false));
        return List.copyOf(((MetadataResponse) answer).brokers());
    }

    /** The ways to log in that this broker offers; empty where it wants no login, or does not say. */
    List<String> mechanisms(Node refused) {
        var node = new Node(-2, refused.host(), refused.port()); // by another name, or it would be waited for
        try {
            connect(node, ANSWER_WITHIN);
            var hello = new SaslHandshakeRequestData().setMechanism("?");
            var answer = (SaslHandshakeResponse) ask(node, new SaslHandshakeRequest.Builder(hello));
            return answer.enabledMechanisms();
        } catch (IOException e) {
            return List.of();
        }
    }

    private AbstractResponse ask(Node node, AbstractRequest.Builder<?> question) throws IOException {
        var now = Time.SYSTEM.milliseconds();
        var request = client.newClientRequest(node.idString(), question, now, true);
        return NetworkClientUtils.sendAndReceive(client, request, Time.SYSTEM).responseBody();
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot close a connection", e);
        } finally {
            metrics.close();
        }
    }

    /** What goes wrong is said once, by us. */
    private static final class Quiet extends LogContext {
        @Override
        public Logger logger(Class<?> type) {
            return NOPLogger.NOP_LOGGER;
        }
    }
}
