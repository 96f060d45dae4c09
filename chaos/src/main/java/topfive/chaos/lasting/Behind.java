package topfive.chaos.lasting;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import topfive.chaos.Deadline;
import topfive.chaos.World;
import topfive.contract.Topics;

/** How many documents the processor has not yet read, by its committed offsets. */
final class Behind implements AutoCloseable {
    private static final String GROUP = "topfive-processor-v1";
    private static final int PATIENCE_MS = 5_000;

    private final Admin admin;

    Behind(World world) {
        admin = world.admin();
    }

    /** @throws TimeoutException where the broker does not answer */
    long documents() throws InterruptedException, TimeoutException {
        try {
            var name = Topics.DOCUMENTS.name();
            var partitions = admin.describeTopics(java.util.List.of(name))
                    .allTopicNames()
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                    .get(name)
                    .partitions();
            Map<TopicPartition, OffsetSpec> latest = partitions.stream()
                    .collect(Collectors.toMap(
                            each -> new TopicPartition(name, each.partition()), each -> OffsetSpec.latest()));
            var ends = admin.listOffsets(latest).all().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            var committed = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return ends.entrySet().stream()
                    .mapToLong(end -> {
                        var at = committed.get(end.getKey());
                        return end.getValue().offset() - (at == null ? 0 : at.offset());
                    })
                    .sum();
        } catch (ExecutionException e) {
            throw new TimeoutException("the broker does not say how far the processor is: " + e.getCause());
        }
    }

    /** @throws TimeoutException naming how many are left */
    void awaitNone(Duration atMost) throws InterruptedException, TimeoutException {
        var left = new AtomicLong();
        Deadline.await(() -> left + " documents that wait", atMost, () -> {
            left.set(documents());
            return left.get() == 0;
        });
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
