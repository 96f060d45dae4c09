package topfive.processor;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import topfive.contract.Document;
import topfive.contract.FailPoint;
import topfive.contract.Fence;
import topfive.contract.FromProducers;
import topfive.contract.Json;
import topfive.processor.merge.Reading;
import topfive.processor.read.DocumentReader;

/**
 * The first stage: guard → extract → embed → classify. Parallel by document. Remembers the newest fence of its partition, so that what
 * stands behind it counts for a later day.
 */
record ReadDocuments(DocumentReader reader, Supplier<String> topic, MeterRegistry metrics)
        implements ProcessorSupplier<byte[], byte[], String, Outcome> {
    private static final String STORE = "fences";
    private static final String NEWEST = "newest";
    private static final int SCHEMA = 1;
    /** All cells are in one place: a revision may be in another language, and has to find what it replaces. */
    static final String CELLS = "cells";

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.String())
                        .withCachingEnabled()); // the position changes with every record: once a commit is enough
    }

    @Override
    public Processor<byte[], byte[], String, Outcome> get() {
        return new Stage();
    }

    private final class Stage implements Processor<byte[], byte[], String, Outcome> {
        private final Guard guard = new Guard("read", metrics);
        private final ReadInTime inTime = new ReadInTime();
        private ProcessorContext<String, Outcome> context;
        private KeyValueStore<String, String> fences;
        private Position position;

        @Override
        public void init(ProcessorContext<String, Outcome> context) {
            this.context = context;
            KeyValueStore<String, String> store = context.getStateStore(STORE);
            this.fences = guard.watched(store);
            this.position = new Position(store, topic.get());
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            var at = context.recordMetadata().orElseThrow();
            if (position.isPast(at)) {
                metrics.counter("topfive.documents.reread").increment();
                return;
            }
            guard.run(context, record, record.key(), () -> {
                var from = decode(record.value(), at.partition());
                if (from instanceof Fence fence) {
                    pass(fence, record.timestamp());
                } else {
                    read((Document) from, record.timestamp());
                }
            });
            position.pass(at);
        }

        private void read(Document document, long timestamp) {
            var newest = newest();
            var reading = Sizes.checked(inTime.read(reader, document, newest));
            guard.say(new Record<>(CELLS, new Outcome.Read(reading, newest), timestamp));
            count(reading);
        }

        private void pass(Fence fence, long timestamp) {
            var newest = newest();
            if (newest == null || fence.day().isAfter(newest)) {
                FailPoint.at("read-fence");
                fences.put(NEWEST, fence.day().toString());
                FailPoint.at("read-fence-kept");
                guard.say(new Record<>(fence.key(), new Outcome.Closed(fence), timestamp));
                FailPoint.at("read-fence-passed");
            }
        }

        private void count(Reading reading) {
            metrics.counter("topfive.documents.read").increment();
            if (reading.late()) {
                metrics.counter("topfive.documents.late").increment();
            }
        }

        private LocalDate newest() {
            var newest = fences.get(NEWEST);
            return newest == null ? null : LocalDate.parse(newest);
        }
    }

    /**
     * @param partition in which it stands
     * @throws Guard.Refusal where it is none that this program knows, or cannot be true
     */
    static FromProducers decode(byte[] value, int partition) {
        if (value == null) {
            throw new Guard.Refusal("no-value", "a record without value");
        }
        try {
            var version = Json.read(value, Version.class).schemaVersion();
            if (version != SCHEMA) {
                throw new Guard.Refusal(
                        "schema-unknown", "schemaVersion " + version + ", this program knows " + SCHEMA);
            }
            return checked(Json.read(value, FromProducers.class), partition);
        } catch (UncheckedIOException e) {
            throw new Guard.Refusal("not-a-document", e.getMessage().replaceFirst("^not a \\w+", "not a document"));
        }
    }

    private static FromProducers checked(FromProducers from, int partition) {
        if (from instanceof Fence fence) {
            Sizes.inPlace(fence, partition);
            Sizes.plausible(
                    "a fence for", fence.day().atStartOfDay(ZoneOffset.UTC).toInstant());
        } else {
            var document = (Document) from;
            Sizes.plausible("taken in at", document.fetchedAt());
            Sizes.checked(document);
        }
        return from;
    }

    /** Read first: a later version may be anything. */
    private record Version(int schemaVersion) {}
}
