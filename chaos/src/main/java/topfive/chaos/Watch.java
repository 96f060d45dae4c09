package topfive.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import topfive.contract.Topics;

/** Looks from outside how far the processor has come. One connection for the whole run, which may be cut at any time. */
public final class Watch implements AutoCloseable {
    private static final String GROUP = "topfive-processor-v1";
    private static final int PATIENCE_MS = 2_000;

    private final Admin admin;

    private Watch(Admin admin) {
        this.admin = admin;
    }

    public static Watch on(World world) {
        return new Watch(Admin.create(Map.of(
                "bootstrap.servers",
                world.bootstrapServers(),
                "request.timeout.ms",
                PATIENCE_MS,
                "default.api.timeout.ms",
                PATIENCE_MS,
                "reconnect.backoff.max.ms",
                200)));
    }

    /** What the processor has committed of the documents and of what its stages hand on; empty while nobody answers. */
    public Map<TopicPartition, Long> committed() throws InterruptedException {
        try {
            var offsets = new HashMap<TopicPartition, Long>();
            admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                    .forEach((partition, at) -> {
                        if (at != null) {
                            offsets.put(partition, at.offset());
                        }
                    });
            return offsets;
        } catch (ExecutionException | TimeoutException e) {
            return Map.of();
        }
    }

    /**
     * Waits until the processor says that it is ready, and a committed offset is beyond what it was, or nothing waits.
     *
     * @throws TimeoutException where neither comes in time, or the processor ends by itself
     */
    public void awaitProgress(Map<TopicPartition, Long> before, App app, Duration atMost)
            throws InterruptedException, TimeoutException {
        Deadline.await("progress", atMost, () -> {
            if (!app.jvm().alive()) {
                throw new TimeoutException("ended");
            }
            var now = app.ready() ? committed() : Map.<TopicPartition, Long>of();
            return !now.isEmpty() && (anyBeyond(before, now) || nothingWaits(now));
        });
    }

    private static boolean anyBeyond(Map<TopicPartition, Long> before, Map<TopicPartition, Long> now) {
        return now.entrySet().stream().anyMatch(each -> each.getValue() > before.getOrDefault(each.getKey(), 0L));
    }

    /** Every document that is written has been taken. */
    private boolean nothingWaits(Map<TopicPartition, Long> committed) throws InterruptedException {
        try {
            var documents = admin.describeTopics(java.util.List.of(Topics.DOCUMENTS.name()))
                    .allTopicNames()
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                    .get(Topics.DOCUMENTS.name());
            var wanted = documents.partitions().stream()
                    .collect(Collectors.toMap(
                            each -> new TopicPartition(documents.name(), each.partition()),
                            each -> OffsetSpec.latest()));
            return admin.listOffsets(wanted).all().get(PATIENCE_MS, TimeUnit.MILLISECONDS).entrySet().stream()
                    .allMatch(end -> end.getValue().offset() == committed.getOrDefault(end.getKey(), 0L));
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
