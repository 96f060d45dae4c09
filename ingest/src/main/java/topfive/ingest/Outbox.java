package topfive.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import topfive.contract.DeadLetter;
import topfive.contract.Document;
import topfive.contract.EventHeaders;
import topfive.contract.FailPoint;
import topfive.contract.Json;
import topfive.contract.Limits;
import topfive.contract.SourceState;
import topfive.contract.Topics;

/**
 * Documents, dead letters and source states on their way to Kafka. Each future is done when all replicas have it, or failed when the
 * broker did not take it in time; then nothing is lost as long as the caller tries again.
 *
 * <p>A caller may lose patience before that. While something is on its way, the same sent again is not another record: the caller gets
 * the future of the first. The idempotent producer repeats it for {@link #ON_THE_WAY}, whatever happens to the broker meanwhile, and
 * without doubling it. Only where a broker dies between writing and answering and stays away for longer can the same id and hash come to
 * stand in the topic twice; readers count it once.
 */
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String FROM = "/topfive/ingest";

    /** Key, headers and batch framing take room besides the value. */
    private static final int ROOM = 64 * 1024;

    /** Longer than a broker needs to come back; not without end, since a producer that is out of step comes back into it only then. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(2);

    private final Producer<String, byte[]> producer;
    private final MeterRegistry metrics;
    private final Map<String, CompletableFuture<Void>> onTheWay = new ConcurrentHashMap<>();
    private final Acknowledgements acknowledgements = new Acknowledgements();
    private final boolean rehearsing;

    Outbox(Producer<String, byte[]> producer, MeterRegistry metrics) {
        this(producer, metrics, false);
    }

    /** @param rehearsing true where nothing is lost, because nothing is sent: then nobody is warned */
    Outbox(Producer<String, byte[]> producer, MeterRegistry metrics, boolean rehearsing) {
        this.producer = producer;
        this.metrics = metrics;
        this.rehearsing = rehearsing;
    }

    public static Outbox kafka(Map<String, Object> clientProperties, MeterRegistry metrics) {
        var properties = new HashMap<>(clientProperties);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Limits.DEAD_LETTER_RECORD);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) ON_THE_WAY.toMillis());
        properties.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "topfive-ingest");
        return new Outbox(new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()), metrics);
    }

    /** Whether its topic has room for it. */
    static boolean fits(Document document) {
        return fits(Json.bytes(document));
    }

    private static boolean fits(byte[] value) {
        return value.length <= Limits.DOCUMENT_RECORD - ROOM;
    }

    /** A document too large for its topic goes to the dead letters instead. */
    CompletableFuture<Void> document(Document document) {
        var value = Json.bytes(document);
        if (!fits(value)) {
            var why = "document of " + value.length + " bytes; a record may hold " + Limits.DOCUMENT_RECORD;
            return deadLetter(DeadLetter.of(
                    document.id(),
                    value,
                    "too-large",
                    "send",
                    why,
                    document.source().id()));
        }
        var name = document.id() + "/" + document.contentHash();
        var headers = EventHeaders.of(Topics.DOCUMENTS, FROM, name, document.fetchedAt());
        var record = new ProducerRecord<>(Topics.DOCUMENTS.name(), null, null, document.id(), value, headers);
        return once(
                name,
                () -> send(record).thenRun(() -> {
                    FailPoint.at("document-written");
                    metrics.counter("topfive.documents.received").increment();
                }));
    }

    CompletableFuture<Void> deadLetter(DeadLetter letter) {
        LOG.atLevel(rehearsing ? Level.DEBUG : Level.WARN)
                .log(
                        "dead letter reason={} stage={} origin={} bytes={} detail=\"{}\"",
                        letter.reason(),
                        letter.stage(),
                        letter.origin(),
                        letter.length(),
                        letter.detail());
        var record = new ProducerRecord<>(
                Topics.DEAD_LETTERS.name(), null, null, letter.key(), letter.bytes(), letter.headers());
        return once(
                letter.reason() + "\n" + letter.origin() + "\n" + letter.sha256(),
                () -> send(record).thenRun(() -> {
                    FailPoint.at("letter-written");
                    metrics.counter("topfive.dead.letters", "stage", letter.stage(), "reason", letter.reason())
                            .increment();
                }));
    }

    /** A newer state than one still on its way goes its own way: the topic keeps the last. */
    CompletableFuture<Void> state(SourceState state) {
        var at = state.lastFetch() == null ? state.subscribedAt() : state.lastFetch();
        var headers = EventHeaders.of(Topics.SOURCES, FROM, state.source().id() + "@" + at, at);
        return send(new ProducerRecord<>(
                Topics.SOURCES.name(), null, null, state.source().id(), Json.bytes(state), headers));
    }

    private CompletableFuture<Void> once(String name, Supplier<CompletableFuture<Void>> send) {
        var mine = new CompletableFuture<Void>();
        var first = onTheWay.putIfAbsent(name, mine);
        if (first != null) {
            return first;
        }
        send.get().whenComplete((done, error) -> {
            onTheWay.remove(name, mine);
            if (error == null) {
                mine.complete(null);
            } else {
                mine.completeExceptionally(error);
            }
        });
        return mine;
    }

    private CompletableFuture<Void> send(ProducerRecord<String, byte[]> record) {
        var acknowledged = new CompletableFuture<Void>();
        acknowledgements.expect(acknowledged);
        try {
            producer.send(record, (metadata, error) -> {
                if (error == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(error);
                }
            });
        } catch (KafkaException | IllegalStateException e) { // the latter from a producer that is closed
            acknowledged.completeExceptionally(e);
        }
        return acknowledged;
    }

    Acknowledgements acknowledgements() {
        return acknowledgements;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
