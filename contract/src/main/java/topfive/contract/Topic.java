package topfive.contract;

import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Where name, format, key and configuration of a topic meet.
 *
 * @param partitions on a cluster
 * @param standalonePartitions on the embedded broker
 * @param config the topic configuration that is ensured at start, and whose drift is reported
 * @param key of a value
 */
public record Topic<V>(
        String name,
        Class<V> type,
        int partitions,
        int standalonePartitions,
        Map<String, String> config,
        Function<V, String> key) {

    public Topic {
        config = Map.copyOf(config);
    }

    public Serde<String> keys() {
        return Serdes.String();
    }

    /** JSON; bytes are left as they are. */
    @SuppressWarnings("unchecked") // V is byte[] where the type is
    public Serde<V> values() {
        if (type == byte[].class) {
            return (Serde<V>) Serdes.ByteArray();
        }
        return Serdes.serdeFrom((topic, value) -> value == null ? null : Json.bytes(value), deserializer());
    }

    /** What a subscriber's programs see as {@code ce_type}. */
    public String eventType() {
        return name;
    }

    private Deserializer<V> deserializer() {
        return (topic, bytes) -> {
            try {
                return bytes == null ? null : Json.read(bytes, type);
            } catch (RuntimeException e) {
                throw new SerializationException(topic + ": " + e.getMessage(), e);
            }
        };
    }
}
