package topfive.processor;

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

    private void take(ConsumerRecord<String, byte[]> record) {
        var at = Instant.ofEpochMilli(record.timestamp());
        if (record.topic().equals(LIVE.topic())) {
            lastOpen = at;
            return;
        }
        var day = LocalDate.parse(record.key().substring(record.key().indexOf('/') + 1));
        lastFinal = at;
        lastDay = lastDay == null || day.isAfter(lastDay) ? day : lastDay;
        if (record.offset() >= known) { // the others came before this process
            closeSeconds = seconds(at);
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

    /** How long ago the day after the last FINAL should have been closed; 0 where its time has not come. */
    double overdue(topfive.contract.Day days) {
        return lastDay == null ? 0 : Math.max(0, seconds(days.closesAt(lastDay.plusDays(1))));
    }

    private double seconds(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ZERO));
    }
}
