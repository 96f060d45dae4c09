package topfive.processor;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import topfive.contract.Edition;
import topfive.contract.FromProducers;
import topfive.contract.Topics;

/** What the ticker knows of the broker, and does there. */
final class TickerDesk implements Ticker.Desk {
    private static final String PROBE = "probe/clock";

    private final KafkaProducer<String, FromProducers> producer;
    private final KafkaProducer<String, byte[]> probe;
    private final Map<String, Object> kafka;
    private final FinalEditions finals;

    TickerDesk(Map<String, Object> kafka) {
        this.kafka = kafka;
        this.finals = new FinalEditions(kafka);
        var settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        settings.put("compression.type", "zstd");
        settings.put("request.timeout.ms", Processor.ANSWER_MS); // it is idle for a day, and may be dead
        this.producer = new KafkaProducer<>(
                settings, new StringSerializer(), Topics.DOCUMENTS.values().serializer());
        this.probe = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** The broker stamps what it appends; a tombstone that nobody reads tells its time. */
    @Override
    public Instant brokersTime() throws InterruptedException, ExecutionException {
        return Instant.ofEpochMilli(probe.send(new ProducerRecord<>(Topics.SOURCES.name(), PROBE, null))
                .get()
                .timestamp());
    }

    @Override
    public Optional<LocalDate> lastFinal() {
        return finals.get().stream().map(Edition::day).max(LocalDate::compareTo);
    }

    @Override
    public Optional<Instant> firstDocument() {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
        try (var consumer = new KafkaConsumer<>(
                settings, Serdes.String().deserializer(), Serdes.ByteArray().deserializer())) {
            var partitions = consumer.partitionsFor(Topics.DOCUMENTS.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            var begin = consumer.beginningOffsets(partitions);
            var end = consumer.endOffsets(partitions);
            Instant first = null;
            for (var partition : partitions) {
                if (begin.get(partition) < end.get(partition)) {
                    consumer.assign(List.of(partition));
                    consumer.seek(partition, begin.get(partition));
                    for (var record : consumer.poll(Duration.ofSeconds(5))) {
                        var at = Instant.ofEpochMilli(record.timestamp());
                        first = first == null || at.isBefore(first) ? at : first;
                    }
                }
            }
            return Optional.ofNullable(first);
        }
    }

    @Override
    public void close(LocalDate day) throws InterruptedException, ExecutionException {
        CloseDay.now(producer, day);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        probe.close(Duration.ofSeconds(2));
    }
}
