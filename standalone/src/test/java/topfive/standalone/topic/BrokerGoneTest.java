package topfive.standalone.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Day;
import topfive.contract.Topics;
import topfive.processor.PastDays;
import topfive.processor.Pipeline;
import topfive.processor.classify.Classifier;
import topfive.processor.encode.LexicalEncoder;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.broker.OtherBroker;
import topfive.standalone.cluster.EnsuredTopics;
import topfive.standalone.cluster.Needs;

/** The broker goes away in the middle of what a command reads. */
@Timeout(120)
class BrokerGoneTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int RECORDS = 500;

    @TempDir
    private Path folder;

    @Test
    void a_topic_is_not_waited_for_without_end() throws Exception {
        var other = OtherBroker.start(folder, Map.of(), Map.of(), Map.of());
        var broker = filled(other);
        var read = new AtomicInteger();
        try (var topic = ReadTopic.of(broker, Topics.DOCUMENTS.name())) {
            topic.fromBeginning();
            var end = topic.end();

            assertThatThrownBy(() -> topic.to(end, PATIENCE, record -> {
                        if (read.incrementAndGet() == 1) {
                            other.close();
                        }
                        return true;
                    }))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(Exit.UNREACHABLE));
            assertThat(read.get()).isLessThan(RECORDS);
        }
    }

    @Test
    void days_are_not_waited_for_without_end() throws Exception {
        var other = OtherBroker.start(folder, Map.of(), Map.of(), Map.of());
        var encoder = new LexicalEncoder();
        var days = new Day(ZoneOffset.UTC, Duration.ZERO);
        var pipeline = Pipeline.with(encoder, new Classifier(encoder), List.of("en"), days);
        var day = java.time.LocalDate.of(2026, 3, 4);
        try (var read = ReadDays.of(filled(other))) {
            var past = new PastDays(
                    pipeline, new PastDays.Range(day, day), read.partitions(), List.of(), Map.of(), edition -> {});
            var closed = new AtomicBoolean();
            assertThatThrownBy(() -> read.into(past, records -> closeAt(records, closed, other), PATIENCE))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(Exit.UNREACHABLE));
        }
    }

    private static void closeAt(long records, AtomicBoolean closed, OtherBroker other) {
        if (records > 0 && closed.compareAndSet(false, true)) {
            other.close();
        }
    }

    /** More than is fetched at once. */
    private static Broker filled(OtherBroker other) throws Exception {
        var broker = new Broker(Map.of(
                "bootstrap.servers", other.at("INTERNAL"), "max.partition.fetch.bytes", 1000, "fetch.max.bytes", 1000));
        EnsuredTopics.on(broker, false, Needs.ALL);
        try (var producer = broker.producer()) {
            for (int i = 0; i < RECORDS; i++) {
                producer.send(new ProducerRecord<>(Topics.DOCUMENTS.name(), new byte[] {1}, new byte[500]))
                        .get();
            }
        }
        return broker;
    }
}
