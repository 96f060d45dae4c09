package topfive.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import topfive.contract.Day;
import topfive.contract.Topics;

/** The undisturbed run: the same records in the same places of another broker, and one processor that nobody touches. */
public final class Calm {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Calm() {}

    /** @param documents all records of the documents, partition by partition in their order */
    public static Published over(
            List<ConsumerRecord<byte[], byte[]>> documents,
            List<LocalDate> days,
            Day zone,
            Path folder,
            boolean standalone)
            throws Exception {
        try (var broker = Broker.in(folder.resolve("broker"))) {
            var world = World.on(broker, folder, standalone);
            copy(documents, world);
            try (var app = App.in(folder.resolve("app"), "processor", broker.address(), World.settings(zone))) {
                app.start();
                await(world, days, PATIENCE);
                app.jvm().stop(Duration.ofSeconds(30));
            }
            return Published.on(world);
        }
    }

    /**
     * Waits until there is a FINAL edition of each of these days, and no document waits to be read.
     *
     * @throws TimeoutException naming what is missing
     */
    public static void await(World world, List<LocalDate> days, Duration atMost)
            throws InterruptedException, TimeoutException {
        var missing = new AtomicReference<>(Set.copyOf(days));
        Deadline.await(() -> "a FINAL edition of " + missing, atMost, () -> {
            missing.set(missing(world, days));
            return missing.get().isEmpty();
        });
        try (var watch = Watch.on(world)) {
            watch.awaitNone(atMost);
        }
    }

    /** @return those of which there is no FINAL edition */
    public static Set<LocalDate> missing(World world, List<LocalDate> days) {
        var missing = new HashSet<>(days);
        world.read(Topics.DAILY)
                .forEach(record ->
                        missing.remove(LocalDate.parse(World.key(record).replaceFirst(".*/", ""))));
        return missing;
    }

    private static void copy(List<ConsumerRecord<byte[], byte[]>> documents, World world)
            throws InterruptedException, ExecutionException {
        var sent = new ArrayList<Future<RecordMetadata>>();
        try (var producer = world.producer()) {
            for (var record : documents) {
                sent.add(producer.send(new ProducerRecord<>(
                        record.topic(), record.partition(), null, record.key(), record.value(), record.headers())));
            }
            for (var each : sent) {
                each.get();
            }
        }
    }
}
