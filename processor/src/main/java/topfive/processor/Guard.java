package topfive.processor;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.DeadLetter;

/**
 * One fate for each record: what a stage cannot process goes to the dead letters with its bytes as they came, and the next record is
 * unaffected. The handlers of Kafka Streams cannot do this under exactly-once (they see neither Errors nor the bytes).
 */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);

    private final String stage;
    private final MeterRegistry metrics;

    Guard(String stage, MeterRegistry metrics) {
        this.stage = stage;
        this.metrics = metrics;
    }

    interface Work {
        void run();
    }

    /** A failure of Kafka itself is no fault of the record: it goes on to the thread, and the record is read again. */
    <K> void run(ProcessorContext<String, Outcome> context, Record<K, byte[]> record, byte[] key, Work work) {
        try {
            work.run();
        } catch (KafkaException e) {
            throw e;
        } catch (Refusal refusal) {
            refuse(context, record, key, refusal.reason, refusal);
        } catch (RuntimeException | StackOverflowError e) {
            refuse(context, record, key, "failed", e);
        }
    }

    /** What happens at a time of its own, without a record: a dead letter without bytes says that it failed. */
    void run(ProcessorContext<String, Outcome> context, long now, Work work) {
        run(context, new Record<>("", new byte[0], now), null, work);
    }

    static byte[] bytes(String key) {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }

    private <K> void refuse(
            ProcessorContext<String, Outcome> context,
            Record<K, byte[]> record,
            byte[] key,
            String reason,
            Throwable why) {
        var origin = context.recordMetadata()
                .map(at -> at.topic() + "/" + at.partition() + "@" + at.offset())
                .orElse("timer");
        var letter = DeadLetter.of(
                        key == null ? null : new String(key, StandardCharsets.UTF_8),
                        record.value(),
                        reason,
                        stage,
                        describe(why),
                        origin)
                .tried(DeadLetter.replays(record.headers()));
        LOG.warn("dead letter reason={} stage={} origin={} detail={}", reason, stage, origin, letter.detail());
        metrics.counter("topfive.dead.letters", "stage", stage, "reason", reason)
                .increment();
        context.forward(new Record<>("", new Outcome.Refused(key, letter), record.timestamp(), letter.headers()));
    }

    private static String describe(Throwable why) {
        if (why instanceof Refusal) {
            return why.getMessage();
        }
        return why.getMessage() == null
                ? why.getClass().getSimpleName()
                : why.getClass().getSimpleName() + ": " + why.getMessage();
    }

    /** A record that is not what it should be, with the code that stands in {@code dl_reason}. */
    static final class Refusal extends RuntimeException {
        private final String reason;

        Refusal(String reason, String message) {
            super(message);
            this.reason = reason;
        }
    }
}
