package topfive.standalone.topic;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import topfive.contract.Json;
import topfive.contract.Topic;

/** The last value of each key of a compacted topic. */
public final class Latest {
    private Latest() {}

    public static <V> Map<String, V> of(Broker broker, Topic<V> topic) {
        var latest = new LinkedHashMap<String, byte[]>();
        try (var read = ReadTopic.of(broker, topic.name())) {
            read.fromBeginning().toEnd(record -> {
                latest.put(new String(record.key(), StandardCharsets.UTF_8), record.value());
                return true;
            });
        }
        var values = new LinkedHashMap<String, V>();
        latest.forEach((key, bytes) -> {
            if (bytes != null) {
                values.put(key, Json.read(bytes, topic.type()));
            }
        });
        return values;
    }
}
