package topfive.processor;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
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

/**
 * The last stage, one partition: what all cells say of a day becomes its edition. OPEN at most once a second; FINAL, its decisions and the
 * mark that the day is closed in one transaction.
 *
 * @param published the FINAL editions there are; asked while no day has been closed here
 */
record ChooseTheFive(EditionOfDay.Desk desk, Encoder encoder, Supplier<List<Edition>> published, MeterRegistry metrics)
        implements ProcessorSupplier<String, byte[], String, Outcome> {
    static final String HOP = "days";
    private static final String STORE = "editions";
    private static final String TOLD = "told/";
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.ByteArray()));
    }

    @Override
    public Processor<String, byte[], String, Outcome> get() {
        return new Afresh(TICK, Stage::new);
    }

    private final class Stage implements Afresh.Stage {
        private final Guard guard = new Guard("choose", metrics);
        private final Set<LocalDate> changed = new TreeSet<>();
        private final Map<LocalDate, Edition> said = new HashMap<>();
        private final Pauses<LocalDate> saidAt = new Pauses<>(AT_MOST_EVERY);
        private final ProcessorContext<String, Outcome> context;
        private final KeyValueStore<String, byte[]> store;
        private final Fences fences;
        private final DueDays due;
        private OpenDays open;
        private Archive archive;
        private Earlier earlier;

        Stage(ProcessorContext<String, Outcome> context) {
            this.context = context;
            this.store = guard.watched(context.getStateStore(STORE));
            this.fences = new Fences(store);
            this.due = new DueDays(store, guard, "choose", HOP, metrics);
            restore();
            changed.addAll(open.all());
            FailPoint.at("choose-restored");
        }

        @Override
        public void tick(long now) {
            guard.run(context, now, () -> closeNext(now));
            for (var day : List.copyOf(changed)) {
                if (saidAt.isOver(day, now) && !guard.run(context, now, () -> sayOpen(day, now))) {
                    saidAt.begin(day, now);
                }
            }
        }

        /** What is in memory, from the store; also where work that had changed it has failed. */
        private void restore() {
            open = new OpenDays(store);
            archive = new Archive(store);
            earlier = new Earlier(told -> Retold.by(encoder, told));
            try (var all = store.prefixScan(TOLD, Serdes.String().serializer())) {
                all.forEachRemaining(entry -> earlier.put(Json.read(entry.value, Told.class)));
            }
            if (!fences.isAnyClosed()) {
                var ours = published.get().stream()
                        .filter(edition -> edition.edition().equals(desk.edition()))
                        .toList();
                archive.holds(ours);
                ours.forEach(edition -> earlier.put(Retold.inWords(edition)));
            }
        }

        @Override
        public void process(Record<String, byte[]> record) {
            guard.run(context, record, Guard.bytes(record.key()), () -> {
                var outcome = Json.read(record.value(), Outcome.class);
                if (outcome instanceof Outcome.Summed summed
                        && !fences.isClosed(summed.day().day())) {
                    guard.ifItFails(this::restore);
                    open.take(summed.day());
                    changed.add(summed.day().day());
                } else if (outcome instanceof Outcome.Closed closed) {
                    FailPoint.at("choose-fence");
                    fences.completedBy(closed.fence()).forEach(day -> due.add(day, record.timestamp()));
                    FailPoint.at("choose-fence-counted");
                    closeNext(context.currentSystemTimeMs());
                }
            });
        }

        private void sayOpen(LocalDate day, long now) {
            if (archive.isPast(day) || due.includes(day)) {
                changed.remove(day);
            } else if (open.isOfOneMaking(day, desk)) {
                changed.remove(day); // where it cannot be said, once is enough
                var edition = compose(day, Edition.Status.OPEN, 1).edition();
                if (!edition.equals(said.get(day))) {
                    publish(edition, now);
                    said.put(day, edition);
                    saidAt.begin(day, now);
                }
            }
        }

        /**
         * Closes one day on the way to the first that is due, the rest with the next ticks: each is compared with those that are closed by
         * then. What cells said by other rules, before a restart, they say again: until then it waits.
         */
        private void closeNext(long now) {
            var upTo = due.first().orElse(null);
            if (upTo == null) {
                return;
            }
            var day = open.firstUpTo(upTo);
            var fenced = due.fenced(upTo, now);
            if (due.tryTo(context, day, now, () -> open.isOfOneMaking(day, desk) && close(day, fenced, now))
                    && day.equals(upTo)) {
                due.done(day);
                FailPoint.at("choose-done");
            }
        }

        /** @param fenced from then on it could be closed: the edition carries it, so that whoever reads it knows how long that took */
        private boolean close(LocalDate day, long fenced, long now) {
            var before = List.copyOf(changed);
            guard.ifItFails(() -> {
                restore();
                changed.clear();
                changed.addAll(before);
            });
            FailPoint.at("choose-close");
            var last = compose(day, Edition.Status.FINAL, archive.revision(day));
            FailPoint.at("choose-composed");
            if (archive.isPast(day)) {
                archive.compare(last.edition());
            } else {
                say(last, fenced, now);
                tell(last.told());
            }
            if (archive.keep()) {
                earlier.all().forEach(told -> store.put(TOLD + told.day(), Json.bytes(told)));
            }
            archive.forget(day);
            forget(day);
            FailPoint.at("choose-forgot");
            fences.close(day);
            FailPoint.at("choose-closed");
            changed.addAll(open.all());
            earlier.forgetOld(day).forEach(old -> store.delete(TOLD + old));
            return true;
        }

        private void say(EditionOfDay last, long fenced, long now) {
            publish(last.edition(), fenced);
            FailPoint.at("choose-published");
            last.decisions().forEach(decision -> {
                guard.say(new Record<>(decision.key(), new Outcome.Decided(decision), now));
                FailPoint.at("choose-decided");
            });
            FailPoint.at("choose-all-decided");
        }

        private void tell(Told told) {
            earlier.put(told);
            store.put(TOLD + told.day(), Json.bytes(told));
            FailPoint.at("choose-told");
        }

        private void publish(Edition edition, long timestamp) {
            guard.say(new Record<>(edition.key(), new Outcome.Published(edition), timestamp));
        }

        private void forget(LocalDate day) {
            open.forget(day);
            changed.remove(day);
            said.remove(day);
            saidAt.end(day);
        }

        private EditionOfDay compose(LocalDate day, Edition.Status status, int revision) {
            return EditionOfDay.of(desk, day, status, revision, open.cells(day), before(day));
        }

        /** The last seven editions before this day; yesterday's provisionally, while it is open. */
        private List<Told> before(LocalDate day) {
            var yesterday = day.minusDays(1);
            if (!open.holds(yesterday) || archive.isPast(yesterday)) {
                return earlier.before(day);
            }
            var soFar = EditionOfDay.of(
                    desk, yesterday, Edition.Status.OPEN, 0, open.cells(yesterday), earlier.before(yesterday));
            return earlier.before(day, soFar.told());
        }
    }
}
