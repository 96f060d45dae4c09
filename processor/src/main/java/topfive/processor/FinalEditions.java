package topfive.processor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serdes;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.contract.Topics;

/** What stands on {@code topfive.daily.v1}: the last revision of each edition and day. */
final class FinalEditions implements Supplier<List<Edition>> {
    private static final Duration POLL = Duration.ofMillis(500);
    /** Longer than a transaction can hang. */
    private static final int POLLS = 60;

    private final Map<String, Object> settings;

    FinalEditions(Map<String, Object> kafka) {
        settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_COMMITTED.toString());
    }

    /**
     * Reads to the end, and waits there for a transaction that is not decided yet: it may hold an edition.
     *
     * @throws TimeoutException where the end is not reached in half a minute
     */
    @Override
    public List<Edition> get() {
        var partition = List.of(new TopicPartition(Topics.DAILY.name(), 0));
        var editions = new TreeMap<String, byte[]>();
        try (var consumer = new KafkaConsumer<>(
                settings, Serdes.String().deserializer(), Serdes.ByteArray().deserializer())) {
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            var end = end();
            for (int polls = 0; consumer.position(partition.get(0)) < end; polls++) {
                if (polls > POLLS) {
                    throw new TimeoutException("the end of " + Topics.DAILY.name() + " is out of reach");
                }
                consumer.poll(POLL).forEach(record -> editions.put(record.key(), record.value()));
            }
        }
        var decoded = new ArrayList<Edition>();
        editions.values().stream()
                .filter(value -> value != null)
                .forEach(value -> decoded.add(Json.read(value, Edition.class)));
        return decoded;
    }

    /** What is not decided yet included. */
    private long end() {
        var uncommitted = new HashMap<>(settings);
        uncommitted.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, IsolationLevel.READ_UNCOMMITTED.toString());
        try (var consumer = new KafkaConsumer<>(
                uncommitted,
                Serdes.ByteArray().deserializer(),
                Serdes.ByteArray().deserializer())) {
            var partition = new TopicPartition(Topics.DAILY.name(), 0);
            return consumer.endOffsets(List.of(partition)).get(partition);
        }
    }
}
