package topfive.processor;

import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * How far a partition of the documents was read, kept with what was made of it. The group's offsets say the same, but a broker forgets them
 * a week after the last member has left (offsets.retention.minutes), and the log would be read again from its beginning as the news of today.
 */
final class Position {
    private static final String KEY = "position";

    private final KeyValueStore<String, String> store;
    private final String topic;

    /** @param topic the id of the topic; "" where there is none to be had: then nothing counts as read */
    Position(KeyValueStore<String, String> store, String topic) {
        this.store = store;
        this.topic = topic;
    }

    boolean isPast(RecordMetadata record) {
        var kept = store.get(KEY);
        return kept != null && kept.startsWith(topic + "@") && record.offset() < offset(kept);
    }

    void pass(RecordMetadata record) {
        if (!topic.isEmpty()) {
            store.put(KEY, topic + "@" + (record.offset() + 1));
        }
    }

    private static long offset(String kept) {
        return Long.parseLong(kept.substring(kept.indexOf('@') + 1));
    }
}
