package topfive.processor;

import static org.apache.kafka.streams.StreamsConfig.adminClientPrefix;
import static org.apache.kafka.streams.StreamsConfig.consumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.mainConsumerPrefix;
import static org.apache.kafka.streams.StreamsConfig.producerPrefix;
import static org.apache.kafka.streams.StreamsConfig.topicPrefix;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.FailPoint;
import topfive.contract.Limits;
import topfive.contract.PromptAdmin;
import topfive.contract.Readiness;

/** The processor service: {@link InsightTopology} at work, and the ticker that closes its days. */
public final class Processor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Processor.class);
    /** Its group, and what its topics and transactions begin with. */
    public static final String APPLICATION = "topfive-processor-v1";

    private static final int CELLS = 4;
    private static final String DAMAGED = "the state is damaged and is made again from its changelogs: {}";

    /** Whoever is not answered for so long has lost his transaction and his place in the group. */
    static final int ANSWER_MS = 7_000;
    /** The whole process has ten seconds to stop. */
    private static final Duration STOP = Duration.ofSeconds(6);

    private final KafkaStreams streams;
    private final Replacements replacements;
    private final Ticker ticker;
    private final KafkaStreamsMetrics metrics;
    private final Watch watch;
    private final WhichTopic documents;
    private volatile boolean stopped;

    private Processor(
            KafkaStreams streams,
            Replacements replacements,
            Ticker ticker,
            KafkaStreamsMetrics metrics,
            Watch watch,
            WhichTopic documents) {
        this.documents = documents;
        this.streams = streams;
        this.replacements = replacements;
        this.ticker = ticker;
        this.metrics = metrics;
        this.watch = watch;
    }

    /** Returns at once; {@link #ready} says when it works. */
    public static Processor start(
            Settings settings,
            Pipeline pipeline,
            Map<String, Object> kafka,
            InstantSource clock,
            MeterRegistry registry) {
        var config = new StreamsConfig(config(settings, kafka));
        var documents = new WhichTopic(kafka);
        var topology = InsightTopology.of(
                pipeline.reader(), pipeline.desk(), CELLS, config, new FinalEditions(kafka), documents, registry);
        var replacements =
                new Replacements(settings.patience(), registry.counter("topfive.stream.threads.replaced")::increment);
        var restoring = new Restoring();
        var streams = started(settings.state(), () -> {
            var made = FailPoint.isSet()
                    ? new KafkaStreams(topology, config, new FailingClients())
                    : new KafkaStreams(topology, config);
            made.setUncaughtExceptionHandler(replacements);
            made.setGlobalStateRestoreListener(restoring);
            return made;
        });
        var metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(registry);
        var watch = new Watch(streams, replacements, restoring, settings, kafka, clock);
        watch.bindTo(registry);
        watch.start();
        var ticker = settings.ticker() ? Ticker.start(kafka, settings.days(), clock, registry) : null;
        return new Processor(streams, replacements, ticker, metrics, watch, documents);
    }

    /** A store that cannot be opened would stop every start to come; all that it held stands in its changelog. */
    private static KafkaStreams started(Path state, Supplier<KafkaStreams> makes) {
        var streams = makes.get();
        Tables.damaged(state).ifPresent(damage -> {
            LOG.warn(DAMAGED, damage);
            streams.cleanUp();
        });
        try {
            streams.start();
            return streams;
        } catch (ProcessorStateException e) {
            LOG.warn(DAMAGED, e.getMessage());
            streams.close(Duration.ofSeconds(10)); // its lock on the folder goes with it
            var again = makes.get();
            again.cleanUp();
            again.start();
            return again;
        }
    }

    /** What it keeps on the broker for itself: its state, and what is on its way from stage to stage. */
    public static List<String> internalTopics() {
        return Stream.of(
                        "fences-changelog",
                        "readings-changelog",
                        "editions-changelog",
                        "cells-repartition",
                        "days-repartition")
                .map(name -> APPLICATION + "-" + name)
                .toList();
    }

    public boolean ready() {
        return readiness().isReady();
    }

    /** Working and not behind: judged by progress, since Kafka Streams says RUNNING while it is stuck. */
    public Readiness readiness() {
        return watch.readiness();
    }

    /** After {@link #close}: false where a thread would not end in time, and may still be reading a document. */
    public boolean hasStopped() {
        return stopped;
    }

    /** Leaves the group, so that a restart need not wait until the broker has given this member up. */
    @Override
    public void close() {
        if (ticker != null) {
            ticker.close();
        }
        replacements.close();
        watch.close();
        stopped = streams.close(CloseOptions.timeout(STOP)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        metrics.close();
        documents.close();
    }

    static Map<String, Object> config(Settings settings, Map<String, Object> kafka) {
        var config = new HashMap<>(kafka);
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        config.put(StreamsConfig.STATE_DIR_CONFIG, settings.state().toString());
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 32L * 1024 * 1024);
        config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedMemory.class);
        config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        config.put(topicPrefix("max.message.bytes"), Limits.DOCUMENT_RECORD);
        config.put(producerPrefix("max.request.size"), Limits.DEAD_LETTER_RECORD);
        config.put(producerPrefix("compression.type"), "zstd");
        config.put(producerPrefix("linger.ms"), 5);
        // a connection may be dead without its client knowing: with the usual times nobody worked for minutes
        config.put(StreamsConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MS);
        PromptAdmin.answeredWithin(ANSWER_MS).forEach((key, value) -> config.put(adminClientPrefix(key), value));
        config.put(producerPrefix("transaction.timeout.ms"), ANSWER_MS);
        config.put(mainConsumerPrefix("session.timeout.ms"), ANSWER_MS);
        config.put(mainConsumerPrefix("heartbeat.interval.ms"), 1_000);
        // who comes back after kill -9 takes its own place at once: nobody waits until the one that died is given up
        config.put(mainConsumerPrefix("group.instance.id"), InstanceId.in(settings.state()));
        config.put(consumerPrefix("auto.offset.reset"), "earliest");
        // all that one poll brings is processed before the next look at the time: it must fit into a transaction, each
        // at its slowest
        config.put(mainConsumerPrefix("max.poll.records"), 2);
        config.put(consumerPrefix("max.poll.records"), 50);
        config.put(consumerPrefix("max.partition.fetch.bytes"), 2 * Limits.DOCUMENT_RECORD);
        return config;
    }
}
