package topfive.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import topfive.contract.Json;
import topfive.contract.SourceState;
import topfive.contract.Topics;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.fetch.HttpWeb;
import topfive.ingest.text.Languages;

/**
 * The real ingest on the real fetcher, in a time of its own that jumps from one visit to the next. The publishers on loopback are allowed to
 * the fetcher alone: to the schedule they are public.
 */
final class Newsroom implements AutoCloseable {
    /** The models of the languages are read once. */
    private static final CopyDesk DESK = new CopyDesk(Languages.load());

    static final String CONTACT = "mailto:desk@newsroom.example";

    private final List<MockProducer<String, byte[]>> producers = new ArrayList<>();
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    final InstantSource clock = () -> this.now;
    private volatile Instant now;
    private Ingest ingest;

    Newsroom(Instant start) {
        this.now = start;
    }

    /** Starts, again perhaps: nothing is known but what the topic of the sources holds. */
    Ingest start(Subscription... sources) {
        if (ingest != null) {
            ingest.close();
        }
        var memory = new Memory();
        Runnable recall = () -> sent(Topics.SOURCES.name())
                .forEach(record -> KnownSources.remember(memory, record.key(), record.value()));
        var producer = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        producers.add(producer);
        var settings = new Settings(
                List.of(sources), List.of(), CONTACT, List.of("en"), "127.0.0.1", 0, Optional.empty(), Path.of("."));
        ingest = new Ingest(settings, DESK, new Outbox(producer, metrics), memory, recall, web(), clock, metrics);
        return ingest;
    }

    private HttpWeb web() {
        var pace = new HttpWeb.Pace(Duration.ofSeconds(30), Duration.ZERO);
        return new HttpWeb(List.of("127.0.0.0/8:*"), CONTACT, pace, clock, metrics);
    }

    /** Lets so much time pass, and visits every source at the moment it is due. */
    void pass(Duration time) {
        var end = now.plus(time);
        ingest.visitDue();
        for (var due = ingest.nextDue(); due.isPresent() && !due.get().isAfter(end); due = ingest.nextDue()) {
            now = due.get();
            ingest.visitDue();
        }
        now = end;
    }

    Instant now() {
        return now;
    }

    /** As the topic holds it at last. */
    SourceState state(String source) {
        return states(source).get(states(source).size() - 1);
    }

    List<SourceState> states(String source) {
        return sent(Topics.SOURCES.name())
                .filter(record -> record.key().equals(source))
                .map(record -> Json.read(record.value(), SourceState.class))
                .toList();
    }

    long documents() {
        return sent(Topics.DOCUMENTS.name()).count();
    }

    private Stream<ProducerRecord<String, byte[]>> sent(String topic) {
        return producers.stream()
                .flatMap(producer -> producer.history().stream())
                .filter(record -> record.topic().equals(topic));
    }

    static Subscription feed(String id, String url) {
        return new Subscription(id, id, url, "feed", Duration.ofMinutes(30), "");
    }

    @Override
    public void close() {
        ingest.close();
    }
}
