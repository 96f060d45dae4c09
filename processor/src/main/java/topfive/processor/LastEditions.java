package topfive.processor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import topfive.contract.Day;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.contract.Topics;

/**
 * When an edition was last published, as a subscriber sees it: read back, committed. A FINAL carries the time at which its last fence was
 * written.
 */
final class LastEditions implements AutoCloseable {
    private static final TopicPartition DAILY = new TopicPartition(Topics.DAILY.name(), 0);
    private static final TopicPartition LIVE = new TopicPartition(Topics.LIVE.name(), 0);
    /** Enough to find a record among the marks of the transactions. */
    private static final long BACK = 100;

    private final InstantSource clock;
    private final KafkaConsumer<String, byte[]> consumer;
    private long known = -1;
    private volatile Instant lastFinal;
    private volatile Instant lastOpen;
    private volatile LocalDate lastDay;
    private volatile LocalDate firstOpen;
    private volatile double closeSeconds = Double.NaN;

    LastEditions(Map<String, Object> kafka, InstantSource clock) {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        this.clock = clock;
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** @throws org.apache.kafka.common.KafkaException where the broker does not answer */
    void look(Duration wait) {
        if (known < 0) {
            begin();
        }
        consumer.poll(wait).forEach(this::take);
    }

    private void begin() {
        var both = List.of(DAILY, LIVE);
        var ends = consumer.endOffsets(both);
        var begins = consumer.beginningOffsets(both);
        consumer.assign(both);
        consumer.seek(DAILY, begins.get(DAILY));
        consumer.seek(LIVE, Math.max(begins.get(LIVE), ends.get(LIVE) - BACK));
        known = ends.get(DAILY);
    }

    void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return;
        }
        var at = Instant.ofEpochMilli(record.timestamp());
        var day = LocalDate.parse(record.key().substring(record.key().indexOf('/') + 1));
        if (record.topic().equals(LIVE.topic())) {
            takeLive(day, at, record.value());
        } else if (lastDay == null || day.isAfter(lastDay)) { // else a day that was made again
            lastFinal = at;
            lastDay = day;
            if (record.offset() >= known) { // the others came before this process
                closeSeconds = seconds(at);
            }
        }
    }

    /** A day's FINAL is told there, too. */
    private void takeLive(LocalDate day, Instant at, byte[] edition) {
        if (isOpen(edition)) {
            lastOpen = at;
            firstOpen = firstOpen == null || day.isBefore(firstOpen) ? day : firstOpen;
        }
    }

    private static boolean isOpen(byte[] edition) {
        try {
            return Json.MAPPER.readTree(edition).path("status").asText().equals(Edition.Status.OPEN.name());
        } catch (IOException e) { // not ours
            return false;
        }
    }

    /** From the last fence to the FINAL edition; NaN while none came under the eyes of this process. */
    double closeSeconds() {
        return closeSeconds;
    }

    /** NaN while there is none. */
    double finalAge() {
        return lastFinal == null ? Double.NaN : seconds(lastFinal);
    }

    /** Since anything changed in what is live; NaN while there is nothing. */
    double openAge() {
        return lastOpen == null ? Double.NaN : seconds(lastOpen);
    }

    /**
     * How long ago the day after the last FINAL should have been closed, or the first day that was ever open; 0 where its time has not come.
     */
    double overdue(Day days) {
        var next = lastDay == null ? firstOpen : lastDay.plusDays(1);
        return next == null ? 0 : Math.max(0, seconds(days.closesAt(next)));
    }

    private double seconds(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
    }
}
