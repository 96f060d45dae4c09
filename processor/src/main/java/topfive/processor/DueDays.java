package topfive.processor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Fence;
import topfive.contract.Json;

/**
 * The days whose fences have all come and that are not closed yet. One that cannot be closed stays due: it is tried again every 30 s, and after
 * a restart, and those behind it wait, so that no edition comes before an earlier one. A dead letter says so once, the counter {@code
 * topfive.close.failed} and a line of the log at each try.
 */
final class DueDays {
    private static final Logger LOG = LoggerFactory.getLogger(DueDays.class);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final String DUE = "postponed";
    private static final String FENCED = "fenced/";
    private static final String FAILED = "close-failed";

    private final KeyValueStore<String, byte[]> store;
    private final Guard guard;
    private final String hop;
    private final Counter failures;
    private final Pauses<LocalDate> failed = new Pauses<>(AGAIN);

    /** @see #tryTo */
    interface Close {
        boolean run();
    }

    /** @param hop by which fences come to the stage */
    DueDays(KeyValueStore<String, byte[]> store, Guard guard, String stage, String hop, MeterRegistry metrics) {
        this.store = store;
        this.guard = guard;
        this.hop = hop;
        this.failures = metrics.counter("topfive.close.failed", "stage", stage);
    }

    /**
     * What failed before is tried at once: whoever repeats a fence has a reason.
     *
     * @param fenced when its last fence was written, in milliseconds
     */
    void add(LocalDate day, long fenced) {
        var days = days();
        days.add(day);
        store.put(DUE, Json.bytes(days));
        store.putIfAbsent(FENCED + day, Json.bytes(fenced));
        failed.endAll();
    }

    Optional<LocalDate> first() {
        return days().stream().findFirst();
    }

    /** When the last fence of this day, which is due, was written, in milliseconds. */
    long fenced(LocalDate day, long orElse) {
        var fenced = store.get(FENCED + day);
        return fenced == null ? orElse : Json.read(fenced, Long.class); // state of before this was kept has none
    }

    /** Whether it is to be closed, or a day after it is. */
    boolean includes(LocalDate day) {
        var days = days();
        return !days.isEmpty() && !day.isAfter(days.last());
    }

    /** This day is closed, and every day before it. */
    void done(LocalDate day) {
        var days = days();
        days.headSet(day, true).forEach(each -> store.delete(FENCED + each));
        var left = days.tailSet(day, false);
        store.put(DUE, left.isEmpty() ? null : Json.bytes(left));
    }

    private TreeSet<LocalDate> days() {
        var days = store.get(DUE);
        return days == null ? new TreeSet<>() : new TreeSet<>(Arrays.asList(Json.read(days, LocalDate[].class)));
    }

    /**
     * @param close false where it has to wait
     * @return whether the day is closed; where it failed, all of it is taken back
     */
    boolean tryTo(ProcessorContext<String, Outcome> context, LocalDate day, long now, Close close) {
        if (!failed.isOver(day, now)) {
            return false;
        }
        var closed = new AtomicBoolean();
        var failure = guard.attempt(() -> closed.set(close.run()));
        if (failure.isPresent()) {
            failed.begin(day, now);
            failures.increment();
            LOG.error(
                    "cannot be closed day={} again={}, days behind it wait; cause={}", day, AGAIN, "" + failure.get());
            sayOnce(context, day, now, failure.get());
            return false;
        }
        if (closed.get()) {
            store.delete(FAILED);
        }
        return closed.get();
    }

    /** The letter holds the fence: whoever tries it again makes this stage try at once. */
    private void sayOnce(ProcessorContext<String, Outcome> context, LocalDate day, long now, Throwable why) {
        var said = Json.bytes(day);
        if (!Arrays.equals(said, store.get(FAILED))) {
            store.put(FAILED, said);
            LOG.error("the cause", why);
            var all = new Fence(1, day, 0, 1); // whoever has to come to it has come
            var fence = new Record<String, Outcome>(all.key(), new Outcome.Closed(all), now);
            guard.runAgain(context, hop, fence, () -> {
                throw new Guard.Refusal("close-failed", day + " cannot be closed and is tried again: " + why);
            });
        }
    }
}
