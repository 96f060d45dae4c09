package topfive.standalone.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import topfive.contract.FailPoint;
import topfive.standalone.Refusal;

/** Several records at once, or none of them, by one writer at a time: whoever takes the same name later shuts out those before. */
public final class OneTransaction implements AutoCloseable {
    /** After a power cut readers wait this long at most; in ordinary times it takes milliseconds. */
    private static final Duration AT_MOST = Duration.ofSeconds(7);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String name;
    private final String what;

    private OneTransaction(KafkaProducer<byte[], byte[]> producer, String name, String what) {
        this.producer = producer;
        this.name = name;
        this.what = what;
    }

    /**
     * Returns when all that others had begun under this name is committed or undone.
     *
     * @param what this is about, for a person
     */
    public static OneTransaction alone(Broker broker, String name, String what) {
        return alone(broker, name, what, Map.of());
    }

    /** @param settings of the producer, over those of the broker's clients */
    public static OneTransaction alone(Broker broker, String name, String what, Map<String, Object> settings) {
        var properties = new HashMap<>(broker.clientProperties());
        properties.putAll(settings);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
        properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) AT_MOST.toMillis());
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3 * (int) AT_MOST.toMillis());
        var producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        var transaction = new OneTransaction(producer, name, what);
        try {
            producer.initTransactions();
            return transaction;
        } catch (KafkaException e) {
            transaction.close();
            throw transaction.refusal(e);
        }
    }

    /**
     * @param point what its fail points begin with
     * @throws Refusal where another writer has shut this one out, or the broker did not take it; then nothing is written
     */
    public void write(List<ProducerRecord<byte[], byte[]>> records, String point) {
        try {
            writeWhatFits(records, point);
        } catch (RecordTooLargeException e) {
            throw refusal(e);
        }
    }

    /**
     * The same for somebody who goes on where a record is too large.
     *
     * @throws RecordTooLargeException where a topic does not take one of them; then nothing is written, and others can be
     */
    public void writeWhatFits(List<ProducerRecord<byte[], byte[]>> records, String point) {
        try {
            producer.beginTransaction();
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (var record : records) {
                sent.add(producer.send(record));
                if (FailPoint.isSet()) {
                    producer.flush(); // so that it is there, for sure
                }
                FailPoint.at(point + "-sent");
            }
            for (var each : sent) {
                each.get();
            }
            FailPoint.at(point + "-commit");
            producer.commitTransaction();
            FailPoint.at(point + "-committed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted: " + what, "do it again", e);
        } catch (ExecutionException | KafkaException e) {
            throw undone(e);
        }
    }

    private RuntimeException undone(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException tooLarge) {
                producer.abortTransaction();
                return tooLarge;
            }
        }
        return refusal(e instanceof ExecutionException ? e.getCause() : e);
    }

    private Refusal refusal(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransactionalIdAuthorizationException) {
                return Refusal.configuration(
                        "the brokers do not allow a transaction of this user under the name " + name,
                        "let an administrator allow Write on --transactional-id " + name
                                + "; see \"acl operator\" in docs/kafka.md");
            }
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return Refusal.failed(
                        "another " + what + " has begun since: this one has written nothing",
                        "wait for the other; to be sure, do it again");
            }
        }
        return Refusal.failed(
                what + " did not come to its end: " + e.getMessage(),
                "do it again: it is written as a whole or not at all",
                e);
    }

    /** What is not committed is undone. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
