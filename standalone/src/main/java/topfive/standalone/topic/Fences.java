package topfive.standalone.topic;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import topfive.contract.EventHeaders;
import topfive.contract.Fence;
import topfive.contract.Topics;
import topfive.standalone.Refusal;

/** Closes a day by hand: a fence into every partition of the documents. */
public final class Fences {
    private Fences() {}

    /** Returns when all are acknowledged. */
    public static void write(Broker broker, LocalDate day, Instant now) {
        try (var producer = broker.producer()) {
            var of = producer.partitionsFor(Topics.DOCUMENTS.name()).size();
            var sent = IntStream.range(0, of)
                    .mapToObj(partition -> send(producer, new Fence(1, day, partition, of), now))
                    .toList();
            producer.flush();
            sent.forEach(Fences::acknowledged);
        }
    }

    private static Future<RecordMetadata> send(KafkaProducer<byte[], byte[]> producer, Fence fence, Instant now) {
        var id = fence.key() + "/" + fence.partition();
        var headers = EventHeaders.of(Topics.DOCUMENTS, "/topfive/standalone", id, now);
        return producer.send(new ProducerRecord<>(
                Topics.DOCUMENTS.name(),
                fence.partition(),
                fence.key().getBytes(StandardCharsets.UTF_8),
                Topics.DOCUMENTS.values().serializer().serialize(Topics.DOCUMENTS.name(), fence),
                headers));
    }

    private static void acknowledged(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted while closing the day", "do it again: repeats are ignored", e);
        } catch (ExecutionException e) {
            throw Refusal.failed(
                    "the fence was not written: " + e.getCause().getMessage(), "do it again: repeats are ignored", e);
        }
    }
}
