package topfive.standalone.topic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import topfive.contract.Json;

/** A record with its place, key and headers as one JSON object; a value that is not JSON stands as text. */
public final class RecordLine {
    private RecordLine() {}

    public static ObjectNode of(ConsumerRecord<byte[], byte[]> record) {
        var line = Json.MAPPER.createObjectNode();
        line.put("topic", record.topic());
        line.put("partition", record.partition());
        line.put("offset", record.offset());
        line.put("timestamp", Instant.ofEpochMilli(record.timestamp()).toString());
        line.put("key", text(record.key()));
        var headers = line.putObject("headers");
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        line.set("value", value(record.value()));
        return line;
    }

    private static JsonNode value(byte[] bytes) {
        if (bytes == null) {
            return Json.MAPPER.nullNode();
        }
        try {
            return Json.MAPPER.readTree(bytes);
        } catch (IOException e) {
            return Json.MAPPER.getNodeFactory().textNode(text(bytes));
        }
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
