package topfive.processor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import topfive.contract.Day;
import topfive.contract.Document;
import topfive.contract.Edition;
import topfive.contract.Fence;
import topfive.contract.FromProducers;
import topfive.contract.Json;
import topfive.contract.Topic;
import topfive.contract.Topics;
import topfive.processor.classify.Classifier;
import topfive.processor.encode.Encoder;
import topfive.processor.encode.LexicalEncoder;
import topfive.processor.merge.CellDay;
import topfive.processor.read.DocumentReader;

/** The topology with one partition of everything, fed and read by hand. */
final class Run implements AutoCloseable {
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> documents;
    private final DocumentReader reader;
    private final Map<Integer, LocalDate> closedIn = new HashMap<>();

    Run(Path state) {
        this(state, Sample.DAYS);
    }

    Run(Path state, Day days) {
        this(state, days, new LexicalEncoder(), List.of());
    }

    /** @param published FINAL editions of before the stages lost what they knew */
    Run(Path state, Day days, Encoder encoder, List<Edition> published) {
        var pipeline = Pipeline.with(encoder, new Classifier(encoder), List.of("en"), days);
        reader = pipeline.reader();
        var properties = properties(state, days);
        driver = new TopologyTestDriver(
                InsightTopology.of(
                        pipeline.reader(),
                        pipeline.desk(),
                        1,
                        new StreamsConfig(properties),
                        () -> published,
                        () -> "",
                        metrics),
                properties,
                Instant.parse("2026-03-04T18:00:00Z"));
        documents = driver.createInputTopic(
                Topics.DOCUMENTS.name(),
                Serdes.ByteArray().serializer(),
                Serdes.ByteArray().serializer());
    }

    static Properties properties(Path state, Day days) {
        var settings = new Settings(days.zone(), days.grace(), List.of("en"), state, 1, false);
        var properties = new Properties();
        properties.putAll(new HashMap<>(Processor.config(settings, Map.of())));
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        return properties;
    }

    Run send(List<? extends FromProducers> values) {
        values.forEach(this::send);
        return this;
    }

    Run send(FromProducers value) {
        var key = value instanceof Fence fence ? fence.key() : ((Document) value).id();
        return send(
                key.getBytes(StandardCharsets.UTF_8),
                Topics.DOCUMENTS.values().serializer().serialize("", value));
    }

    Run send(byte[] key, byte[] value) {
        documents.pipeInput(key, value);
        return this;
    }

    Run fence(String day) {
        return send(new Fence(1, LocalDate.parse(day), 0, 1));
    }

    /** To the second stage, as the first one says it of one of several partitions: the driver itself has only one. */
    Run in(int partition, FromProducers value) {
        if (value instanceof Fence fence) {
            closedIn.put(partition, fence.day());
            return to("cells", fence.key(), new Outcome.Closed(fence));
        }
        var behind = closedIn.get(partition);
        return to("cells", ReadDocuments.CELLS, new Outcome.Read(reader.read((Document) value, behind), behind));
    }

    /** What the second stage says to the last one. */
    Run summed(CellDay day) {
        return to("days", day.day() + "/" + day.cell(), new Outcome.Summed(day));
    }

    Run closed(Fence fence) {
        return to("days", fence.key(), new Outcome.Closed(fence));
    }

    private Run to(String stage, String key, Outcome outcome) {
        driver.createInputTopic(
                        "topfive-processor-v1-" + stage + "-repartition",
                        Serdes.String().serializer(),
                        Serdes.ByteArray().serializer())
                .pipeInput(key, Json.bytes(outcome));
        return this;
    }

    Run letTimePass() {
        return letPass(Duration.ofSeconds(4));
    }

    Run letPass(Duration time) {
        for (var passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusMillis(200)) {
            driver.advanceWallClockTime(Duration.ofMillis(200));
        }
        return this;
    }

    <V> List<V> values(Topic<V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        Serdes.String().deserializer(),
                        topic.values().deserializer())
                .readValuesToList();
    }

    /** Key and bytes, as they would stand on the topic. */
    List<TestRecord<byte[], byte[]>> records(Topic<?> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer())
                .readRecordsToList();
    }

    /** The FINAL editions of these days as text, in the order in which they came. */
    List<String> finals() {
        return records(Topics.DAILY).stream()
                .map(each -> new String(each.key(), StandardCharsets.UTF_8) + " "
                        + new String(each.value(), StandardCharsets.UTF_8))
                .toList();
    }

    /** As {@link #finals} has them. */
    static String line(Edition edition) {
        return edition.key() + " " + new String(Json.bytes(edition), StandardCharsets.UTF_8);
    }

    Edition live() {
        letTimePass();
        var editions = values(Topics.LIVE);
        return editions.get(editions.size() - 1);
    }

    /** @param tags name and value in turn */
    int counted(String meter, String... tags) {
        return (int) metrics.counter(meter, tags).count();
    }

    /** What is in the state stores, by key. */
    java.util.Set<String> stateKeys(String store) {
        var keys = new java.util.TreeSet<String>();
        try (var all = driver.<String, byte[]>getKeyValueStore(store).all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    @Override
    public void close() {
        driver.close();
    }
}
