package topfive.ingest;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Json;
import topfive.contract.SourceState;
import topfive.contract.Topics;

/** Reads back what the last run knew of its sources. */
final class KnownSources {
    private static final Logger LOG = LoggerFactory.getLogger(KnownSources.class);

    private KnownSources() {}

    /** @throws org.apache.kafka.common.KafkaException when the broker is away */
    static void into(Memory memory, Map<String, Object> clientProperties) {
        TopicTail.of(
                Topics.SOURCES.name(),
                Integer.MAX_VALUE,
                clientProperties,
                record -> remember(memory, record.key(), record.value()));
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
