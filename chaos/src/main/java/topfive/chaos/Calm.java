package topfive.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import topfive.contract.Topics;

/** The undisturbed run: the same records in the same places of another broker, and one processor that nobody touches. */
public final class Calm {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Calm() {}

    /** @param documents all records of the documents, partition by partition in their order */
    public static Published over(
            List<ConsumerRecord<byte[], byte[]>> documents, List<LocalDate> days, Path folder, boolean standalone)
            throws Exception {
        try (var broker = Broker.in(folder.resolve("broker"))) {
            broker.start();
            broker.awaitReady(PATIENCE);
            var world = new World(folder, broker.address(), standalone);
            world.ensureTopics();
            copy(documents, world);
            try (var app = App.in(folder.resolve("app"), "processor", broker.address(), World.SETTINGS)) {
                app.start();
                awaitFinals(world, days, PATIENCE);
                app.jvm().stop(Duration.ofSeconds(30));
            }
            return Published.on(world);
        }
    }

    /**
     * Waits until there is a FINAL edition of each of these days.
     *
     * @throws TimeoutException naming those that are missing
     */
    public static void awaitFinals(World world, List<LocalDate> days, Duration atMost)
            throws InterruptedException, TimeoutException {
        var missing = new HashSet<>(days);
        Deadline.await(() -> "a FINAL edition of " + missing, atMost, () -> {
            world.read(Topics.DAILY)
                    .forEach(record ->
                            missing.remove(LocalDate.parse(World.key(record).replaceFirst(".*/", ""))));
            return missing.isEmpty();
        });
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
