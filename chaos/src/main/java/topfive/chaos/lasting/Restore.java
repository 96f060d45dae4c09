package topfive.chaos.lasting;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topfive.chaos.App;
import topfive.chaos.Broker;
import topfive.chaos.Calm;
import topfive.chaos.Expected;
import topfive.chaos.Folders;
import topfive.chaos.Run;
import topfive.chaos.Stage;
import topfive.chaos.Watch;
import topfive.chaos.Workload;
import topfive.chaos.World;

/** The state of a full week is lost with its disk, and comes back from the changelogs. */
@Command(
        name = "restore",
        description =
                "Deletes the state of so many documents and measures how long it takes until the processor is ready again.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Restore implements Callable<Integer> {
    /** As many as are kept. */
    private static final int DAYS = 8;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Mixin
    private final Run run = new Run();

    @Option(names = "--documents", description = "how many are read before")
    private int documents = 100_000;

    @Option(
            names = "--tells",
            description = "one in so many tells an idea; the others leave next to nothing in the state")
    private int tells = Chatter.TELLS;

    @Option(names = "--within", description = "seconds in which it must be ready again")
    private int within = 60;

    @Option(names = "--reading", description = "minutes that the documents may need to be read at first")
    private int reading = 60;

    @Option(names = "--calm", description = "also compare with an undisturbed run, which reads all of them once more")
    private boolean calm;

    @Override
    public Integer call() throws IOException {
        return run.play("restore", this::play);
    }

    private void play(Stage stage) throws Exception {
        try (var broker = Broker.in(stage.folder().resolve("broker"));
                var app = App.in(stage.folder().resolve("app"), "processor", broker.address(), World.SETTINGS)) {
            var world = World.on(broker, stage.folder(), true);
            var sent = world.send(Chatter.spread(stage.seed(), documents, DAYS, tells));
            stage.journal().say("written", "documents", documents);
            app.start();
            app.awaitReady(PATIENCE);
            var began = stage.journal().now();
            try (var watch = Watch.on(world)) {
                Figures.awaitNoLag(app, watch, Duration.ofMinutes(reading));
            }
            var read = Math.max(1, stage.journal().now() - began);
            stage.put("documents", documents);
            stage.put("readingSeconds", read / 1000);
            stage.put("documentsPerSecond", documents * 1000L / read);

            start("withState", app, stage, false);
            start("withoutState", app, stage, true);
            for (var day : days()) {
                world.fence(day);
                sent.fence(day);
            }
            Calm.await(world, days(), PATIENCE);
            var expected = Expected.of(days(), sent);
            stage.judge("restore", world, calm ? expected.calmIn(stage.folder().resolve("calm")) : expected);
        }
    }

    private void start(String name, App app, Stage stage, boolean lost) throws Exception {
        app.jvm().stop(PATIENCE);
        stage.put(name + " bytes", Folders.size(app.state()));
        if (lost) {
            Folders.delete(app.state());
        }
        var from = Lines.end(app.jvm().log());
        var began = stage.journal().now();
        app.start();
        app.awaitReady(PATIENCE);
        var took = stage.journal().now() - began;
        var restored = Lines.of(app.jvm().log(), from).restored();
        stage.journal().say("ready", "start", name, "afterMs", took, "restored", restored);
        stage.put(name + " readyMs", took);
        stage.put(name + " recordsRestored", restored);
        stage.must(
                lost ? restored >= documents : restored == 0,
                name + ": " + restored + " records of " + documents + " documents were restored");
        stage.must(took <= within * 1000L, name + ": ready after " + took + " ms, wanted " + within + " s");
    }

    private static List<LocalDate> days() {
        return IntStream.range(0, DAYS).mapToObj(Workload.FIRST::plusDays).toList();
    }
}
