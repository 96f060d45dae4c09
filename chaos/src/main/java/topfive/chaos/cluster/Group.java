package topfive.chaos.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import topfive.chaos.Deadline;
import topfive.chaos.Watch;
import topfive.chaos.World;
import topfive.contract.Topics;

/**
 * The processors' group as its coordinator sees it: who has which partitions, and how far each of the documents is committed, looked up
 * all the time. What the stages hand on to one another is left out: a document that is sent again gives the later ones nothing to do.
 */
final class Group implements AutoCloseable {
    private static final long EVERY_MILLIS = 150;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Watch watch;
    private final Thread thread;
    private final Map<TopicPartition, Mark> marks = new ConcurrentHashMap<>();
    private volatile long lookedNanos;

    /** How far a partition is, and since when. */
    private record Mark(long offset, long sinceNanos) {}

    private Group(World world) {
        watch = Watch.on(world);
        thread = new Thread(this::look, "group");
        thread.setDaemon(true);
    }

    static Group of(World world) {
        var group = new Group(world);
        group.thread.start();
        return group;
    }

    /** How many documents have not been read; -1 while nobody answers. */
    long behind() throws InterruptedException {
        return watch.behind();
    }

    /** By instance: the id of a processor's state folder. Empty while it is being settled who has what, or nobody knows. */
    Map<String, Set<TopicPartition>> members() throws InterruptedException {
        return describe().entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<String, Set<TopicPartition>> describe() throws InterruptedException {
        try {
            var group = watch.admin()
                    .describeConsumerGroups(Set.of(Watch.GROUP))
                    .all()
                    .get()
                    .get(Watch.GROUP);
            return group.groupState() == GroupState.STABLE ? byInstance(group) : Map.of();
        } catch (ExecutionException e) {
            return Map.of(); // its coordinator is away
        }
    }

    /** Each thread of a processor is a member of its own, called INSTANCE-NUMBER. */
    private static Map<String, Set<TopicPartition>> byInstance(ConsumerGroupDescription group) {
        var has = new HashMap<String, Set<TopicPartition>>();
        for (var member : group.members()) {
            var name = member.groupInstanceId().orElse(member.consumerId());
            has.computeIfAbsent(name.replaceFirst("-[0-9]+$", ""), each -> new HashSet<>())
                    .addAll(member.assignment().topicPartitions());
        }
        return has;
    }

    /** Partitions whose committed offset went on within this time. */
    Set<TopicPartition> busy(Duration within) {
        var since = System.nanoTime() - within.toNanos();
        return marks.entrySet().stream()
                .filter(entry -> entry.getValue().sinceNanos() - since > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    Map<TopicPartition, Long> offsets() {
        var offsets = new HashMap<TopicPartition, Long>();
        marks.forEach((partition, mark) -> offsets.put(partition, mark.offset()));
        return offsets;
    }

    /**
     * As they are now, not a look ago.
     *
     * @throws TimeoutException where nobody answers for two minutes
     */
    Map<TopicPartition, Long> freshOffsets() throws InterruptedException, TimeoutException {
        var since = System.nanoTime();
        Deadline.await("somebody knows how far the processors are", PATIENCE, () -> lookedNanos - since >= 0);
        return offsets();
    }

    /** Which of these have not gone on since. */
    Set<TopicPartition> behind(Collection<TopicPartition> partitions, Map<TopicPartition, Long> since) {
        var now = offsets();
        return partitions.stream()
                .filter(each -> now.getOrDefault(each, 0L) <= since.getOrDefault(each, 0L))
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        thread.interrupt();
        watch.close();
    }

    private void look() {
        try {
            while (true) {
                var began = System.nanoTime();
                var now = watch.offsets();
                now.orElse(Map.of()).forEach((partition, offset) -> {
                    if (partition.topic().equals(Topics.DOCUMENTS.name())) {
                        marks.merge(partition, new Mark(offset, began), (a, b) -> a.offset() == b.offset() ? a : b);
                    }
                });
                if (now.isPresent()) { // else its coordinator is away: the next look may find the new one
                    lookedNanos = began;
                }
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }
}
