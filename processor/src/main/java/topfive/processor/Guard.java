package topfive.processor;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.DeadLetter;
import topfive.contract.Json;
import topfive.processor.encode.Encoder;

/**
 * One fate for each record: what a stage cannot process goes to the dead letters with its bytes as they came, and the next record is
 * unaffected: what the stage had written to its store is taken back, what it had to say is not said. The handlers of Kafka Streams cannot
 * do this under exactly-once (they see neither Errors nor the bytes).
 */
final class Guard {
    private static final Logger LOG = LoggerFactory.getLogger(Guard.class);
    private static final int CAUSES = 10;

    private final String stage;
    private final MeterRegistry metrics;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final List<Record<String, Outcome>> said = new ArrayList<>();
    private int depth;

    Guard(String stage, MeterRegistry metrics) {
        this.stage = stage;
        this.metrics = metrics;
    }

    interface Work {
        void run();
    }

    /** The store, so that what is written under this guard can be taken back, and nothing is that its changelog would not take. */
    <V> KeyValueStore<String, V> watched(KeyValueStore<String, V> store) {
        return new Undoable<>(store, undo::push);
    }

    /** Goes on to whom it concerns once the work is done; never where it fails, as it does here with what no topic would take. */
    void say(Record<String, Outcome> outcome) {
        Sizes.check(outcome);
        said.add(outcome);
    }

    /** What else must be put right where the work under way fails, after all that was written since is taken back. */
    void ifItFails(Runnable repair) {
        undo.push(repair);
    }

    /**
     * A failure of Kafka itself, or because the service stops, is no fault of the record: it goes on to the thread, and the record is read
     * again. May be used inside itself: what fails inside is taken back alone.
     *
     * @return whether the work is done
     */
    <K> boolean run(ProcessorContext<String, Outcome> context, Record<K, byte[]> record, byte[] key, Work work) {
        return run(context, record, key, stood(context).orElse("timer"), work);
    }

    /**
     * The same for what has waited: its letter names the topic where whoever tries it again shall put it.
     *
     * @param hop to this stage
     */
    boolean runAgain(ProcessorContext<String, Outcome> context, String hop, Record<String, Outcome> record, Work work) {
        var origin = stood(context)
                .orElseGet(() -> context.applicationId() + "-" + hop + "-repartition/"
                        + context.taskId().partition() + "@0");
        return run(context, record.withValue(Json.bytes(record.value())), bytes(record.key()), origin, work);
    }

    private <K> boolean run(
            ProcessorContext<String, Outcome> context, Record<K, byte[]> record, byte[] key, String origin, Work work) {
        depth++;
        try {
            var failure = attempt(work);
            failure.ifPresent(why -> refuse(record, key, origin, why));
            if (depth == 1) {
                said.forEach(context::forward);
            }
            return failure.isEmpty();
        } finally { // where it goes on to the thread, the transaction goes, and the stores with it
            depth--;
            if (depth == 0) {
                undo.clear();
                said.clear();
            }
        }
    }

    /**
     * Inside {@link #run}: what fails is taken back, and whoever asked for it decides what is to be done.
     *
     * @return why it failed
     */
    Optional<Throwable> attempt(Work work) {
        int done = undo.size();
        int spoken = said.size();
        try {
            work.run();
            return Optional.empty();
        } catch (Throwable e) { // of whatever kind: what is left uncaught comes again with the record, for ever
            if (!isFaultOfTheRecord(e)) {
                throw e;
            }
            takeBack(done, spoken);
            return Optional.of(e);
        }
    }

    private void takeBack(int done, int spoken) {
        said.subList(spoken, said.size()).clear();
        try {
            while (undo.size() > done) {
                undo.pop().run();
            }
        } catch (RuntimeException | Error e) {
            throw new StreamsException("what failed is half taken back and must not be committed", e);
        }
    }

    /** What happens at a time of its own, without a record: a dead letter without bytes says that it failed. */
    boolean run(ProcessorContext<String, Outcome> context, long now, Work work) {
        return run(context, new Record<>("", new byte[0], now), null, work);
    }

    static byte[] bytes(String key) {
        return key == null ? null : key.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Kafka's failures are its own, and so is a stop. Memory that is used up is the machine's: whoever asked for the last of it need not be
     * who took it. A stack is a record's.
     */
    static boolean isFaultOfTheRecord(Throwable why) {
        var cause = why;
        for (int i = 0; cause != null && i < CAUSES; i++) {
            if (cause instanceof KafkaException
                    || cause instanceof InterruptedException
                    || cause instanceof CancellationException
                    || cause instanceof Encoder.Closed
                    || cause instanceof VirtualMachineError && !(cause instanceof StackOverflowError)) {
                return false;
            }
            cause = cause.getCause();
        }
        return true;
    }

    private static Optional<String> stood(ProcessorContext<String, Outcome> context) {
        return context.recordMetadata()
                .filter(at -> at.topic() != null) // Kafka Streams tells a timer of a record that is none
                .map(at -> at.topic() + "/" + at.partition() + "@" + at.offset());
    }

    private <K> void refuse(Record<K, byte[]> record, byte[] key, String origin, Throwable why) {
        var reason = why instanceof Refusal refusal ? refusal.reason : "failed";
        var letter = DeadLetter.ofRecord(key, record.value(), reason, stage, describe(why), origin)
                .tried(DeadLetter.replays(record.headers()));
        LOG.warn("dead letter reason={} stage={} origin={} detail={}", reason, stage, origin, letter.detail());
        metrics.counter("topfive.dead.letters", "stage", stage, "reason", reason)
                .increment();
        var kept = DeadLetter.kept(key, record.value());
        said.add(new Record<>("", new Outcome.Refused(kept, letter), record.timestamp(), letter.headers()));
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
