package topfive.processor;

import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import topfive.contract.EventHeaders;
import topfive.contract.Ids;
import topfive.contract.Json;
import topfive.contract.Topic;

/**
 * Puts CloudEvents headers on what leaves for a public topic.
 *
 * @param at the time that the value speaks of; null where it speaks of none
 */
record Stamp<V>(Topic<V> topic, Function<V, Instant> at) implements FixedKeyProcessorSupplier<String, V, V> {
    @Override
    public FixedKeyProcessor<String, V, V> get() {
        return new ContextualFixedKeyProcessor<>() {
            @Override
            public void process(FixedKeyRecord<String, V> record) {
                var value = record.value();
                var id = topic.key().apply(value) + "@"
                        + Ids.sha256(Json.bytes(value)).substring(0, 16);
                var time = at.apply(value) == null ? Instant.EPOCH : at.apply(value);
                context().forward(record.withHeaders(EventHeaders.of(topic, "/topfive/processor", id, time)));
            }
        };
    }
}
