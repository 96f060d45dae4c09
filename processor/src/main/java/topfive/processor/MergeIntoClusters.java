package topfive.processor;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.FailPoint;
import topfive.contract.Fence;
import topfive.contract.Json;
import topfive.processor.choose.EditionOfDay;
import topfive.processor.merge.CellDay;
import topfive.processor.merge.Cells;
import topfive.processor.merge.Reading;

/**
 * The second stage: a cell sees everything that may say the same, keeps it by document id and text, and says how each open day stands in it. What
 * is in memory is rebuilt from the store.
 *
 * @param partitions how many this stage has
 */
record MergeIntoClusters(EditionOfDay.Desk desk, int partitions, MeterRegistry metrics)
        implements ProcessorSupplier<String, byte[], String, Outcome> {
    private static final Logger LOG = LoggerFactory.getLogger(MergeIntoClusters.class);
    static final String HOP = "cells";
    private static final String STORE = "readings";
    private static final String DOCUMENT = "document/";
    private static final String MADE_BY = "made-by";
    private static final Duration SOON = Duration.ofMillis(200);
    static final int KEPT_DAYS = 8;
    private static final int AT_ONCE = 100;
    private static final Duration AGAIN = Duration.ofSeconds(30);

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray()));
    }

    @Override
    public Processor<String, byte[], String, Outcome> get() {
        return new Afresh(SOON, Stage::new);
    }

    private final class Stage implements Afresh.Stage {
        private final Guard guard = new Guard("merge", metrics);
        private final Cells cells = new Cells(desk.rules());
        private final Set<LocalDate> changed = new TreeSet<>();
        private final Pauses<LocalDate> failed = new Pauses<>(AGAIN);
        private final ProcessorContext<String, Outcome> context;
        private final KeyValueStore<String, byte[]> store;
        private final Fences fences;
        private final DueDays due;
        private final Ahead ahead;
        private boolean sayClosedToo;

        Stage(ProcessorContext<String, Outcome> context) {
            this.context = context;
            this.store = guard.watched(context.getStateStore(STORE));
            this.fences = new Fences(store);
            this.due = new DueDays(store, guard, "merge", HOP, metrics);
            this.ahead = new Ahead(store);
            restore();
            FailPoint.at("merge-restored");
        }

        @Override
        public void tick(long now) {
            guard.run(context, now, () -> goOn(now));
            for (var day : List.copyOf(changed)) {
                if (failed.isOver(day, now)) {
                    guard.run(context, now, () -> sayOrWait(day, now));
                }
            }
            if (sayClosedToo && changed.isEmpty()) {
                guard.run(context, now, () -> store.put(MADE_BY, Json.bytes(madeBy())));
                sayClosedToo = false;
            }
        }

        private String madeBy() {
            return desk.rules().version() + " " + desk.encoderId();
        }

        /**
         * What was read before a stop may not have been said yet: every open day is said again. It is compared here, all at once, and not
         * when the first record comes; closed days are not compared at all. By other rules or another encoder than before the stop the
         * closed ones are said, too: the last stage may not have closed them yet, and must not mix the two.
         */
        private void restore() {
            var by = store.get(MADE_BY);
            sayClosedToo = by == null || !Json.read(by, String.class).equals(madeBy());
            try (var all = store.prefixScan(DOCUMENT, Serdes.String().serializer())) {
                all.forEachRemaining(entry -> {
                    var reading = Json.read(entry.value, Reading.class).readBy(desk.encoderId());
                    cells.restore(reading);
                    changed.add(reading.day());
                });
            }
            changed.removeIf(day -> !sayClosedToo && fences.isClosed(day));
            changed.forEach(day -> guard.attempt(() -> summaries(day))); // it fails again where it is said
        }

        @Override
        public void process(Record<String, byte[]> record) {
            guard.run(context, record, Guard.bytes(record.key()), () -> {
                var outcome = Json.read(record.value(), Outcome.class);
                if (outcome instanceof Outcome.Read read) {
                    take(read);
                } else if (outcome instanceof Outcome.Closed closed) {
                    FailPoint.at("merge-fence");
                    fences.completedBy(closed.fence()).forEach(day -> due.add(day, record.timestamp()));
                    FailPoint.at("merge-fence-counted");
                    goOn(context.currentSystemTimeMs());
                }
            });
        }

        private void take(Outcome.Read read) {
            if (read.behind() == null || fences.isClosed(read.behind())) {
                place(read.reading());
            } else {
                ahead.put(read.behind(), read.reading());
                FailPoint.at("merge-ahead-kept");
            }
        }

        /**
         * Closes the first day that is due, the others with the next ticks. What waited behind the one before is placed first, a part at each
         * tick where it is very much; each on its own, so that its dead letter, tried again, does what was to be done.
         */
        private void goOn(long now) {
            var waited = ahead.take(fences, AT_ONCE);
            waited.forEach(bytes -> {
                var reading = Json.read(bytes, Reading.class);
                var again = new Record<String, Outcome>(ReadDocuments.CELLS, new Outcome.Read(reading, null), now);
                guard.runAgain(context, HOP, again, () -> place(reading));
                FailPoint.at("merge-ahead-placed");
            });
            var day = due.first().orElse(null);
            if (day != null && waited.size() < AT_ONCE && due.tryTo(context, day, now, () -> close(day, now))) {
                due.done(day);
            }
        }

        private void place(Reading read) {
            var reading = read.readBy(desk.encoderId());
            var before = cells.textsOf(reading.documentId());
            var after = cells.with(reading);
            // before it is placed: cells cannot be told to forget what is too large to be stored
            // each text is a record of its own: a page that changes every few minutes would outgrow one
            store.put(key(reading), Json.bytes(after.of(reading.contentHash())));
            cells.place(reading);
            before.forEach(text -> change(text.day()));
            after.texts().forEach(text -> change(text.day()));
        }

        /** What is said on a day is old on the days after it. */
        private void change(LocalDate day) {
            changed.add(day);
            changed.addAll(cells.daysAfter(day));
        }

        private boolean close(LocalDate day, long timestamp) {
            FailPoint.at("merge-close");
            changed.stream().filter(each -> !each.isAfter(day)).toList().forEach(each -> say(each, timestamp));
            FailPoint.at("merge-said");
            fences.close(day);
            FailPoint.at("merge-closed");
            var fence = new Fence(1, day, context.taskId().partition(), partitions);
            guard.say(new Record<>(fence.key(), new Outcome.Closed(fence), due.fenced(day, timestamp)));
            FailPoint.at("merge-fence-passed");
            forgetOld(cells, day).forEach(text -> store.delete(key(text)));
            FailPoint.at("merge-forgot");
            return true;
        }

        /** A day that cannot be said is tried again after a while, and when it is to be closed; a dead letter says so once. */
        private void sayOrWait(LocalDate day, long now) {
            guard.attempt(() -> say(day, now)).ifPresent(why -> {
                LOG.error("cannot be said day={} again={} cause={}", day, AGAIN, "" + why);
                if (failed.begin(day, now)) {
                    LOG.error("the cause", why);
                    throw new Guard.Refusal("failed", day + " cannot be said and is tried again: " + why);
                }
            });
        }

        private void say(LocalDate day, long timestamp) {
            changed.remove(day);
            guard.ifItFails(() -> changed.add(day));
            if (sayClosedToo || !fences.isClosed(day)) {
                summaries(day).forEach(cell -> guard.say(summed(fitting(cell), timestamp)));
            }
            failed.end(day);
        }

        private List<CellDay> summaries(LocalDate day) {
            return cells.summaries(day, desk.days().closesAt(day));
        }

        private static String key(Reading reading) {
            return DOCUMENT + reading.documentId() + "/" + reading.contentHash();
        }
    }

    /** What no day that can still be opened needs. */
    static Collection<Reading> forgetOld(Cells cells, LocalDate closed) {
        return cells.forgetBefore(closed.minusDays(KEPT_DAYS));
    }

    /** Sizes are checked before forward: an oversized record would stall an exactly-once application for good. */
    static CellDay fitting(CellDay day) {
        var fitting = day;
        while (!Sizes.fits(summed(fitting, 0)) && !fitting.clusters().isEmpty()) {
            fitting = fitting.withBest(fitting.clusters().size() / 2);
        }
        return fitting;
    }

    private static Record<String, Outcome> summed(CellDay day, long timestamp) {
        return new Record<>(day.day() + "/" + day.cell(), new Outcome.Summed(day), timestamp);
    }
}
