package topfive.chaos.point;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import topfive.chaos.World;
import topfive.contract.Topics;

/** Looks on as a subscriber does, committed records only: how often each key has come. */
final class Seen implements AutoCloseable {
    private static final Duration BREATH = Duration.ofMillis(50);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, Integer> come = new HashMap<>();

    Seen(World world) {
        consumer = world.kafka().consumer();
        var partitions = List.of(
                new TopicPartition(Topics.DAILY.name(), 0),
                new TopicPartition(Topics.LIVE.name(), 0),
                new TopicPartition(Topics.DEAD_LETTERS.name(), 0));
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    int finals(LocalDate day) {
        return come.getOrDefault(Topics.DAILY.name() + " all/" + day, 0);
    }

    boolean isLive(LocalDate day) {
        return come.containsKey(Topics.LIVE.name() + " all/" + day);
    }

    int letters(String key) {
        return come.getOrDefault(Topics.DEAD_LETTERS.name() + " " + key, 0);
    }

    /** @return whether it came to be in time */
    boolean until(Duration atMost, BooleanSupplier what) {
        var end = System.nanoTime() + atMost.toNanos();
        while (!what.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            consumer.poll(BREATH)
                    .forEach(record -> come.merge(record.topic() + " " + World.key(record), 1, Integer::sum));
        }
        return true;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
