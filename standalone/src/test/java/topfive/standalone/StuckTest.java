package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Topics;
import topfive.processor.Processor;
import topfive.processor.Settings;

/** Somebody changes a topic behind our back, so that nothing can be committed any more, while Kafka Streams goes on saying RUNNING. */
class StuckTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-10-14T18:00:00Z"));

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private OnBroker on;

    @BeforeEach
    void start() throws Exception {
        on = new OnBroker(folder.resolve("data"), ZoneOffset.UTC);
    }

    @AfterEach
    void stop() {
        on.close();
    }

    @Test
    void behind_a_transaction_that_does_not_end_the_processor_is_not_ready_says_since_when_and_heals()
            throws Exception {
        var patience = Duration.ofSeconds(4);
        try (var processor = processor(patience);
                var forgetful = transaction()) {
            await().atMost(OnBroker.PATIENCE).until(processor::ready);
            forgetful.beginTransaction();
            for (int partition = 0; partition < Topics.DOCUMENTS.standalonePartitions(); partition++) {
                forgetful.send(new ProducerRecord<>(Topics.DOCUMENTS.name(), partition, null, null));
            }
            forgetful.flush();
            on.send(List.of(Report.of("first"), Report.of("second")));

            await().atMost(OnBroker.PATIENCE)
                    .until(() ->
                            processor.readiness().missing().matches("nothing committed for \\d+ s, 6 records wait"));
            assertThat(processor.readiness().restartHelps()).isFalse();
            assertThat(value("topfive.commit.age.seconds")).isGreaterThan(patience.toSeconds());
            assertThat(lag("topfive.documents.v1")).isEqualTo(6);

            forgetful.abortTransaction();
            await().atMost(OnBroker.PATIENCE).until(processor::ready);
            await().atMost(OnBroker.PATIENCE).until(() -> on.keys(Topics.LIVE).contains("all/2026-10-14"));
            await().atMost(OnBroker.PATIENCE).until(() -> value("topfive.commit.age.seconds") == 0);
        }
    }

    @Test
    void threads_that_die_of_the_same_record_again_and_again_are_said_with_what_kills_them() throws Exception {
        try (var processor = processor(Duration.ofSeconds(25))) {
            await().atMost(OnBroker.PATIENCE).until(processor::ready);
            set(Topics.INSIGHTS.name(), "max.message.bytes", "100");
            on.send(List.of(Report.of("first")));

            await().atMost(OnBroker.PATIENCE)
                    .dontCatchUncaughtExceptions() // they are what this is about
                    .until(() -> processor.readiness().missing().contains("threads died within 25 s"));
            assertThat(processor.readiness().missing())
                    .matches("\\d+ stream threads died within 25 s: RecordTooLargeException: .*");

            set(Topics.INSIGHTS.name(), "max.message.bytes", "1048588");
            await().atMost(OnBroker.PATIENCE)
                    .dontCatchUncaughtExceptions()
                    .until(() -> on.keys(Topics.LIVE).contains("all/2026-10-14"));
            await().atMost(OnBroker.PATIENCE).until(processor::ready);
        }
    }

    private KafkaProducer<byte[], byte[]> transaction() {
        var settings = new HashMap<>(on.broker.clientProperties());
        settings.put("transactional.id", "forgetful");
        var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    private double lag(String topic) {
        return metrics.get("topfive.lag.records").tag("topic", topic).gauge().value();
    }

    private double value(String gauge) {
        return metrics.get(gauge).gauge().value();
    }

    private Processor processor(Duration patience) {
        var settings = new Settings(
                ZoneOffset.UTC, OnBroker.GRACE, List.of("en"), folder.resolve("state"), 1, false, patience);
        return Processor.start(settings, on.pipeline, on.broker.clientProperties(), CLOCK, metrics);
    }

    private void set(String topic, String key, String value) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = on.broker.admin()) {
            admin.incrementalAlterConfigs(
                            Map.of(resource, List.of(new AlterConfigOp(new ConfigEntry(key, value), OpType.SET))))
                    .all()
                    .get();
        }
    }
}
