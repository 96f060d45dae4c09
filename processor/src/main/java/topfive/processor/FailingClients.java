package topfive.processor;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
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

/**
 * For chaos runs only: fail points where our own code does not come by, inside the transactions that hold a FINAL edition, a fence on its
 * way to the next stage, or a dead letter.
 */
final class FailingClients extends DefaultKafkaClientSupplier {
    private enum Cargo {
        FINAL,
        PASS,
        LETTER,
        OTHER;

        static Cargo of(ProducerRecord<byte[], byte[]> record) {
            if (record.topic().equals(Topics.DAILY.name())) {
                return FINAL;
            }
            if (record.topic().equals(Topics.DEAD_LETTERS.name())) {
                return LETTER;
            }
            return record.topic().endsWith("-repartition") && beginsLikeAFence(record.key()) ? PASS : OTHER;
        }

        private static boolean beginsLikeAFence(byte[] key) {
            return key != null && key.length > 2 && key[0] == 'f' && key[1] == 'e' && key[2] == 'n';
        }
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer()) {
            private final Set<Cargo> holds = EnumSet.noneOf(Cargo.class);

            @Override
            public void beginTransaction() {
                holds.clear();
                super.beginTransaction();
            }

            @Override
            public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
                var cargo = Cargo.of(record);
                holds.add(cargo);
                if (cargo != Cargo.FINAL) {
                    return super.send(record, callback);
                }
                FailPoint.at("final-send");
                var sent = super.send(record, (metadata, failure) -> {
                    FailPoint.at("final-acknowledged");
                    callback.onCompletion(metadata, failure);
                });
                FailPoint.at("final-sent");
                return sent;
            }

            @Override
            public void sendOffsetsToTransaction(
                    Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
                at(Cargo.FINAL, "final-offsets");
                super.sendOffsetsToTransaction(offsets, group);
                at(Cargo.FINAL, "final-offsets-sent");
            }

            @Override
            public void commitTransaction() {
                at(Cargo.FINAL, "final-commit");
                at(Cargo.PASS, "pass-commit");
                at(Cargo.LETTER, "letter-commit");
                super.commitTransaction();
                at(Cargo.FINAL, "final-committed");
                at(Cargo.PASS, "pass-committed");
                at(Cargo.LETTER, "letter-committed");
            }

            private void at(Cargo cargo, String name) {
                if (holds.contains(cargo)) {
                    FailPoint.at(name);
                }
            }
        };
    }
}
