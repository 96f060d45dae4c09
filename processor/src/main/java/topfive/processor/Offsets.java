package topfive.processor;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import topfive.contract.PromptAdmin;

/** Asks the broker how far a group has come. */
final class Offsets implements AutoCloseable {
    private static final int ANSWER_MS = 5_000;

    private final String group;
    private final Admin admin;
    private final Map<String, Object> kafka;

    Offsets(Map<String, Object> kafka, String group) {
        var settings = new HashMap<>(kafka);
        settings.putAll(PromptAdmin.answeredWithin(ANSWER_MS));
        this.group = group;
        this.kafka = kafka;
        this.admin = Admin.create(settings);
    }

    /** @throws ExecutionException where the broker does not answer */
    Lag of(Set<TopicPartition> partitions) throws InterruptedException, ExecutionException, TimeoutException {
        var committed = new HashMap<TopicPartition, Long>();
        admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(2 * ANSWER_MS, TimeUnit.MILLISECONDS)
                .forEach((partition, offset) -> {
                    if (offset != null && partitions.contains(partition)) {
                        committed.put(partition, offset.offset());
                    }
                });
        var untouched =
                partitions.stream().filter(each -> !committed.containsKey(each)).toList();
        committed.putAll(listed(untouched, OffsetSpec.earliest()));
        return new Lag(committed, listed(partitions, OffsetSpec.latest()));
    }

    private Map<TopicPartition, Long> listed(Collection<TopicPartition> partitions, OffsetSpec which)
            throws InterruptedException, ExecutionException, TimeoutException {
        var asked = partitions.stream().collect(Collectors.toMap(Function.identity(), each -> which));
        return admin.listOffsets(asked).all().get(2 * ANSWER_MS, TimeUnit.MILLISECONDS).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().offset()));
    }

    /**
     * Whether a reader finds nothing from there to the end. What a died process left of a transaction, and the mark that ended it, are
     * passed over by every reader and are committed by nobody.
     *
     * @throws org.apache.kafka.common.KafkaException where the broker does not answer
     */
    boolean areEmpty(Lag lag) {
        var behind =
                lag.end().keySet().stream().filter(each -> lag.of(each) > 0).toList();
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MS);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            for (var partition : behind) {
                consumer.assign(List.of(partition));
                consumer.seek(partition, lag.committed().getOrDefault(partition, 0L));
                if (holdsAnything(consumer, partition, lag.end().get(partition))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** What cannot be passed over in two seconds is something: a transaction, perhaps, that does not end. */
    private static boolean holdsAnything(KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long end) {
        var until = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        while (consumer.position(partition) < end) {
            if (!consumer.poll(Duration.ofMillis(200)).isEmpty() || System.nanoTime() > until) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
