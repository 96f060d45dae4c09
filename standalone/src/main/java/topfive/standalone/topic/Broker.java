package topfive.standalone.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import topfive.contract.Limits;
import topfive.standalone.Refusal;
import topfive.standalone.config.Configuration;

/** The broker in force, and clients for it. */
public record Broker(Map<String, Object> clientProperties) {
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

    /** @throws Refusal with {@link topfive.standalone.Exit#UNREACHABLE} where it does not answer within five seconds */
    public Broker mustAnswer() {
        var admin = admin();
        try {
            admin.describeCluster().clusterId().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw unreachable(e);
        } finally {
            admin.close(Duration.ZERO); // else it goes on trying for its own, longer time
        }
    }

    public Admin admin() {
        var properties = new HashMap<>(clientProperties);
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() * 4);
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

    private Refusal unreachable(Exception e) {
        return Refusal.unreachable(
                "no Kafka broker answers at " + address(),
                "start one with `topfive run all`, or name yours with --set kafka.bootstrap.servers=HOST:PORT",
                e);
    }
}
