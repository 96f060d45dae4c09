package topfive.chaos.point;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import topfive.chaos.App;
import topfive.chaos.World;
import topfive.contract.Topics;

/**
 * Whether the processor has done all that there was to do: none of its stages has anything left to read, and no transaction is open. Only
 * then it is sure that a day which has its FINAL edition gets no second one.
 */
final class Rest implements AutoCloseable {
    private static final String GROUP = "topfive-processor-v1";

    /** What is due is closed by ticks, five in a second. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    private static final Duration BREATH = Duration.ofMillis(100);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;

    Rest(World world) {
        admin = world.admin();
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
        var since = 0L;
        for (var now = began; now - began < atMost.toNanos(); now = System.nanoTime()) {
            if (!processor.ready() || !isNow()) {
                since = 0;
            } else if (since == 0) {
                since = now;
            } else if (now - since >= QUIET.toNanos()) {
                return (since - began) / 1_000_000;
            }
            Thread.sleep(BREATH.toMillis());
        }
        throw new TimeoutException("not ready and at rest within " + atMost.toSeconds() + " s, see "
                + processor.jvm().log());
    }

    private boolean isNow() throws InterruptedException {
        try {
            var all = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .filter(each -> !each.topic().startsWith("__"))
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            var ends = admin
                    .listOffsets(all.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            each -> each.getKey(), each -> each.getValue().offset()));
            // behind the last stable offset there is an open transaction
            if (!consumer.endOffsets(all).equals(ends)) {
                return false;
            }
            consumer.assign(all.stream().filter(Rest::isRead).toList());
            goToCommitted(consumer.assignment());
            var until = System.nanoTime() + LOOK.toNanos();
            // what a died process left of a transaction, and the mark that ended it, are committed by nobody
            while (!consumer.assignment().stream().allMatch(each -> consumer.position(each) >= ends.get(each))) {
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
        return partition.topic().equals(Topics.DOCUMENTS.name())
                || partition.topic().startsWith(GROUP) && partition.topic().endsWith("-repartition");
    }

    private void goToCommitted(Collection<TopicPartition> partitions) throws InterruptedException, ExecutionException {
        var committed = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        for (var each : partitions) {
            if (committed.get(each) == null) {
                consumer.seekToBeginning(List.of(each));
            } else {
                consumer.seek(each, committed.get(each).offset());
            }
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        consumer.close();
    }
}
