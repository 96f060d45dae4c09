package topfive.standalone;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import topfive.contract.Day;
import topfive.contract.Document;
import topfive.contract.EnsureTopics;
import topfive.contract.Topic;
import topfive.contract.Topics;
import topfive.processor.Pipeline;
import topfive.processor.Processor;
import topfive.processor.Settings;
import topfive.processor.classify.Classifier;
import topfive.processor.encode.Encoder;
import topfive.processor.encode.LexicalEncoder;
import topfive.standalone.broker.EmbeddedBroker;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.ReadTopic;

/** An embedded broker with the product's topics, and processors that come and go on it. */
final class OnBroker implements AutoCloseable {
    static final Duration GRACE = Duration.ofMinutes(30);
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedBroker embedded;
    final Broker broker;
    final Pipeline pipeline;
    private final ZoneId zone;
    private final Duration grace;

    OnBroker(Path data, ZoneId zone) throws Exception {
        this(data, zone, new LexicalEncoder());
    }

    OnBroker(Path data, ZoneId zone, Encoder encoder) throws Exception {
        this(data, zone, GRACE, encoder);
    }

    OnBroker(Path data, ZoneId zone, Duration grace, Encoder encoder) throws Exception {
        this.zone = zone;
        this.grace = grace;
        embedded = EmbeddedBroker.start(data, 0);
        broker = new Broker(Map.of("bootstrap.servers", embedded.address()));
        try (var admin = broker.admin()) {
            EnsureTopics.on(admin, Topics.ALL, true);
        }
        pipeline = Pipeline.with(encoder, new Classifier(encoder), List.of("en"), new Day(zone, grace));
    }

    Processor processor(Path state, boolean ticker, InstantSource clock) {
        return processor(state, ticker, clock, pipeline);
    }

    Processor processor(Path state, boolean ticker, InstantSource clock, Pipeline pipeline) {
        var settings = new Settings(zone, grace, List.of("en"), state, 1, ticker);
        return Processor.start(settings, pipeline, broker.clientProperties(), clock, new SimpleMeterRegistry());
    }

    void send(List<? extends Document> documents) throws Exception {
        var sent = new ArrayList<Future<RecordMetadata>>();
        try (var producer = broker.producer()) {
            for (var document : documents) {
                var value = Topics.DOCUMENTS.values().serializer().serialize("", document);
                sent.add(producer.send(new ProducerRecord<>(
                        Topics.DOCUMENTS.name(), document.id().getBytes(StandardCharsets.UTF_8), value)));
            }
            for (var each : sent) {
                each.get();
            }
        }
    }

    /** @return when the broker says that it took it */
    Instant send(String topic, String key, byte[] value) throws Exception {
        try (var producer = broker.producer()) {
            var record = new ProducerRecord<>(topic, 0, key.getBytes(StandardCharsets.UTF_8), value);
            return Instant.ofEpochMilli(producer.send(record).get().timestamp());
        }
    }

    List<ConsumerRecord<byte[], byte[]>> records(Topic<?> topic) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var read = ReadTopic.of(broker, topic.name())) {
            read.fromBeginning().toEnd(record -> records.add(record));
        }
        return records;
    }

    List<String> keys(Topic<?> topic) {
        return records(topic).stream()
                .map(record -> new String(record.key(), StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void close() {
        embedded.close();
    }
}
