package topfive.standalone.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import topfive.standalone.Refusal;

/** Reads a topic from a place to its end, or for as long as the reader wants more. Partition by partition the order is the topic's. */
public final class ReadTopic implements AutoCloseable {
    private static final Duration BREATH = Duration.ofMillis(200);

    private final Broker broker;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;

    private ReadTopic(Broker broker, KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        this.broker = broker;
        this.consumer = consumer;
        this.partitions = partitions;
    }

    /** @throws Refusal where the broker does not answer or has no such topic */
    public static ReadTopic of(Broker broker, String topic) {
        broker.mustAnswer();
        var consumer = broker.consumer();
        var partitions = consumer.partitionsFor(topic, Duration.ofSeconds(10));
        if (partitions == null || partitions.isEmpty()) {
            consumer.close();
            throw Refusal.failed(
                    "there is no topic " + topic + " at " + broker.address(), "make it with: topfive topics ensure");
        }
        var all = partitions.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(all);
        return new ReadTopic(broker, consumer, all);
    }

    public ReadTopic fromBeginning() {
        consumer.seekToBeginning(partitions);
        return this;
    }

    /** From this offset of each partition on; for topics of one. */
    public ReadTopic from(long offset) {
        partitions.forEach(partition -> consumer.seek(partition, offset));
        return this;
    }

    /** From the last n offsets of each partition on; transaction marks count as offsets, so there may be fewer records. */
    public ReadTopic fromLast(long n) {
        var first = consumer.beginningOffsets(partitions);
        consumer.endOffsets(partitions)
                .forEach((partition, end) -> consumer.seek(partition, Math.max(first.get(partition), end - n)));
        return this;
    }

    public ReadTopic fromEnd() {
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return this;
    }

    /**
     * To the end of what is committed now, or until the reader says false.
     *
     * @throws Refusal where the broker goes away meanwhile
     */
    public void toEnd(Predicate<ConsumerRecord<byte[], byte[]>> wantsMore) {
        to(end(), Patience.USUAL, wantsMore);
    }

    /**
     * Past whatever is committed by now. A reader of committed records stops at the first transaction that is still open, though others
     * behind it are done; here it is waited for.
     *
     * @throws Refusal where a transaction does not end, or the broker goes away meanwhile
     */
    public void toEndOfAll(Predicate<ConsumerRecord<byte[], byte[]>> wantsMore) {
        to(endOfAll(), Patience.USUAL, wantsMore);
    }

    void to(Map<TopicPartition, Long> end, Duration patience, Predicate<ConsumerRecord<byte[], byte[]>> wantsMore) {
        var waiting = new Patience(broker, partitions.get(0).topic(), patience);
        while (!arrived(end)) {
            for (var record : consumer.poll(BREATH)) {
                if (record.offset() < end.get(partition(record)) && !wantsMore.test(record)) {
                    return;
                }
            }
            waiting.at(partitions.stream().mapToLong(consumer::position).sum());
        }
    }

    Map<TopicPartition, Long> end() {
        return consumer.endOffsets(partitions);
    }

    /** Committed or not. */
    private Map<TopicPartition, Long> endOfAll() {
        try (var admin = broker.admin()) {
            var latest = partitions.stream().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, each -> each.getValue().offset()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed(
                    "interrupted while reading " + partitions.get(0).topic(), "do it again", e);
        } catch (ExecutionException e) {
            throw Refusal.failed(
                    "cannot read " + partitions.get(0).topic() + ": "
                            + e.getCause().getMessage(),
                    "do it again",
                    e);
        }
    }

    /** Until the reader says false, or the time is over: then the answer is false. */
    public boolean follow(Duration atMost, Predicate<ConsumerRecord<byte[], byte[]>> wantsMore) {
        var until = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() - until < 0) {
            for (var record : consumer.poll(BREATH)) {
                if (!wantsMore.test(record)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Does not wait for the fetch that is under way: the broker answers that only when something new comes. */
    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }

    private boolean arrived(Map<TopicPartition, Long> end) {
        return end.entrySet().stream().allMatch(each -> consumer.position(each.getKey()) >= each.getValue());
    }

    private static TopicPartition partition(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
