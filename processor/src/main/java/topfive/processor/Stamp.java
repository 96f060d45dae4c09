package topfive.processor;

import java.time.Instant;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
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
    static final String FROM = "/topfive/processor";

    @Override
    public FixedKeyProcessor<String, V, V> get() {
        return new ContextualFixedKeyProcessor<>() {
            @Override
            public void process(FixedKeyRecord<String, V> record) {
                var value = record.value();
                context().forward(record.withHeaders(headers(topic, value, at.apply(value))));
            }
        };
    }

    /** @param at null where the value speaks of no time */
    static <V> Headers headers(Topic<V> topic, V value, Instant at) {
        var id = topic.key().apply(value) + "@" + Ids.sha256(Json.bytes(value)).substring(0, 16);
        return EventHeaders.of(topic, FROM, id, at == null ? Instant.EPOCH : at);
    }
}
