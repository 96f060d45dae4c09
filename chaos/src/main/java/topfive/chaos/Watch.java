package topfive.chaos;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import topfive.contract.Topics;

/** Looks from outside how far the processor has come. One connection for the whole run, which may be cut at any time. */
public final class Watch implements AutoCloseable {
    public static final String GROUP = "topfive-processor-v1";

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

    public Admin admin() {
        return admin;
    }

    /** What the processor has committed of the documents and of what its stages hand on; empty while nobody answers. */
    public Map<TopicPartition, Long> committed() throws InterruptedException {
        return offsets().orElse(Map.of());
    }

    /** How many documents it has not yet read; -1 while nobody answers. */
    public long behind() throws InterruptedException {
        var committed = offsets();
        var ends = ends();
        if (committed.isEmpty() || ends.isEmpty()) {
            return -1;
        }
        return ends.get().entrySet().stream()
                .mapToLong(end -> end.getValue() - committed.get().getOrDefault(end.getKey(), 0L))
                .sum();
    }

    /** @throws TimeoutException naming how many are left */
    public void awaitNone(Duration atMost) throws InterruptedException, TimeoutException {
        var left = new AtomicLong();
        Deadline.await(() -> "none of " + left + " documents waits", atMost, () -> {
            left.set(behind());
            return left.get() == 0;
        });
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
            return !now.isEmpty() && (anyBeyond(before, now) || behind() == 0);
        });
    }

    private static boolean anyBeyond(Map<TopicPartition, Long> before, Map<TopicPartition, Long> now) {
        return now.entrySet().stream().anyMatch(each -> each.getValue() > before.getOrDefault(each.getKey(), 0L));
    }

    /** As {@link #committed}, but told apart: nobody answers, and nothing is committed yet. */
    public Optional<Map<TopicPartition, Long>> offsets() throws InterruptedException {
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
            return Optional.of(offsets);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    private Optional<Map<TopicPartition, Long>> ends() throws InterruptedException {
        try {
            var name = Topics.DOCUMENTS.name();
            var latest = admin
                    .describeTopics(List.of(name))
                    .allTopicNames()
                    .get(PATIENCE_MS, TimeUnit.MILLISECONDS)
                    .get(name)
                    .partitions()
                    .stream()
                    .collect(Collectors.toMap(
                            each -> new TopicPartition(name, each.partition()), each -> OffsetSpec.latest()));
            return Optional.of(
                    admin.listOffsets(latest).all().get(PATIENCE_MS, TimeUnit.MILLISECONDS).entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, end -> end.getValue().offset())));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
