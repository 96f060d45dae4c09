package topfive.standalone.cluster;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import topfive.contract.Topic;
import topfive.contract.Topics;

/**
 * What a service does on the cluster; docs/kafka.md says the same as commands.
 *
 * @param topics operations by topic's name; who may read or write may describe, too
 * @param transactions whether it works exactly once: in a group, in transactions, with topics of its own
 */
public record Needs(Map<String, Set<AclOperation>> topics, boolean transactions) {
    public static final Needs INGEST = new Needs(
            topics(Map.of(
                    Topics.DOCUMENTS, Set.of(READ, WRITE),
                    Topics.SOURCES, Set.of(READ, WRITE),
                    Topics.DEAD_LETTERS, Set.of(READ, WRITE))),
            false);

    /** Writes fences among the documents, asks the broker for its time in the sources' topic, and reads back what it published. */
    public static final Needs PROCESSOR = new Needs(
            topics(Map.of(
                    Topics.DOCUMENTS, Set.of(READ, WRITE),
                    Topics.DAILY, Set.of(READ, WRITE),
                    Topics.INSIGHTS, Set.of(WRITE),
                    Topics.LIVE, Set.of(READ, WRITE),
                    Topics.DECISIONS, Set.of(WRITE),
                    Topics.DEAD_LETTERS, Set.of(WRITE),
                    Topics.SOURCES, Set.of(WRITE))),
            true);

    public static final Needs DASHBOARD = new Needs(
            topics(Map.of(
                    Topics.LIVE, Set.of(READ),
                    Topics.DAILY, Set.of(READ),
                    Topics.DECISIONS, Set.of(READ),
                    Topics.SOURCES, Set.of(READ))),
            false);

    public static final Needs ALL = INGEST.and(PROCESSOR).and(DASHBOARD);

    /** Of whoever makes and compares them all. */
    public static final Needs SIGHT = new Needs(
            topics(Topics.ALL.stream().collect(Collectors.toMap(topic -> topic, topic -> Set.of(DESCRIBE)))), false);

    private Needs and(Needs other) {
        var both = new LinkedHashMap<>(topics);
        other.topics.forEach((topic, operations) -> both.merge(topic, operations, (a, b) -> {
            var all = new TreeSet<>(a);
            all.addAll(b);
            return all;
        }));
        return new Needs(both, transactions || other.transactions);
    }

    private static Map<String, Set<AclOperation>> topics(Map<Topic<?>, Set<AclOperation>> operations) {
        var named = new LinkedHashMap<String, Set<AclOperation>>();
        Topics.ALL.stream()
                .filter(operations::containsKey)
                .forEach(topic -> named.put(topic.name(), new TreeSet<>(operations.get(topic))));
        return named;
    }
}
