package topfive.processor;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedPunctuator;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import topfive.contract.DeadLetter;
import topfive.contract.Fence;
import topfive.contract.Json;

/** A stage by itself, whose clock and transactions are in the hands of the test. */
final class OneStage {
    private final MockProcessorContext<String, Outcome> context = new MockProcessorContext<>(properties());
    private final KeyValueStore<String, byte[]> store;
    private final org.apache.kafka.streams.processor.api.Processor<String, byte[], String, Outcome> stage;
    private final Map<String, byte[]> committed = new HashMap<>();
    private long now = Sample.NOON.plus(Duration.ofHours(1)).toEpochMilli();

    OneStage(String storeName, ProcessorSupplier<String, byte[], String, Outcome> supplier) {
        store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(storeName), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        stage = supplier.get();
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, Processor.APPLICATION);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        return properties;
    }

    OneStage keep(String key, byte[] value) {
        store.put(key, value);
        return this;
    }

    byte[] kept(String key) {
        return store.get(key);
    }

    OneStage start() {
        context.setCurrentSystemTimeMs(now);
        stage.init(context);
        return this;
    }

    OneStage take(Outcome outcome) {
        return take(outcome, now);
    }

    OneStage take(Outcome outcome, long timestamp) {
        context.setCurrentSystemTimeMs(now);
        context.setRecordMetadata("hop", 0, 7);
        stage.process(new Record<>("all", Json.bytes(outcome), timestamp));
        return this;
    }

    OneStage fence(LocalDate day) {
        return take(new Outcome.Closed(new Fence(1, day, 0, 1)));
    }

    /** So much later, or earlier, the timers go off once. */
    OneStage after(Duration time) {
        now += time.toMillis();
        context.setCurrentSystemTimeMs(now);
        context.setRecordMetadata(null, -1, -1); // so it is where no record has come
        context.scheduledPunctuators().stream()
                .filter(timer -> !timer.cancelled())
                .map(CapturedPunctuator::getPunctuator)
                .toList()
                .forEach(timer -> timer.punctuate(now));
        return this;
    }

    long timers() {
        return context.scheduledPunctuators().stream()
                .filter(timer -> !timer.cancelled())
                .count();
    }

    OneStage commit() {
        committed.clear();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> committed.put(entry.key, entry.value));
        }
        context.resetForwards();
        return this;
    }

    /** The task is revived as Kafka does it: what was written and said since is gone, and the same object is initialised again. */
    OneStage abort() {
        try (var all = store.all()) {
            all.forEachRemaining(entry -> store.delete(entry.key));
        }
        committed.forEach(store::put);
        context.resetForwards();
        return start();
    }

    /** Since it was asked last. */
    List<Record<String, Outcome>> said() {
        var said = context.forwarded().stream()
                .map(each -> each.record())
                .map(each -> new Record<String, Outcome>(each.key(), each.value(), each.timestamp()))
                .toList();
        context.resetForwards();
        return said;
    }

    /** One line for each: what kind it is, and of which day or why. */
    List<String> lines() {
        return said().stream().map(each -> line(each.value())).toList();
    }

    private static String line(Outcome outcome) {
        if (outcome instanceof Outcome.Summed summed) {
            return "summed " + summed.day().day() + " " + summed.day().documents();
        }
        if (outcome instanceof Outcome.Closed closed) {
            return "closed " + closed.fence().day();
        }
        if (outcome instanceof Outcome.Published published) {
            return published.edition().status() + " " + published.edition().day();
        }
        return outcome instanceof Outcome.Refused refused ? line(refused.letter()) : "decided";
    }

    private static String line(DeadLetter letter) {
        return letter.reason() + " " + letter.origin();
    }
}
