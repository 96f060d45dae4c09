package topfive.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import topfive.contract.DeadLetter;
import topfive.contract.Document;
import topfive.contract.FromProducers;
import topfive.contract.Json;
import topfive.contract.SourceState;
import topfive.contract.Topics;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Web;
import topfive.ingest.push.Pushing;
import topfive.ingest.speech.SpeechToText;

/** An ingest on a producer that keeps what is sent, at a moment of its own. */
final class Desk implements AutoCloseable {
    final MockProducer<String, byte[]> producer;
    final MeterRegistry metrics = new SimpleMeterRegistry();
    final Ingest ingest;
    Instant now;

    Desk(Instant now, Web web, Subscription... sources) {
        this(now, web, true, Optional.empty(), Path.of("."), sources);
    }

    Desk(Instant now, Web web, boolean acknowledges, Optional<String> token, Path root, Subscription... sources) {
        this(now, web, acknowledges, token, root, Pushing.PLAIN, sources);
    }

    Desk(Instant now, Pushing pushing) {
        this(now, request -> Fetched.Failed.of("http-404", ""), true, Optional.empty(), Path.of("."), pushing);
    }

    Desk(Instant now, Web web, Pushing pushing, Subscription... sources) {
        this(now, web, true, Optional.empty(), Path.of("."), pushing, sources);
    }

    private Desk(
            Instant now,
            Web web,
            boolean acknowledges,
            Optional<String> token,
            Path root,
            Pushing pushing,
            Subscription... sources) {
        this.now = now;
        this.producer = new MockProducer<>(acknowledges, null, new StringSerializer(), new ByteArraySerializer());
        var hubs = pushing.callback().isEmpty() ? List.<String>of() : List.of("127.0.0.1:*");
        var settings = new Settings(
                List.of(sources), hubs, "", List.of("en"), "127.0.0.1", 0, token, root, pushing, SpeechToText.off());
        InstantSource clock = () -> this.now;
        this.ingest = new Ingest(settings, new Outbox(producer, metrics), new Memory(), () -> {}, web, clock, metrics);
    }

    static Subscription source(String id, String kind, String url) {
        return new Subscription(id, id, url, kind, (Duration) null, "");
    }

    List<Document> documents() {
        return records(Topics.DOCUMENTS.name())
                .map(record -> (Document) Json.read(record.value(), FromProducers.class))
                .toList();
    }

    List<DeadLetter> deadLetters() {
        return records(Topics.DEAD_LETTERS.name())
                .map(record -> DeadLetter.from(record.key(), record.value(), record.headers()))
                .toList();
    }

    List<SourceState> states() {
        return records(Topics.SOURCES.name())
                .map(record -> Json.read(record.value(), SourceState.class))
                .toList();
    }

    private java.util.stream.Stream<ProducerRecord<String, byte[]>> records(String topic) {
        return producer.history().stream().filter(record -> record.topic().equals(topic));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        ingest.close();
    }
}
