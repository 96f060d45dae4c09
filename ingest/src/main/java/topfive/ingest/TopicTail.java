package topfive.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest records of a topic, of a start that wants to know what the last run knew. */
final class TopicTail {
    private static final Logger LOG = LoggerFactory.getLogger(TopicTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MOST_IDLE = 20;

    private TopicTail() {}

    /**
     * Returns at what was the end when it was called.
     *
     * @param most records of each partition; older ones are left out
     * @throws org.apache.kafka.common.KafkaException when the broker is away, also where it goes away meanwhile
     */
    static void of(
            String topic,
            int most,
            Map<String, Object> clientProperties,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        var properties = new HashMap<>(clientProperties);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            consumer.assign(partitions);
            var begins = consumer.beginningOffsets(partitions);
            var ends = consumer.endOffsets(partitions);
            ends.forEach((partition, end) -> consumer.seek(partition, Math.max(begins.get(partition), end - most)));
            int idle = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var records = consumer.poll(POLL);
                records.forEach(record -> read(record, reader));
                idle = records.isEmpty() ? idle + 1 : 0;
                if (idle > MOST_IDLE) { // a broker that goes away meanwhile says nothing
                    throw new TimeoutException("the end of " + topic + " is out of reach");
                }
            }
        }
    }

    /** A record that others wrote must not keep the rest from being known. */
    private static void read(ConsumerRecord<String, byte[]> record, Consumer<ConsumerRecord<String, byte[]>> reader) {
        try {
            reader.accept(record);
        } catch (RuntimeException e) {
            LOG.warn(
                    "passed over topic={} partition={} offset={} cause={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    "" + e);
        }
    }
}
