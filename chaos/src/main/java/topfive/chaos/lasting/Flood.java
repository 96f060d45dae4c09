package topfive.chaos.lasting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topfive.chaos.App;
import topfive.chaos.Broker;
import topfive.chaos.Calm;
import topfive.chaos.World;
import topfive.contract.Topics;
import topfive.standalone.broker.Ports;

/** Ten times more is pushed than can be read: what is too much is told to wait, the rest is read in the end. */
@Command(
        name = "flood",
        description = "Pushes ten times more documents than the processor reads, for some minutes.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Flood implements Callable<Integer> {
    private static final int TIMES = 10;
    /** So that the processor falls behind, too, and not only the clients have to wait. */
    private static final int ALLOWED = 2;

    private static final int THREADS = 32;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Mixin
    private final Run run = new Run();

    @Option(names = "--minutes", description = "how long it lasts")
    private double minutes = 3;

    @Option(names = "--warm", description = "documents by which it is measured how many the processor reads a second")
    private int warm = 2_000;

    @Option(names = "--recovery", description = "minutes in which the processor must have read all that was accepted")
    private int recovery = 30;

    @Override
    public Integer call() throws Exception {
        return run.play("flood", this::play);
    }

    private void play(Stage stage) throws Exception {
        try (var broker = Broker.in(stage.folder().resolve("broker"));
                var processor =
                        App.in(stage.folder().resolve("processor"), "processor", broker.address(), World.SETTINGS)) {
            broker.start();
            broker.awaitReady(PATIENCE);
            var world = new World(stage.folder(), broker.address(), true);
            world.ensureTopics();
            processor.start();
            processor.awaitReady(PATIENCE);
            try (var behind = new Behind(world)) {
                var capacity = capacity(world, behind, stage);
                flood(stage, world, processor, behind, capacity);
            }
            stage.must(processor.jvm().alive(), "the processor has ended");
            var day = Today.is();
            Today.close(world, day);
            Calm.awaitFinals(world, java.util.List.of(day), PATIENCE);
            stage.judgeByFunctions("flood", world);
        }
    }

    /** @return documents a second */
    private int capacity(World world, Behind behind, Stage stage) throws Exception {
        var sent = new ArrayList<Future<RecordMetadata>>();
        try (var producer = world.producer()) {
            for (var each : Chatter.spread(stage.seed(), warm, 1, Chatter.TELLS)) {
                sent.add(producer.send(new ProducerRecord<>(
                        Topics.DOCUMENTS.name(), each.key().getBytes(StandardCharsets.UTF_8), each.value())));
            }
            for (var each : sent) {
                each.get();
            }
        }
        var began = System.nanoTime();
        behind.awaitNone(Duration.ofMinutes(10));
        var capacity = (int) Math.max(1, warm * 1_000_000_000L / Math.max(1, System.nanoTime() - began));
        stage.put("readPerSecond", capacity);
        stage.journal().say("measured", "readPerSecond", capacity);
        return capacity;
    }

    private void flood(Stage stage, World world, App processor, Behind behind, int capacity) throws Exception {
        var port = Ports.free();
        try (var ingest = App.in(
                stage.folder().resolve("ingest"),
                "ingest",
                world.bootstrapServers(),
                World.SETTINGS,
                String.format(
                        Locale.ROOT,
                        "ingest: {port: %d, rate: %d, burst: %d}",
                        port,
                        ALLOWED * capacity,
                        ALLOWED * capacity))) {
            ingest.start();
            ingest.awaitReady(PATIENCE);
            var pushes = new Pushes(port);
            var nanos = (long) (minutes * 60e9);
            var threads = push(pushes, stage.seed(), TIMES * capacity, nanos);
            long mostBehind = 0;
            double mostHeap = 0;
            for (var until = System.nanoTime() + nanos; System.nanoTime() < until; ) {
                Thread.sleep(1_000);
                mostBehind = Math.max(mostBehind, behind.documents());
                var heap = new double[] {heap(ingest), heap(processor)};
                mostHeap = Math.max(mostHeap, Math.max(heap[0], heap[1]));
                stage.journal()
                        .log(
                                "flood",
                                "answers",
                                pushes.answers(),
                                "behind",
                                mostBehind,
                                "ingestHeap",
                                heap[0],
                                "processorHeap",
                                heap[1]);
            }
            for (var each : threads) {
                each.join();
            }
            var began = stage.journal().now();
            behind.awaitNone(Duration.ofMinutes(recovery));
            stage.put(
                    "offeredPerSecond",
                    pushes.answers().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()
                            / Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos)));
            stage.put("answers", pushes.answers());
            stage.put("slowestAnswerMs", pushes.slowest());
            stage.put("mostBehind", mostBehind);
            stage.put("mostHeapBytes", (long) mostHeap);
            stage.put("caughtUpAfterMs", stage.journal().now() - began);
            judge(stage, world, ingest, pushes);
        }
    }

    private static void judge(Stage stage, World world, App ingest, Pushes pushes) {
        stage.must(pushes.answered(429) > 0, "no push was told to wait");
        stage.must(pushes.answered(500) == 0, pushes.answered(500) + " pushes failed");
        stage.must(
                pushes.withoutRetryAfter() == 0, pushes.withoutRetryAfter() + " were told to wait, but not how long");
        stage.must(ingest.jvm().alive(), "ingest has ended");
        var memory = Lines.of(ingest.jvm().log(), 0).all().stream()
                .filter(line -> line.contains("OutOfMemoryError"))
                .count();
        stage.must(memory == 0, memory + " lines of ingest speak of an OutOfMemoryError");
        var kept = Kept.in(world);
        stage.put("acknowledged", pushes.acknowledged().size());
        stage.must(kept.lost(pushes.acknowledged()) == 0, kept.lost(pushes.acknowledged()) + " acknowledged are lost");
        stage.must(
                kept.doubled(pushes.acknowledged()) == 0, kept.doubled(pushes.acknowledged()) + " stand there twice");
    }

    /** Each thread keeps to its share of the pace, as well as it can. */
    private static Thread[] push(Pushes pushes, long seed, int perSecond, long nanos) {
        var texts = Chatter.texts(seed, 100);
        var number = new AtomicInteger();
        var began = System.nanoTime();
        var threads = new Thread[THREADS];
        for (int i = 0; i < THREADS; i++) {
            threads[i] = new Thread(() -> {
                try {
                    while (System.nanoTime() - began < nanos) {
                        var next = number.getAndIncrement();
                        var early = began + next * 1_000_000_000L / perSecond - System.nanoTime();
                        if (early > 0) {
                            TimeUnit.NANOSECONDS.sleep(early);
                        }
                        var tells = next % Chatter.TELLS == 0;
                        var text = tells ? texts.get(next / Chatter.TELLS % texts.size()) : Chatter.small(next);
                        pushes.push(Chatter.pushed(seed, next, text));
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            threads[i].setDaemon(true);
            threads[i].start();
        }
        return threads;
    }

    private static double heap(App app) throws InterruptedException {
        return Figures.of(app).sum("jvm_memory_used_bytes", "area=\"heap\"");
    }
}
