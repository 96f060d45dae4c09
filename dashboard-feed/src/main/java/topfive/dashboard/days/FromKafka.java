package topfive.dashboard.days;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.contract.EnsureTopics;
import topfive.contract.Json;
import topfive.contract.SourceState;
import topfive.contract.Topics;

/**
 * One thread that reads its topics from their beginning and keeps {@link Days} up to date. It belongs to no consumer group: every
 * dashboard reads everything. What it cannot read is named once in the log, counted, and passed over.
 */
public final class FromKafka implements Editions {
    private static final Logger LOG = LoggerFactory.getLogger(FromKafka.class);
    private static final TopicPartition LIVE = new TopicPartition(Topics.LIVE.name(), 0);
    private static final TopicPartition DAILY = new TopicPartition(Topics.DAILY.name(), 0);
    private static final TopicPartition DECISIONS = new TopicPartition(Topics.DECISIONS.name(), 0);
    private static final TopicPartition SOURCES = new TopicPartition(Topics.SOURCES.name(), 0);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration ASK_EVERY = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);
    private static final Duration STALE = Duration.ofSeconds(20);

    private final Map<String, Object> given;
    private final Map<String, Object> properties;
    private final Days days;
    private final LiveArchive archive;
    private final Thread thread = new Thread(this::run, "dashboard-days");
    private final AtomicLong unreadable = new AtomicLong();
    private volatile boolean stopping;
    private volatile boolean caughtUp;
    private volatile long confirmedAt;
    private volatile String failure = "";
    private volatile Consumer<String, byte[]> consumer;

    public FromKafka(Map<String, Object> kafkaClientProperties, Days days) {
        this.given = Map.copyOf(kafkaClientProperties);
        this.properties = ReadingAll.of(kafkaClientProperties);
        this.archive = new LiveArchive(properties);
        this.days = days;
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Caught up with the topics, and the broker has confirmed it lately: polling alone goes on, empty, without any broker. */
    @Override
    public boolean ready() {
        return caughtUp && System.nanoTime() - confirmedAt < STALE.toNanos();
    }

    @Override
    public String missing() {
        if (ready()) {
            return "";
        }
        var silent = Duration.ofNanos(System.nanoTime() - confirmedAt).toSeconds();
        return caughtUp
                ? "the broker has not answered for " + silent + " s; the days may be old"
                : "the days are not read yet" + (failure.isEmpty() ? "" : ": " + failure);
    }

    @Override
    public long unreadable() {
        return unreadable.get();
    }

    @Override
    public void close() {
        stopping = true;
        var open = consumer;
        if (open != null) {
            open.wakeup();
        } else {
            thread.interrupt();
        }
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!stopping) {
            try {
                ensureTopics();
                follow();
            } catch (WakeupException | InterruptException | InterruptedException e) {
                LOG.debug("reading of the days interrupted");
            } catch (KafkaException | ExecutionException e) {
                if (!stopping) {
                    failure = e.toString();
                    LOG.warn("days cannot be read, trying again retryIn={} cause={}", AGAIN, e.toString());
                    pause();
                }
            }
        }
    }

    private void ensureTopics() throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(given)) {
            EnsureTopics.on(admin, List.of(Topics.LIVE, Topics.DAILY, Topics.DECISIONS, Topics.SOURCES), false);
        }
    }

    private void follow() {
        var partitions = List.of(LIVE, DAILY, DECISIONS, SOURCES);
        try (var reading = new KafkaConsumer<String, byte[]>(properties)) {
            consumer = reading;
            reading.assign(partitions);
            reading.seekToBeginning(partitions);
            days.events().resumeUnder(reading.endOffsets(List.of(LIVE)).get(LIVE));
            var ask = System.nanoTime();
            while (!stopping) {
                reading.poll(Duration.ofMillis(500)).forEach(this::take);
                if (!caughtUp || System.nanoTime() - ask > 0) {
                    confirm(reading, partitions);
                    ask = System.nanoTime() + ASK_EVERY.toNanos();
                }
            }
        } finally {
            consumer = null;
        }
    }

    private void confirm(Consumer<String, byte[]> reading, List<TopicPartition> partitions) {
        try {
            var ends = reading.endOffsets(partitions, ANSWER_WITHIN);
            if (partitions.stream().anyMatch(partition -> reading.position(partition) < ends.get(partition))) {
                return;
            }
            confirmedAt = System.nanoTime();
            if (!caughtUp) {
                caughtUp = true;
                LOG.info("days read days={}", days.all("all").size());
            }
        } catch (TimeoutException e) {
            LOG.warn("the broker does not answer, the days may be old cause={}", e.toString());
        }
    }

    private void take(ConsumerRecord<String, byte[]> read) {
        try {
            switch (read.topic()) {
                case "topfive.live.v1" -> {
                    if (read.offset() > days.events().last()) { // after a new start the topic is read again
                        days.live(read.offset(), read.key(), held(read.value()));
                    }
                }
                case "topfive.daily.v1" -> days.daily(read.key(), held(read.value()));
                case "topfive.sources.v1" ->
                    days.source(read.key(), read.value() == null ? null : Json.read(read.value(), SourceState.class));
                default ->
                    days.decision(read.key(), read.value() == null ? null : Json.read(read.value(), Decision.class));
            }
        } catch (RuntimeException e) {
            unreadable.incrementAndGet();
            LOG.warn(
                    "record passed over topic={} offset={} key={} cause={}",
                    read.topic(),
                    read.offset(),
                    read.key(),
                    ("" + e.getMessage()).replaceAll("\\s+", " "));
        }
    }

    private static Held held(byte[] json) {
        return json == null ? null : new Held(Json.read(json, Edition.class), json);
    }

    @Override
    public Optional<List<LiveEvent>> after(long offset) {
        return archive.after(offset);
    }

    private void pause() {
        try {
            Thread.sleep(AGAIN.toMillis());
        } catch (InterruptedException e) {
            LOG.debug("woken up");
        }
    }
}
