package topfive.processor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Day;
import topfive.contract.FailPoint;
import topfive.contract.FromProducers;
import topfive.contract.Topics;

/**
 * Brings the clock into the flow, as records: once a day's time has come, its fence is written. Days that ended while nothing ran are
 * closed one after the other. While this machine's clock and the broker's disagree, nothing is closed.
 */
final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration DISAGREEMENT = Duration.ofMinutes(10);
    private static final int AT_MOST_DAYS_BACK = 8;
    private static final String PROBE = "probe/clock";

    private final ScheduledExecutorService schedule =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "topfive-ticker"));
    private final KafkaProducer<String, FromProducers> producer;
    private final KafkaProducer<String, byte[]> probe;
    private final Map<String, Object> kafka;
    private final Day days;
    private final InstantSource clock;
    private LocalDate next;

    Ticker(Map<String, Object> kafka, Day days, InstantSource clock) {
        this.kafka = kafka;
        this.days = days;
        this.clock = clock;
        var settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        settings.put("compression.type", "zstd");
        this.producer = new KafkaProducer<>(
                settings, new StringSerializer(), Topics.DOCUMENTS.values().serializer());
        this.probe = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        schedule.scheduleWithFixedDelay(this::tick, 1, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            if (next == null) {
                next = firstOpenDay();
                LOG.info("ticker open={} closes={}", next, days.closesAt(next));
            }
            while (!clock.instant().isBefore(days.closesAt(next))) {
                if (!clocksAgree()) {
                    next = null; // it was found by a clock that is not to be believed
                    return;
                }
                FailPoint.at("ticker-due");
                CloseDay.now(producer, next);
                LOG.info("day closed day={}", next);
                next = next.plusDays(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("ticker tries again in={} cause={}", EVERY, e.getMessage());
        }
    }

    /** The day after the last FINAL edition; without one, the day of the first document; without one, today. */
    private LocalDate firstOpenDay() {
        var today = days.at(clock.instant());
        var first = lastFinal()
                .map(day -> day.plusDays(1))
                .or(this::dayOfFirstDocument)
                .orElse(today);
        var earliest = today.minusDays(AT_MOST_DAYS_BACK);
        return first.isBefore(earliest) ? earliest : first;
    }

    private Optional<LocalDate> lastFinal() {
        try (var consumer = consumer()) {
            var partition = new TopicPartition(Topics.DAILY.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var end = consumer.endOffsets(List.of(partition)).get(partition);
            LocalDate last = null;
            while (consumer.position(partition) < end) {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                    var day =
                            LocalDate.parse(record.key().substring(record.key().indexOf('/') + 1));
                    last = last == null || day.isAfter(last) ? day : last;
                }
            }
            return Optional.ofNullable(last);
        }
    }

    private Optional<LocalDate> dayOfFirstDocument() {
        try (var consumer = consumer()) {
            var partitions = consumer.partitionsFor(Topics.DOCUMENTS.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            var begin = consumer.beginningOffsets(partitions);
            var end = consumer.endOffsets(partitions);
            var filled = partitions.stream()
                    .filter(each -> begin.get(each) < end.get(each))
                    .toList();
            Instant first = null;
            for (var partition : filled) {
                consumer.assign(List.of(partition));
                consumer.seek(partition, begin.get(partition));
                var records = consumer.poll(Duration.ofSeconds(5));
                if (!records.isEmpty()) {
                    var at = Instant.ofEpochMilli(records.iterator().next().timestamp());
                    first = first == null || at.isBefore(first) ? at : first;
                }
            }
            return Optional.ofNullable(first).map(days::at);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        return new KafkaConsumer<>(
                settings, Serdes.String().deserializer(), Serdes.ByteArray().deserializer());
    }

    /** The broker stamps what it appends; a tombstone that nobody reads tells its time. */
    private boolean clocksAgree() throws InterruptedException, ExecutionException {
        var appended = Instant.ofEpochMilli(probe.send(new ProducerRecord<>(Topics.SOURCES.name(), PROBE, null))
                .get()
                .timestamp());
        var apart = Duration.between(appended, clock.instant()).abs();
        if (apart.compareTo(DISAGREEMENT) > 0) {
            LOG.error("no day is closed: this clock and the broker's are apart={} limit={}", apart, DISAGREEMENT);
            return false;
        }
        return true;
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        producer.close(Duration.ofSeconds(2));
        probe.close(Duration.ofSeconds(2));
    }
}
