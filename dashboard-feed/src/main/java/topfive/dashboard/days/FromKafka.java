package topfive.dashboard.days;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.contract.EnsureTopics;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.dashboard.DashboardFeed;

/**
 * One thread that reads the three topics from their beginning and keeps {@link Days} up to date. It belongs to no consumer group: every
 * dashboard reads everything. What it cannot read is named once in the log, counted, and passed over.
 */
public final class FromKafka implements DashboardFeed.Editions {
    private static final Logger LOG = LoggerFactory.getLogger(FromKafka.class);
    private static final TopicPartition LIVE = new TopicPartition(Topics.LIVE.name(), 0);
    private static final TopicPartition DAILY = new TopicPartition(Topics.DAILY.name(), 0);
    private static final TopicPartition DECISIONS = new TopicPartition(Topics.DECISIONS.name(), 0);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final Duration STALE = Duration.ofSeconds(30);
    private static final int MOST_RESUMED = 500;

    private final Map<String, Object> properties;
    private final Days days;
    private final Thread thread = new Thread(this::run, "dashboard-days");
    private final Semaphore archives = new Semaphore(2);
    private final AtomicLong unreadable = new AtomicLong();
    private volatile boolean stopping;
    private volatile boolean caughtUp;
    private volatile long polledAt;
    private volatile Consumer<String, byte[]> consumer;

    public FromKafka(Map<String, Object> kafkaClientProperties, Days days) {
        this.properties = readingAll(kafkaClientProperties);
        this.days = days;
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Caught up with the topics once, and reading since. */
    public boolean ready() {
        return caughtUp && System.nanoTime() - polledAt < STALE.toNanos();
    }

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
                    LOG.warn("days cannot be read, trying again retryIn={} cause={}", AGAIN, e.toString());
                    pause();
                }
            }
        }
    }

    private void ensureTopics() throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(withoutConsumerKeys(properties))) {
            EnsureTopics.on(admin, List.of(Topics.LIVE, Topics.DAILY, Topics.DECISIONS), false);
        }
    }

    private void follow() {
        var partitions = List.of(LIVE, DAILY, DECISIONS);
        try (var reading = new KafkaConsumer<String, byte[]>(properties)) {
            consumer = reading;
            reading.assign(partitions);
            reading.seekToBeginning(partitions);
            var ends = reading.endOffsets(partitions);
            days.events().resumeUnder(ends.get(LIVE));
            while (!stopping) {
                reading.poll(Duration.ofMillis(500)).forEach(this::take);
                polledAt = System.nanoTime();
                if (!caughtUp
                        && partitions.stream()
                                .allMatch(partition -> reading.position(partition) >= ends.get(partition))) {
                    caughtUp = true;
                    LOG.info("days read days={}", days.all("all").size());
                }
            }
        } finally {
            consumer = null;
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
                    e.getMessage());
        }
    }

    private static Held held(byte[] json) {
        return json == null ? null : new Held(Json.read(json, Edition.class), json);
    }

    @Override
    public Optional<List<LiveEvent>> after(long offset) {
        if (!archives.tryAcquire()) {
            return Optional.empty();
        }
        try (var reading = new KafkaConsumer<String, byte[]>(properties)) {
            reading.assign(List.of(LIVE));
            var first = reading.beginningOffsets(Set.of(LIVE)).get(LIVE);
            var end = reading.endOffsets(Set.of(LIVE)).get(LIVE);
            if (offset + 1 < first || offset >= end) {
                return Optional.empty();
            }
            reading.seek(LIVE, offset + 1);
            return collect(reading, end);
        } catch (KafkaException e) {
            LOG.warn("live topic cannot be read again offset={} cause={}", offset, e.toString());
            return Optional.empty();
        } finally {
            archives.release();
        }
    }

    private static Optional<List<LiveEvent>> collect(Consumer<String, byte[]> reading, long end) {
        var found = new ArrayList<LiveEvent>();
        var until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (reading.position(LIVE) < end) {
            for (var read : reading.poll(Duration.ofMillis(200))) {
                found.add(LiveEvent.of(read.offset(), read.key(), read.value()));
            }
            if (found.size() > MOST_RESUMED || System.nanoTime() > until) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private static Map<String, Object> readingAll(Map<String, Object> given) {
        var all = new HashMap<>(given);
        all.put("isolation.level", "read_committed");
        all.put("enable.auto.commit", false);
        all.put("auto.offset.reset", "earliest");
        all.put("allow.auto.create.topics", false);
        all.put("key.deserializer", StringDeserializer.class);
        all.put("value.deserializer", ByteArrayDeserializer.class);
        return all;
    }

    /** The admin client warns of keys that it does not know. */
    private static Map<String, Object> withoutConsumerKeys(Map<String, Object> all) {
        var rest = new HashMap<>(all);
        rest.keySet()
                .removeAll(Set.of(
                        "isolation.level",
                        "enable.auto.commit",
                        "auto.offset.reset",
                        "allow.auto.create.topics",
                        "key.deserializer",
                        "value.deserializer"));
        return rest;
    }

    private void pause() {
        try {
            Thread.sleep(AGAIN.toMillis());
        } catch (InterruptedException e) {
            LOG.debug("woken up");
        }
    }
}
