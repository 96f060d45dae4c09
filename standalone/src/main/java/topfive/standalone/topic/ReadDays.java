package topfive.standalone.topic;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import topfive.contract.Topics;
import topfive.processor.PastDays;
import topfive.standalone.Refusal;

/**
 * Reads the documents from the first to those that are there now, partition beside partition, and waits in each at its fences. Writes
 * nothing and is of no group, so nobody notices.
 */
public final class ReadDays implements AutoCloseable {
    private static final Duration BREATH = Duration.ofMillis(200);

    private final Broker broker;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Integer, TopicPartition> partitions = new LinkedHashMap<>();
    private final Map<TopicPartition, Long> end;
    /** Where a partition begins that has lost what stood before; null until its first record is read. */
    private final Map<Integer, Instant> cut = new HashMap<>();

    private long read;

    private ReadDays(Broker broker, KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> all) {
        this.broker = broker;
        this.consumer = consumer;
        all.forEach(partition -> partitions.put(partition.partition(), partition));
        consumer.assign(all);
        consumer.seekToBeginning(all);
        this.end = consumer.endOffsets(all);
        consumer.beginningOffsets(all).forEach((partition, first) -> {
            if (first > 0) {
                cut.put(partition.partition(), null);
            }
        });
    }

    /** @throws Refusal where the broker does not answer or has no documents topic */
    public static ReadDays of(Broker broker) {
        var consumer = broker.mustAnswer().consumer();
        var topic = Topics.DOCUMENTS.name();
        var partitions = consumer.partitionsFor(topic, Duration.ofSeconds(10));
        if (partitions == null || partitions.isEmpty()) {
            consumer.close();
            throw Refusal.failed(
                    "there is no topic " + topic + " at " + broker.address(), "make it with: topfive topics ensure");
        }
        return new ReadDays(
                broker,
                consumer,
                partitions.stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList());
    }

    public int partitions() {
        return partitions.size();
    }

    /**
     * To be asked when all is read.
     *
     * @return since when the documents are all here, by the broker's clock: the latest first record of a partition that has lost older
     *     ones, the end of time where one has lost all; empty where none has lost any
     */
    public Optional<Instant> completeSince() {
        return cut.values().stream().map(at -> at == null ? Instant.MAX : at).max(Comparator.naturalOrder());
    }

    /**
     * @param progress gets the number of records read so far, now and then
     * @throws Refusal where the broker goes away meanwhile
     */
    public void into(PastDays past, LongConsumer progress) {
        into(past, progress, Patience.USUAL);
    }

    void into(PastDays past, LongConsumer progress, Duration atMost) {
        var patience = new Patience(broker, Topics.DOCUMENTS.name(), atMost);
        var waiting = new HashSet<TopicPartition>();
        while (true) {
            if (!allHaveCome(waiting)) {
                var records = consumer.poll(BREATH);
                records.partitions().forEach(partition -> {
                    if (taken(past, records.records(partition))) {
                        waiting.add(partition);
                    }
                });
                progress.accept(read);
                patience.at(partitions.values().stream()
                        .mapToLong(consumer::position)
                        .sum());
            } else {
                var goOn = past.goOn().stream().map(partitions::get).toList();
                if (goOn.isEmpty()) {
                    return;
                }
                consumer.resume(goOn);
                waiting.removeAll(goOn);
            }
        }
    }

    /** @return true where it came to a fence; then the place is behind it, and nothing more of it comes */
    private boolean taken(PastDays past, List<ConsumerRecord<byte[], byte[]>> records) {
        for (var record : records) {
            var partition = partitions.get(record.partition());
            read++;
            if (cut.containsKey(record.partition())) {
                cut.putIfAbsent(record.partition(), Instant.ofEpochMilli(record.timestamp()));
            }
            if (record.offset() < end.get(partition) && past.take(record.partition(), record.value())) {
                consumer.seek(partition, record.offset() + 1);
                consumer.pause(List.of(partition));
                return true;
            }
        }
        return false;
    }

    private boolean allHaveCome(Collection<TopicPartition> waiting) {
        return partitions.values().stream()
                .allMatch(
                        partition -> waiting.contains(partition) || consumer.position(partition) >= end.get(partition));
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
