package topfive.chaos.point;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import topfive.chaos.App;
import topfive.chaos.Deadline;
import topfive.chaos.Watch;
import topfive.chaos.World;
import topfive.contract.Topics;

/**
 * Whether the processor has done all that there was to do: none of its stages has anything left to read, and no transaction is open. Only
 * then it is sure that a day which has its FINAL edition gets no second one.
 */
final class Rest implements AutoCloseable {
    /** What is due is closed by ticks, five in a second. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final Duration BREATH = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Watch watch;
    private final KafkaConsumer<byte[], byte[]> consumer;

    Rest(World world) {
        watch = Watch.on(world);
        consumer = world.kafka().consumer();
    }

    /**
     * Until the processor is ready and has been at rest for a second.
     *
     * @return milliseconds until it came to rest
     * @throws TimeoutException where it does not
     */
    long await(App processor, Duration atMost) throws InterruptedException, TimeoutException {
        var began = System.nanoTime();
        var since = new AtomicLong();
        Deadline.await("ready and at rest, see " + processor.jvm().log(), atMost, () -> {
            var now = System.nanoTime();
            if (!processor.ready() || !isNow()) {
                since.set(0);
                return false;
            }
            since.compareAndSet(0, now);
            return now - since.get() >= QUIET.toNanos();
        });
        return (since.get() - began) / 1_000_000;
    }

    private boolean isNow() throws InterruptedException {
        try {
            var all = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(each -> !each.topic().startsWith("__"))
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            var latest = all.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
            var ends = watch.admin().listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            end -> end.getKey(), end -> end.getValue().offset()));
            // behind the last stable offset there is an open transaction
            if (!consumer.endOffsets(all).equals(ends)) {
                return false;
            }
            goToCommitted(all.stream().filter(Rest::isRead).toList());
            var until = System.nanoTime() + LOOK.toNanos();
            // what a died process left of a transaction, and the mark that ended it, are committed by nobody
            while (consumer.assignment().stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                if (!consumer.poll(BREATH).isEmpty() || System.nanoTime() - until > 0) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException e) {
            return false; // nobody answers
        }
    }

    private static boolean isRead(TopicPartition partition) {
        var topic = partition.topic();
        return topic.equals(Topics.DOCUMENTS.name()) || topic.startsWith(Watch.GROUP) && topic.endsWith("-repartition");
    }

    private void goToCommitted(List<TopicPartition> partitions) throws InterruptedException {
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        watch.committed().forEach((partition, offset) -> {
            if (partitions.contains(partition)) {
                consumer.seek(partition, offset);
            }
        });
    }

    @Override
    public void close() {
        watch.close();
        consumer.close();
    }
}
