package topfive.standalone.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import topfive.contract.Topic;
import topfive.contract.Topics;

/** One line for each of our topics. */
public final class ListedTopics {
    private ListedTopics() {}

    public static List<String> of(Broker broker) {
        try (var consumer = broker.consumer()) {
            var there = consumer.listTopics(Duration.ofSeconds(10));
            return Topics.ALL.stream()
                    .map(Topic::name)
                    .map(name -> {
                        if (!there.containsKey(name)) {
                            return name + "  missing";
                        }
                        var partitions = there.get(name).stream()
                                .map(partition -> new TopicPartition(name, partition.partition()))
                                .toList();
                        var held = sum(consumer.endOffsets(partitions).values())
                                - sum(consumer.beginningOffsets(partitions).values());
                        return name + "  partitions=" + partitions.size() + " offsets=" + held;
                    })
                    .toList();
        }
    }

    private static long sum(Collection<Long> offsets) {
        return offsets.stream().mapToLong(Long::longValue).sum();
    }
}
