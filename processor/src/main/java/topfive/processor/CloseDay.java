package topfive.processor;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import topfive.contract.EventHeaders;
import topfive.contract.FailPoint;
import topfive.contract.Fence;
import topfive.contract.FromProducers;
import topfive.contract.Topics;

/** Closes a day: a fence into every partition of the documents. To do so twice changes nothing. */
public final class CloseDay {
    private CloseDay() {}

    /** Returns when every fence is acknowledged. */
    public static void now(Producer<String, FromProducers> producer, LocalDate day)
            throws InterruptedException, ExecutionException {
        var topic = Topics.DOCUMENTS;
        var partitions = producer.partitionsFor(topic.name()).size();
        var sent = new ArrayList<Future<RecordMetadata>>();
        FailPoint.at("fence-before");
        for (int partition = 0; partition < partitions; partition++) {
            var fence = new Fence(1, day, partition, partitions);
            // the time it speaks of is the end of its day; when it was written stands in the record
            var headers = EventHeaders.of(
                    topic,
                    Stamp.FROM,
                    fence.key() + "/" + partition,
                    day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
            sent.add(producer.send(new ProducerRecord<>(topic.name(), partition, null, fence.key(), fence, headers)));
            if (FailPoint.isSet()) {
                sent.get(partition).get(); // so that a part of them is there, for sure
            }
            FailPoint.at("fence-written");
        }
        for (var each : sent) {
            each.get();
        }
        FailPoint.at("fence-after");
    }
}
