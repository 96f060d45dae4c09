package topfive.processor;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a group has come, by partition, as the broker keeps it.
 *
 * @param committed the next record to be read; where nothing is committed, the first that is there
 * @param end behind the last record, whether its transaction has ended or not
 */
record Lag(Map<TopicPartition, Long> committed, Map<TopicPartition, Long> end) {
    Lag {
        committed = Map.copyOf(committed);
        end = Map.copyOf(end);
    }

    /** The marks that end transactions have offsets of their own, and count as well. */
    long records() {
        return end.keySet().stream().mapToLong(this::of).sum();
    }

    long of(TopicPartition partition) {
        return Math.max(0, end.get(partition) - committed.getOrDefault(partition, 0L));
    }

    /** The same place, when it is known that nothing is behind it. */
    Lag caughtUp() {
        return new Lag(end, end);
    }

    Map<String, Long> byTopic() {
        var byTopic = new TreeMap<String, Long>();
        end.keySet().forEach(partition -> byTopic.merge(partition.topic(), of(partition), Long::sum));
        return byTopic;
    }
}
