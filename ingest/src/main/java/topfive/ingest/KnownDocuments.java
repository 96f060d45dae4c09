package topfive.ingest;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import topfive.contract.Json;
import topfive.contract.Topics;

/**
 * Reads back which documents were taken in last, so that what comes again after a restart is known again. The last few thousand are enough:
 * who repeats himself does it soon, and what is not known any more becomes the same record once more and counts once, unless it is without a
 * date and older than the week that is remembered: then it is as new as it looks.
 */
final class KnownDocuments {
    private static final int OF_EACH_PARTITION = 2_000;

    private KnownDocuments() {}

    /** @throws org.apache.kafka.common.KafkaException when the broker is away */
    static void into(Memory memory, Map<String, Object> clientProperties) {
        TopicTail.of(Topics.DOCUMENTS.name(), OF_EACH_PARTITION, clientProperties, record -> remember(memory, record));
    }

    /** The header has id and hash; only the revision stands in the value, near its start. */
    static void remember(Memory memory, ConsumerRecord<String, byte[]> record) {
        var header = record.headers().lastHeader("ce_id");
        var id = record.key();
        if (header == null || header.value() == null || id == null || record.value() == null) {
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
