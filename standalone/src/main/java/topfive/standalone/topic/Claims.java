package topfive.standalone.topic;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import topfive.contract.Insight;
import topfive.contract.Json;
import topfive.contract.Topics;

/** Insights by id, as long as their topic keeps them. */
public final class Claims {
    private Claims() {}

    /** @return those that are there, without the others */
    public static Map<String, Insight> of(Broker broker, Set<String> ids) {
        var found = new HashMap<String, Insight>();
        if (ids.isEmpty()) {
            return found;
        }
        var missing = new HashSet<>(ids);
        try (var read = ReadTopic.of(broker, Topics.INSIGHTS.name())) {
            read.fromBeginning().toEnd(record -> {
                var id = new String(record.key(), StandardCharsets.UTF_8);
                if (record.value() != null && missing.remove(id)) {
                    found.put(id, Json.read(record.value(), Insight.class));
                }
                return !missing.isEmpty();
            });
        }
        return found;
    }
}
