package topfive.processor;

import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import topfive.contract.FailPoint;
import topfive.contract.Topics;

/** For chaos runs only: fail points inside the transaction that holds a FINAL edition, where our own code does not come by. */
final class FailingClients extends DefaultKafkaClientSupplier {
    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()) {
            private boolean holdsFinal;

            @Override
            public void beginTransaction() {
                holdsFinal = false;
                super.beginTransaction();
            }

            @Override
            public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
                if (!record.topic().equals(Topics.DAILY.name())) {
                    return super.send(record, callback);
                }
                holdsFinal = true;
                at("final-send");
                var sent = super.send(record, (metadata, failure) -> {
                    at("final-acknowledged");
                    callback.onCompletion(metadata, failure);
                });
                at("final-sent");
                return sent;
            }

            @Override
            public void sendOffsetsToTransaction(
                    Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
                at("final-offsets");
                super.sendOffsetsToTransaction(offsets, group);
                at("final-offsets-sent");
            }

            @Override
            public void commitTransaction() {
                at("final-commit");
                super.commitTransaction();
                at("final-committed");
            }

            private void at(String name) {
                if (holdsFinal) {
                    FailPoint.at(name);
                }
            }
        };
    }
}
