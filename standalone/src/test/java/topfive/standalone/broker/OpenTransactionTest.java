package topfive.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.standalone.OwnProcess;

/**
 * Whoever began a transaction is gone for good, and the broker was killed in between. Where the coordinator takes up its work before the
 * partitions have a leader again, Kafka 4.3.1 holds them for deleted, and notes the transaction as ended without having told them.
 */
class OpenTransactionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final TopicPartition PARTITION = new TopicPartition("open", 0);

    @TempDir
    private Path folder;

    private final int port = Ports.free();

    @Test
    void is_ended_in_every_partition_after_the_broker_was_killed() throws Exception {
        try (var broker = start()) {
            try (var admin = Admin.create(settings("read_committed"))) {
                admin.createTopics(List.of(new NewTopic(PARTITION.topic(), Optional.of(1), Optional.empty())))
                        .all()
                        .get();
            }
            begin();
            broker.process().destroyForcibly().waitFor();
        }
        try (var again = start()) {
            await().atMost(PATIENCE).until(() -> end("read_committed") > 0);
            assertThat(end("read_committed")).as("with the mark of its end").isEqualTo(2);
            assertThat(again.process().isAlive()).isTrue();
        }
    }

    private void begin() throws Exception {
        var settings = settings("read_committed");
        settings.put("transactional.id", "gone");
        settings.put("transaction.timeout.ms", 1_000);
        var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
        producer.initTransactions();
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(PARTITION.topic(), "never to be read"))
                .get();
        producer.close(Duration.ZERO);
    }

    private OwnProcess start() throws Exception {
        var ready = Files.createTempFile(folder, "ready", "");
        var process =
                OwnProcess.start(folder, List.of(), BrokerAlone.class, folder + "/data", ready.toString(), "" + port);
        await().atMost(PATIENCE).until(() -> Files.size(ready) > 0);
        return process;
    }

    private long end(String isolation) {
        try (var consumer =
                new KafkaConsumer<>(settings(isolation), new StringDeserializer(), new StringDeserializer())) {
            return consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
        }
    }

    private Map<String, Object> settings(String isolation) {
        return new HashMap<>(Map.of("bootstrap.servers", "127.0.0.1:" + port, "isolation.level", isolation));
    }
}
