package topfive.chaos.lasting;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topfive.chaos.App;
import topfive.chaos.Broker;
import topfive.chaos.Calm;
import topfive.chaos.Deadline;
import topfive.chaos.Expected;
import topfive.chaos.Pushes;
import topfive.chaos.Run;
import topfive.chaos.Sent;
import topfive.chaos.Stage;
import topfive.chaos.Watch;
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

    /** On a machine that also has to read them. */
    private static final int LEAST_TIMES = 8;

    /** Three quarters of what each process has. */
    private static final double MOST_HEAP_MIB = 384;

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
    public Integer call() throws IOException {
        return run.play("flood", this::play);
    }

    private void play(Stage stage) throws Exception {
        try (var broker = Broker.in(stage.folder().resolve("broker"));
                var processor =
                        App.in(stage.folder().resolve("processor"), "processor", broker.address(), World.SETTINGS)) {
            var world = World.on(broker, stage.folder(), true);
            processor.start();
            processor.awaitReady(PATIENCE);
            var sent = world.send(Chatter.spread(stage.seed(), warm, 1, Chatter.TELLS));
            try (var watch = Watch.on(world)) {
                flood(stage, world, processor, watch, sent, capacity(processor, watch, stage));
            }
            stage.must(processor.jvm().alive(), "the processor has ended");
            var day = Today.is();
            world.fence(day);
            sent.fence(day);
            Calm.await(world, List.of(day), PATIENCE);
            stage.judge("flood", world, Expected.of(List.of(day), sent));
        }
    }

    /** @return documents a second */
    private int capacity(App processor, Watch watch, Stage stage) throws Exception {
        var began = System.nanoTime();
        Figures.awaitNoLag(processor, watch, Duration.ofMinutes(10));
        var capacity = (int) Math.max(1, warm * 1_000_000_000L / Math.max(1, System.nanoTime() - began));
        stage.put("readPerSecond", capacity);
        stage.journal().say("measured", "readPerSecond", capacity);
        return capacity;
    }

    private void flood(Stage stage, World world, App processor, Watch watch, Sent sent, int capacity) throws Exception {
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
            var pushes = new Pushes(port, sent);
            var nanos = (long) (minutes * 60e9);
            var threads = push(pushes, stage.seed(), TIMES * capacity, nanos);
            long mostBehind = 0;
            double mostHeap = 0;
            for (var until = System.nanoTime() + nanos; System.nanoTime() < until; ) {
                Thread.sleep(1_000);
                mostBehind = Math.max(mostBehind, watch.behind());
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
            memory("ingest", stage, ingest);
            memory("processor", stage, processor);
            var began = stage.journal().now();
            Figures.awaitNoLag(processor, watch, Duration.ofMinutes(recovery));
            stage.put("mostBehind", mostBehind);
            stage.put("mostHeapBytes", (long) mostHeap);
            stage.put("caughtUpAfterMs", stage.journal().now() - began);
            pushes.judge(stage);
            rates(stage, pushes, capacity, nanos);
            stage.must(sent.pushes() > 0, "no push was taken");
            var twice = sent.pushedTwice(world.read(Topics.DOCUMENTS)).size();
            stage.must(twice == 0, twice + " pushes stand there twice");
        }
    }

    /** So many were offered, and most were told to wait. */
    private static void rates(Stage stage, Pushes pushes, int capacity, long nanos) {
        var all = pushes.answers().values().stream().mapToLong(Long::longValue).sum();
        var offered = all / Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanos));
        stage.put("offeredPerSecond", offered);
        stage.must(
                offered >= LEAST_TIMES * capacity,
                "only " + offered + " pushes a second were offered, and " + capacity + " can be read");
        stage.must(
                pushes.answered(429) > all / 2,
                "only " + pushes.answered(429) + " of " + all + " pushes were told to wait");
    }

    /** When the flood has just ended: all that piled up is there. */
    private static void memory(String name, Stage stage, App app) throws Exception {
        if (!app.jvm().alive()) {
            stage.wrong(name + " has ended");
            return;
        }
        var vitals = new Vitals(app);
        var heap = new AtomicReference<>(Double.NaN);
        Deadline.await(name + " says how much heap it needs", PATIENCE, () -> {
            heap.set(vitals.sample(0).getOrDefault("heapAfterCollectionMiB", Double.NaN));
            return Double.isFinite(heap.get());
        });
        stage.put(name + " heapAfterCollectionMiB", heap.get());
        stage.must(heap.get() < MOST_HEAP_MIB, name + " needs " + heap + " MiB of heap after a collection");
        var errors = Lines.of(app.jvm().log(), 0).all().stream()
                .filter(line -> line.contains("OutOfMemoryError"))
                .count();
        stage.must(errors == 0, errors + " lines of " + name + " speak of an OutOfMemoryError");
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
