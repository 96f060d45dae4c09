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
import org.apache.kafka.common.utils.Utils;
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

    /** Every run has its own shuffle; what comes three times comes each time at another place. */
    @Test
    void the_final_edition_has_the_same_bytes_in_any_order_three_times_over_over_any_partitions_and_after_restarts()
            throws Exception {
        var documents = new ArrayList<>(SampleDocuments.of(DAY, folder.resolve("harvest")));
        try (var analysis = Analysis.load()) {
            var expected = new String(
                    Json.bytes(analysis.pipeline(List.of("en"), new Day(ZONE, GRACE))
                            .edition(documents, DAY)
                            .edition()),
                    StandardCharsets.UTF_8);
            for (var run : List.of(
                    new Arrival(1, 1, List.of()),
                    new Arrival(2, 2, List.of(Stop.KEEPS_ITS_STATE)),
                    new Arrival(4, 3, List.of(Stop.LOSES_ITS_STATE)))) {
                assertThat(finalEdition(documents, run, analysis)).as("%s", run).isEqualTo(expected);
            }
        }
    }

    private enum Stop {
        KEEPS_ITS_STATE,
        LOSES_ITS_STATE
    }

    /** @param stops in between, after equal shares of the documents */
    private record Arrival(int partitions, long seed, List<Stop> stops) {
        List<List<Document>> shares(List<Document> documents) {
            var all = new ArrayList<Document>();
            for (int i = 0; i < 3; i++) {
                all.addAll(documents);
            }
            Collections.shuffle(all, new Random(seed));
            var shares = new ArrayList<List<Document>>();
            for (int i = 0; i <= stops.size(); i++) {
                shares.add(all.subList(i * all.size() / (stops.size() + 1), (i + 1) * all.size() / (stops.size() + 1)));
            }
            return shares;
        }
    }

    private String finalEdition(List<Document> documents, Arrival arrival, Analysis analysis) throws Exception {
        var data = folder.resolve("run" + arrival.seed());
        try (var embedded = EmbeddedBroker.start(data, 0)) {
            var broker = new Broker(Map.of("bootstrap.servers", embedded.address()));
            createTopics(broker, arrival.partitions());
            var shares = arrival.shares(documents);
            var state = data.resolve("state");
            for (int i = 0; i < arrival.stops().size(); i++) {
                var stopped = processor(broker, state, analysis);
                send(broker, shares.get(i));
                stopped.close();
                if (arrival.stops().get(i) == Stop.LOSES_ITS_STATE) {
                    Utils.delete(state.toFile());
                }
            }
            var processor = processor(broker, state, analysis);
            try {
                send(broker, shares.get(arrival.stops().size()));
                Edition last =
                        CloseDay.on(broker, "all", DAY, Duration.ofSeconds(90)).orElseThrow();
                return new String(Json.bytes(last), StandardCharsets.UTF_8);
            } finally {
                processor.close();
            }
        }
    }

    private static void createTopics(Broker broker, int partitions) throws Exception {
        try (var admin = broker.admin()) {
            var topics = Topics.ALL.stream()
                    .map(topic -> new NewTopic(
                                    topic.name(),
                                    Optional.of(topic == Topics.DOCUMENTS ? partitions : topic.standalonePartitions()),
                                    Optional.empty())
                            .configs(topic.config()))
                    .toList();
            admin.createTopics(topics).all().get();
            EnsureTopics.awaitServed(admin, topics.stream().map(NewTopic::name).toList());
        }
    }

    private static Processor processor(Broker broker, Path state, Analysis analysis) {
        var settings = new topfive.processor.Settings(ZONE, GRACE, List.of("en"), state, 2, false);
        var pipeline = analysis.pipeline(List.of("en"), new Day(ZONE, GRACE));
        var clock = InstantSource.fixed(Instant.parse("2026-10-14T18:00:00Z"));
        return Processor.start(settings, pipeline, broker.clientProperties(), clock, new SimpleMeterRegistry());
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
