package topfive.standalone.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Limits;
import topfive.standalone.Refusal;
import topfive.standalone.config.Configuration;
import topfive.standalone.reach.AwaitBroker;
import topfive.standalone.reach.Reach;
import topfive.standalone.reach.User;

/** The broker in force, and clients for it. */
public record Broker(Map<String, Object> clientProperties) {
    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    public Broker {
        clientProperties = Map.copyOf(clientProperties);
    }

    /** The configured cluster, or the embedded broker at its port. */
    public static Broker of(Configuration configuration) {
        return at(configuration, configuration.cluster().orElse("127.0.0.1:" + configuration.brokerPort()));
    }

    public static Broker at(Configuration configuration, String address) {
        var properties = new HashMap<String, Object>(configuration.kafka());
        properties.put("bootstrap.servers", address);
        return new Broker(properties);
    }

    public String address() {
        return clientProperties.get("bootstrap.servers").toString();
    }

    /** @throws Refusal where it cannot be used; one that does not answer is given five seconds */
    public Broker mustAnswer() {
        return awaited(PATIENCE, line -> {});
    }

    /** @throws Refusal where Kafka's clients would not take the settings; nobody is asked */
    public void mustBeSettings() {
        Reach.wrongSetting(clientProperties).ifPresent(obstacle -> {
            throw obstacle.refusal();
        });
    }

    /**
     * @param say gets a line every few seconds while it waits
     * @throws Refusal where it cannot be used, or does not answer in that time
     */
    public Broker awaited(Duration atMost, Consumer<String> say) {
        AwaitBroker.at(clientProperties, atMost, say)
                .unreachable()
                .forEach(address -> LOG.warn("a broker of the cluster cannot be reached from here: {}", address));
        return this;
    }

    public Admin admin() {
        return admin(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                (int) PATIENCE.toMillis() * 4));
    }

    public Admin admin(Map<String, Object> more) {
        var properties = new HashMap<>(clientProperties);
        properties.putAll(more);
        return Admin.create(properties);
    }

    /** Sees what is committed, and nothing of a transaction that may yet be undone. */
    public KafkaConsumer<byte[], byte[]> consumer() {
        var properties = new HashMap<>(clientProperties);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    public KafkaProducer<byte[], byte[]> producer() {
        var properties = new HashMap<>(clientProperties);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.DOCUMENT_RECORD);
        return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** As whom we come, for a line to a person; see {@link #principal} for a command. */
    public String user() {
        return User.of(clientProperties).orElse("this user");
    }

    /** As Kafka's commands want it, with a place to fill where our settings do not tell: what is guessed may open topics to everybody. */
    public String principal() {
        return User.of(clientProperties)
                .map(user -> "User:" + user)
                .orElse("\"User:<as the broker's authorizer log names it>\"");
    }

    /** Where it is; how we log in is nobody's business. */
    @Override
    public String toString() {
        return "Broker[" + address() + "]";
    }
}
