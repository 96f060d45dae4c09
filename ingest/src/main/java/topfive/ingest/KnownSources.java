package topfive.ingest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Json;
import topfive.contract.SourceState;
import topfive.contract.Topics;

/** Reads back what the last run knew of its sources. */
final class KnownSources {
    private static final Logger LOG = LoggerFactory.getLogger(KnownSources.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private KnownSources() {}

    /** @throws org.apache.kafka.common.KafkaException when the broker is away */
    static void into(Memory memory, Map<String, Object> clientProperties) {
        var properties = new HashMap<>(clientProperties);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(Topics.SOURCES.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                for (var record : consumer.poll(POLL)) {
                    remember(memory, record.key(), record.value());
                }
            }
        }
    }

    /** @param value null where the source was removed */
    static void remember(Memory memory, String key, byte[] value) {
        if (value == null) {
            memory.forget(key);
            return;
        }
        try {
            memory.remember(Json.read(value, SourceState.class));
        } catch (RuntimeException e) { // a state that cannot be read costs one unconditional request, nothing else
            LOG.warn("source state left out detail=\"{}\"", e.getMessage());
        }
    }
}
