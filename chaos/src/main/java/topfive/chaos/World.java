package topfive.chaos;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import topfive.contract.Day;
import topfive.contract.EnsureTopics;
import topfive.contract.FromProducers;
import topfive.contract.Topic;
import topfive.contract.Topics;
import topfive.processor.CloseDay;
import topfive.standalone.Refusal;
import topfive.standalone.topic.ReadTopic;

/**
 * What a run works on: a folder, a cluster that may be down at any moment, and clients for it that wait.
 *
 * @param bootstrapServers of the cluster, of however many brokers
 * @param standalone with the partitions of one broker; else with those of a cluster
 */
public record World(Path folder, String bootstrapServers, boolean standalone) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Has a day of 25 hours within the days of a {@link Workload}. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    public static final Day DAYS = new Day(ZONE, Duration.ofMinutes(30));

    /** What topfive.yml must say so that {@link #DAYS} holds. */
    public static final String SETTINGS = settings(DAYS);

    /** Starts the broker and makes the topics; returns when both are there. */
    public static World on(Broker broker, Path folder, boolean standalone)
            throws InterruptedException, ExecutionException, TimeoutException {
        broker.start();
        broker.awaitReady(PATIENCE);
        var world = new World(folder, broker.address(), standalone);
        world.ensureTopics();
        return world;
    }

    /** What topfive.yml must say so that these days hold. */
    public static String settings(Day days) {
        return "zone: \"" + days.zone() + "\"\ngrace: " + days.grace().toSeconds() + "s";
    }

    /** The product's own clients, for its own readers. Waits up to a minute for the cluster to answer, since those give up after seconds. */
    public topfive.standalone.topic.Broker kafka() {
        var broker = new topfive.standalone.topic.Broker(Map.of("bootstrap.servers", bootstrapServers));
        var until = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (true) {
            try {
                return broker.mustAnswer();
            } catch (Refusal e) {
                if (System.nanoTime() - until > 0) {
                    throw e;
                }
            }
        }
    }

    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    public EnsureTopics.Report ensureTopics() throws InterruptedException, ExecutionException {
        try (var admin = admin()) {
            return EnsureTopics.on(admin, Topics.ALL, standalone);
        }
    }

    /** Tries until it is acknowledged, however long the broker is away; keeps the order. */
    public Producer<byte[], byte[]> producer() {
        return new KafkaProducer<>(patient(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** For {@link topfive.processor.CloseDay}. */
    public Producer<String, FromProducers> fences() {
        Serializer<FromProducers> values = Topics.DOCUMENTS.values().serializer();
        return new KafkaProducer<>(patient(), new StringSerializer(), values);
    }

    /** Returns when all of them are acknowledged, with what was. */
    public Sent send(List<Workload.Send> records) throws InterruptedException, ExecutionException {
        var counted = new Sent();
        var open = new ArrayList<Future<RecordMetadata>>();
        try (var producer = producer()) {
            for (var each : records) {
                var key = each.key().getBytes(StandardCharsets.UTF_8);
                open.add(producer.send(
                        new ProducerRecord<>(Topics.DOCUMENTS.name(), key, each.value()),
                        counted.record(key, each.value())));
            }
            for (var each : open) {
                each.get();
            }
        }
        return counted;
    }

    /** Returns when the day's fence is acknowledged in every partition; what comes afterwards is of another day. */
    public void fence(LocalDate day) throws InterruptedException, ExecutionException {
        try (var fences = fences()) {
            CloseDay.now(fences, day);
        }
    }

    /** Every record that is committed now, partition by partition in its order. The broker must be there. */
    public List<ConsumerRecord<byte[], byte[]>> read(Topic<?> topic) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (var read = ReadTopic.of(kafka(), topic.name())) {
            read.fromBeginning().toEnd(records::add);
        }
        return records;
    }

    public static String key(ConsumerRecord<byte[], byte[]> record) {
        return text(record.key());
    }

    static String text(byte[] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }

    private Map<String, Object> patient() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "enable.idempotence",
                true,
                "compression.type",
                "zstd",
                "max.request.size",
                8 * 1024 * 1024,
                "request.timeout.ms",
                5_000,
                "delivery.timeout.ms",
                Integer.MAX_VALUE,
                "max.block.ms",
                Integer.MAX_VALUE,
                "reconnect.backoff.max.ms",
                500,
                "retry.backoff.max.ms",
                500);
    }
}
