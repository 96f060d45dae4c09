package topfive.processor;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import topfive.contract.Day;
import topfive.contract.Fence;
import topfive.contract.Json;
import topfive.processor.merge.Cell;
import topfive.processor.merge.CellDay;
import topfive.processor.merge.Reading;
import topfive.processor.merge.Revisions;
import topfive.processor.merge.Rules;

/**
 * The second stage: a cell sees everything that may say the same, keeps it by document id, and says how each open day stands in it. What
 * is in memory is rebuilt from the store.
 *
 * @param cells how many partitions this stage has
 */
record MergeIntoClusters(Rules rules, Day days, int cells)
        implements ProcessorSupplier<String, byte[], String, Outcome> {
    private static final String STORE = "readings";
    private static final String DOCUMENT = "document/";
    private static final Duration SOON = Duration.ofMillis(200);
    private static final int KEPT_DAYS = 8;
    private static final int LARGEST = 3 * 1024 * 1024;

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray()));
    }

    @Override
    public Processor<String, byte[], String, Outcome> get() {
        return new Stage();
    }

    private final class Stage implements Processor<String, byte[], String, Outcome> {
        private final Guard guard = new Guard("merge");
        private final Map<String, Cell> byName = new TreeMap<>();
        private final Set<LocalDate> changed = new TreeSet<>();
        private ProcessorContext<String, Outcome> context;
        private KeyValueStore<String, byte[]> store;
        private Fences fences;

        @Override
        public void init(ProcessorContext<String, Outcome> context) {
            this.context = context;
            this.store = context.getStateStore(STORE);
            this.fences = new Fences(store);
            restore();
            context.schedule(SOON, PunctuationType.WALL_CLOCK_TIME, now -> sayWhatChanged(now, LocalDate.MAX));
        }

        /** What was read before a stop may not have been said yet: every open day is said again. */
        private void restore() {
            try (var all = store.prefixScan(DOCUMENT, Serdes.String().serializer())) {
                all.forEachRemaining(entry -> {
                    var revisions = Json.read(entry.value, Revisions.class);
                    cell(revisions.current().language()).restore(revisions);
                    changed.add(revisions.current().day());
                });
            }
        }

        @Override
        public void process(Record<String, byte[]> record) {
            guard.run(context, record, Guard.bytes(record.key()), () -> {
                var outcome = Json.read(record.value(), Outcome.class);
                if (outcome instanceof Outcome.Read read) {
                    place(read.reading());
                } else if (outcome instanceof Outcome.Closed closed && fences.completes(closed.fence())) {
                    close(closed.fence().day(), record.timestamp());
                }
            });
        }

        private void place(Reading reading) {
            var key = DOCUMENT + reading.documentId();
            var known = store.get(key);
            var before = known == null ? null : Json.read(known, Revisions.class);
            var after = cell(reading.language()).place(reading);
            store.put(key, Json.bytes(after));
            changed.add(after.current().day());
            if (before != null) {
                changed.add(before.current().day());
            }
        }

        private void close(LocalDate day, long timestamp) {
            sayWhatChanged(timestamp, day);
            fences.close(day);
            var fence = new Fence(1, day, context.taskId().partition(), cells);
            context.forward(new Record<>(fence.key(), new Outcome.Closed(fence), timestamp));
            byName.values().stream()
                    .flatMap(cell -> cell.forgetBefore(day.minusDays(KEPT_DAYS)).stream())
                    .forEach(id -> store.delete(DOCUMENT + id));
        }

        private void sayWhatChanged(long timestamp, LocalDate upTo) {
            var due = changed.stream().filter(day -> !day.isAfter(upTo)).toList();
            for (var day : due) {
                if (!fences.isClosed(day)) {
                    byName.forEach((name, cell) -> {
                        var summed = fitting(cell.summary(day, days.closesAt(day)));
                        context.forward(new Record<>(day + "/" + name, new Outcome.Summed(summed), timestamp));
                    });
                }
                changed.remove(day);
            }
        }

        private Cell cell(String name) {
            return byName.computeIfAbsent(name, each -> new Cell(each, rules));
        }
    }

    /** Sizes are checked before forward: an oversized record would stall an exactly-once application for good. */
    private static CellDay fitting(CellDay day) {
        var fitting = day;
        while (Json.bytes(fitting).length > LARGEST && !fitting.clusters().isEmpty()) {
            fitting = fitting.withBest(fitting.clusters().size() / 2);
        }
        return fitting;
    }
}
