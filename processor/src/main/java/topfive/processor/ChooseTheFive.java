package topfive.processor;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
import topfive.contract.Edition;
import topfive.contract.FailPoint;
import topfive.contract.Json;
import topfive.processor.choose.EditionOfDay;
import topfive.processor.choose.Told;
import topfive.processor.encode.Encoder;
import topfive.processor.merge.CellDay;

/**
 * The last stage, one partition: what all cells say of a day becomes its edition. OPEN at most once a second; FINAL, its decisions and the
 * mark that the day is closed in one transaction.
 */
record ChooseTheFive(EditionOfDay.Desk desk, Encoder encoder)
        implements ProcessorSupplier<String, byte[], String, Outcome> {
    private static final String STORE = "editions";
    private static final String CELL = "cell/";
    private static final String TOLD = "told/";
    private static final Duration TICK = Duration.ofMillis(100);
    private static final long AT_MOST_EVERY_MS = 1000;

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
        private final Guard guard = new Guard("choose");
        private final TreeMap<LocalDate, Map<String, CellDay>> open = new TreeMap<>();
        private final Earlier earlier = new Earlier();
        private final Set<LocalDate> changed = new TreeSet<>();
        private final Map<LocalDate, Edition> said = new HashMap<>();
        private final Map<LocalDate, Long> saidAt = new HashMap<>();
        private ProcessorContext<String, Outcome> context;
        private KeyValueStore<String, byte[]> store;
        private Fences fences;

        @Override
        public void init(ProcessorContext<String, Outcome> context) {
            this.context = context;
            this.store = context.getStateStore(STORE);
            this.fences = new Fences(store);
            each(CELL, bytes -> {
                var cell = Json.read(bytes, CellDay.class);
                open.computeIfAbsent(cell.day(), day -> new TreeMap<>()).put(cell.cell(), cell);
                changed.add(cell.day());
            });
            each(TOLD, bytes -> earlier.put(Retold.by(encoder, Json.read(bytes, Told.class))));
            FailPoint.at("choose-restored");
            context.schedule(
                    TICK, PunctuationType.WALL_CLOCK_TIME, now -> guard.run(context, now, () -> sayWhatChanged(now)));
        }

        @Override
        public void process(Record<String, byte[]> record) {
            guard.run(context, record, Guard.bytes(record.key()), () -> {
                var outcome = Json.read(record.value(), Outcome.class);
                if (outcome instanceof Outcome.Summed summed
                        && !fences.isClosed(summed.day().day())) {
                    take(summed.day(), record.timestamp());
                } else if (outcome instanceof Outcome.Closed closed) {
                    FailPoint.at("choose-fence");
                    var complete = fences.completedBy(closed.fence());
                    FailPoint.at("choose-fence-counted");
                    complete.forEach(day -> close(day, record.timestamp()));
                }
            });
        }

        private void take(CellDay cell, long now) {
            store.put(CELL + cell.day() + "/" + cell.cell(), Json.bytes(cell));
            open.computeIfAbsent(cell.day(), day -> new TreeMap<>()).put(cell.cell(), cell);
            changed.add(cell.day());
            closePostponed(now);
        }

        private void sayWhatChanged(long now) {
            for (var day : List.copyOf(changed)) {
                if (isOfOneMaking(day) && now - saidAt.getOrDefault(day, 0L) >= AT_MOST_EVERY_MS) {
                    changed.remove(day);
                    var edition = compose(day, Edition.Status.OPEN).edition();
                    if (!edition.equals(said.put(day, edition))) {
                        saidAt.put(day, now);
                        publish(edition, now);
                    }
                }
            }
        }

        /**
         * Closes the day and every open day before it, the earliest first: each is compared with those that are closed by then. What cells
         * said by other rules, before a restart, they say again: until then it waits.
         */
        private void close(LocalDate upTo, long now) {
            if (!open.headMap(upTo, true).keySet().stream().allMatch(this::isOfOneMaking)) {
                fences.postpone(upTo);
                return;
            }
            var days = new TreeSet<>(open.headMap(upTo, true).keySet());
            days.add(upTo);
            for (var day : days) {
                FailPoint.at("choose-close");
                var last = compose(day, Edition.Status.FINAL);
                FailPoint.at("choose-composed");
                publish(last.edition(), now);
                FailPoint.at("choose-published");
                last.decisions().forEach(decision -> {
                    context.forward(new Record<>(decision.key(), new Outcome.Decided(decision), now));
                    FailPoint.at("choose-decided");
                });
                FailPoint.at("choose-all-decided");
                earlier.put(last.told());
                store.put(TOLD + day, Json.bytes(last.told()));
                FailPoint.at("choose-told");
                forget(day);
                FailPoint.at("choose-forgot");
            }
            fences.close(upTo);
            FailPoint.at("choose-closed");
            changed.addAll(open.keySet());
            earlier.forgetOld().forEach(day -> store.delete(TOLD + day));
            FailPoint.at("choose-done");
        }

        private void closePostponed(long now) {
            var days = fences.postponed();
            if (!days.isEmpty()
                    && open.headMap(days.get(days.size() - 1), true).keySet().stream()
                            .allMatch(this::isOfOneMaking)) {
                days.forEach(day -> {
                    fences.resume(day);
                    close(day, now);
                });
            }
        }

        /** Whether all that is known of the day was said by the rules and the encoder in force. */
        private boolean isOfOneMaking(LocalDate day) {
            return cells(day).stream().allMatch(cell -> cell.isMadeBy(desk.rules(), desk.encoderId()));
        }

        private void publish(Edition edition, long now) {
            context.forward(new Record<>(edition.key(), new Outcome.Published(Sizes.checked(edition)), now));
        }

        private void forget(LocalDate day) {
            open.getOrDefault(day, Map.of()).keySet().forEach(cell -> store.delete(CELL + day + "/" + cell));
            open.remove(day);
            changed.remove(day);
            said.remove(day);
            saidAt.remove(day);
        }

        private EditionOfDay compose(LocalDate day, Edition.Status status) {
            return EditionOfDay.of(desk, day, status, 1, cells(day), before(day));
        }

        private Collection<CellDay> cells(LocalDate day) {
            return open.getOrDefault(day, Map.of()).values();
        }

        /** The last seven editions before this day; yesterday's provisionally, while it is open. */
        private List<Told> before(LocalDate day) {
            var yesterday = day.minusDays(1);
            return open.containsKey(yesterday)
                    ? earlier.before(
                            day,
                            EditionOfDay.of(
                                            desk,
                                            yesterday,
                                            Edition.Status.OPEN,
                                            0,
                                            cells(yesterday),
                                            earlier.before(yesterday))
                                    .told())
                    : earlier.before(day);
        }

        private void each(String prefix, java.util.function.Consumer<byte[]> action) {
            try (var all = store.prefixScan(prefix, Serdes.String().serializer())) {
                all.forEachRemaining(entry -> action.accept(entry.value));
            }
        }
    }
}
