package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Day;
import topfive.contract.Document;
import topfive.contract.Edition;
import topfive.contract.EnsureTopics;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.processor.Processor;
import topfive.standalone.broker.EmbeddedBroker;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.CloseDay;

/** The same records in any order over any number of partitions give the FINAL edition that the plain pipeline gives, byte for byte. */
class AnyOrderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final Duration GRACE = Duration.ofMinutes(30);

    @TempDir
    private Path folder;

    @Test
    void the_final_edition_has_the_same_bytes_over_one_and_four_partitions_in_any_order() throws Exception {
        var documents = SampleDocuments.of(DAY, folder.resolve("harvest"));
        try (var analysis = Analysis.load()) {
            var expected = Json.bytes(analysis.pipeline(List.of("en"), new Day(ZONE, GRACE))
                    .edition(documents, DAY)
                    .edition());
            assertThat(finalEdition(documents, 1, 1, analysis)).isEqualTo(new String(expected, StandardCharsets.UTF_8));
            assertThat(finalEdition(documents, 4, 2, analysis)).isEqualTo(new String(expected, StandardCharsets.UTF_8));
            assertThat(finalEdition(twice(documents), 4, 3, analysis))
                    .isEqualTo(new String(expected, StandardCharsets.UTF_8));
        }
    }

    private static List<Document> twice(List<Document> documents) {
        var twice = new ArrayList<>(documents);
        twice.addAll(documents);
        return twice;
    }

    private String finalEdition(List<Document> documents, int partitions, long seed, Analysis analysis)
            throws Exception {
        var shuffled = new ArrayList<>(documents);
        Collections.shuffle(shuffled, new Random(seed));
        var data = folder.resolve("run" + seed);
        try (var embedded = EmbeddedBroker.start(data, 0)) {
            var broker = new Broker(Map.of("bootstrap.servers", embedded.address()));
            try (var admin = broker.admin()) {
                var topics = Topics.ALL.stream()
                        .map(topic -> new NewTopic(
                                        topic.name(),
                                        Optional.of(
                                                topic == Topics.DOCUMENTS ? partitions : topic.standalonePartitions()),
                                        Optional.empty())
                                .configs(topic.config()))
                        .toList();
                admin.createTopics(topics).all().get();
                EnsureTopics.awaitServed(
                        admin, topics.stream().map(NewTopic::name).toList());
            }
            var settings = new topfive.processor.Settings(ZONE, GRACE, List.of("en"), data.resolve("state"), 2, false);
            var pipeline = analysis.pipeline(List.of("en"), new Day(ZONE, GRACE));
            var clock = InstantSource.fixed(Instant.parse("2026-10-14T18:00:00Z"));
            var processor =
                    Processor.start(settings, pipeline, broker.clientProperties(), clock, new SimpleMeterRegistry());
            try {
                send(broker, shuffled);
                Edition last =
                        CloseDay.on(broker, "all", DAY, Duration.ofSeconds(90)).orElseThrow();
                return new String(Json.bytes(last), StandardCharsets.UTF_8);
            } finally {
                processor.close();
            }
        }
    }

    private static void send(Broker broker, List<Document> documents) throws Exception {
        var values = Topics.DOCUMENTS.values().serializer();
        var sent = new ArrayList<Future<RecordMetadata>>();
        try (var producer = broker.producer()) {
            for (var document : documents) {
                sent.add(producer.send(new ProducerRecord<>(
                        Topics.DOCUMENTS.name(),
                        document.id().getBytes(StandardCharsets.UTF_8),
                        values.serialize("", document))));
            }
            for (var each : sent) {
                each.get();
            }
        }
    }
}
