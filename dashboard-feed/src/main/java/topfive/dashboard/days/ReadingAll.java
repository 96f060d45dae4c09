package topfive.dashboard.days;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** How a dashboard reads its topics: everything, only what is committed, and without a group. */
final class ReadingAll {
    private ReadingAll() {}

    static Map<String, Object> of(Map<String, Object> given) {
        var all = new HashMap<>(given);
        all.putIfAbsent("client.id", "topfive-dashboard");
        all.put("isolation.level", "read_committed");
        all.put("enable.auto.commit", false);
        all.put("auto.offset.reset", "earliest");
        all.put("allow.auto.create.topics", false);
        all.put("request.timeout.ms", 7_000); // where the connection is dead the page is as old as this
        all.put("key.deserializer", StringDeserializer.class);
        all.put("value.deserializer", ByteArrayDeserializer.class);
        return all;
    }
}
