package topfive.ingest;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import topfive.contract.Json;
import topfive.contract.Topics;

/**
 * Reads back which documents were taken in last, so that what comes again after a restart is known again. The last few thousand are enough:
 * who repeats himself does it soon, and what is not known any more becomes the same record once more and counts once.
 */
final class KnownDocuments {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int OF_EACH_PARTITION = 2_000;

    private KnownDocuments() {}

    /** @throws org.apache.kafka.common.KafkaException when the broker is away */
    static void into(Memory memory, Map<String, Object> clientProperties) {
        var properties = new HashMap<>(clientProperties);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer())) {
            var ends = ends(consumer);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(record -> remember(memory, record));
            }
        }
    }

    private static Map<TopicPartition, Long> ends(Consumer<?, ?> consumer) {
        var partitions = consumer.partitionsFor(Topics.DOCUMENTS.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
        consumer.assign(partitions);
        var begins = consumer.beginningOffsets(partitions);
        var ends = consumer.endOffsets(partitions);
        ends.forEach(
                (partition, end) -> consumer.seek(partition, Math.max(begins.get(partition), end - OF_EACH_PARTITION)));
        return ends;
    }

    /** The header has id and hash; only the revision stands in the value, near its start. */
    private static void remember(Memory memory, ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_id");
        var id = record.key();
        if (header == null || id == null || record.value() == null) {
            return;
        }
        var name = new String(header.value(), StandardCharsets.UTF_8);
        if (name.startsWith(id + "/") && !id.contains("/")) {
            memory.remember(id, new Memory.Known(name.substring(id.length() + 1), revision(record.value())));
        }
    }

    private static int revision(byte[] document) {
        try (var parser = Json.MAPPER.createParser(document)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var isIt = parser.currentName().equals("revision");
                parser.nextToken();
                if (isIt) {
                    return parser.getIntValue();
                }
                parser.skipChildren();
            }
        } catch (IOException e) { // whoever wrote that, it has been a first time at least
            return 1;
        }
        return 1;
    }
}
