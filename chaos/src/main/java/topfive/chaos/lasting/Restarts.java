package topfive.chaos.lasting;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topfive.chaos.App;
import topfive.chaos.Broker;
import topfive.chaos.Calm;
import topfive.chaos.Expected;
import topfive.chaos.Run;
import topfive.chaos.Sending;
import topfive.chaos.Sent;
import topfive.chaos.Spread;
import topfive.chaos.Stage;
import topfive.chaos.Watch;
import topfive.chaos.Workload;
import topfive.chaos.World;
import topfive.standalone.broker.Ports;

/** Stopped and started again as an operator does it, while documents come: nobody may notice. */
@Command(
        name = "restarts",
        description = "SIGTERM and start of the processor, then of all on the embedded broker, while some days go by.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Restarts implements Callable<Integer> {
    /** What ends by SIGTERM ends so. */
    private static final int STOPPED = 143;

    private static final long LONGEST_STOP_MS = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Mixin
    private final Run run = new Run();

    @Option(names = "--restarts", description = "of the processor")
    private int restarts = 100;

    @Option(names = "--all", description = "restarts of `run all` on the embedded broker")
    private int all = 10;

    @Option(names = "--days", description = "how many are closed meanwhile")
    private int days = 4;

    @Option(names = "--documents", description = "how many a day")
    private int documents = 150;

    @Override
    public Integer call() throws IOException {
        return run.play("restarts", stage -> {
            processor(stage);
            if (all > 0) {
                all(stage);
            }
        });
    }

    private void processor(Stage stage) throws Exception {
        try (var broker = Broker.in(stage.folder().resolve("broker"));
                var app = App.in(stage.folder().resolve("app"), "processor", broker.address(), World.SETTINGS)) {
            var world = World.on(broker, stage.folder(), true);
            var workload = Workload.of(stage.seed(), days, documents);
            Sent sent;
            try (var sending = Sending.of(world, workload, stage.journal());
                    var watch = Watch.on(world)) {
                restart("processor", stage, app, restarts, workload, sending, watch);
                Calm.await(world, workload.days(), PATIENCE);
                sent = sending.sent();
            }
            app.jvm().stop(PATIENCE);
            stage.judge(
                    "processor",
                    world,
                    Expected.of(workload.days(), sent).calmIn(stage.folder().resolve("calm-processor")));
        }
    }

    /** The same, with the broker in the same JVM. */
    private void all(Stage stage) throws Exception {
        var port = Ports.free();
        try (var app = App.in(stage.folder().resolve("all"), "all", "", settings(port))) {
            app.start();
            app.awaitReady(PATIENCE);
            var world = new World(stage.folder().resolve("all"), "127.0.0.1:" + port, true);
            var workload = Workload.of(stage.seed() + 1, 1, documents);
            Sent sent;
            try (var sending = Sending.of(world, workload, stage.journal());
                    var watch = Watch.on(world)) {
                restart("all", stage, app, all, workload, sending, watch);
                Calm.await(world, workload.days(), PATIENCE);
                sent = sending.sent();
            }
            stage.judge(
                    "all",
                    world,
                    Expected.of(workload.days(), sent).calmIn(stage.folder().resolve("calm-all")));
        }
    }

    static String[] settings(int brokerPort) {
        return new String[] {
            World.SETTINGS, "broker: {port: " + brokerPort + "}", "ingest: {port: 0}", "dashboard: {port: 0}"
        };
    }

    private void restart(String name, Stage stage, App app, int times, Workload workload, Sending sending, Watch watch)
            throws Exception {
        var random = new Random(stage.seed());
        var journal = stage.journal();
        var stops = new ArrayList<Long>();
        var ready = new ArrayList<Long>();
        var working = new ArrayList<Long>();
        long restored = 0;
        if (app.jvm() == null) {
            app.start();
        }
        app.awaitReady(PATIENCE);
        for (int i = 1; i <= times; i++) {
            sending.upTo((double) i / times);
            Thread.sleep(500 + random.nextInt(2_500));
            stops.add(stop(name + " restart " + i, app, stage));
            var committed = watch.committed();
            var from = Lines.end(app.jvm().log());
            var began = journal.now();
            app.start();
            app.awaitReady(PATIENCE);
            ready.add(journal.now() - began);
            if (name.equals("all")) { // its broker was away, too
                committed = Map.of();
            }
            watch.awaitProgress(committed, app, PATIENCE);
            working.add(journal.now() - began);
            var lines = Lines.of(app.jvm().log(), from);
            restored += lines.restored();
            stage.must(lines.restored() == 0, name + " restart " + i + ": restored " + lines.restored() + " records");
            journal.log(
                    "restart",
                    "of",
                    name,
                    "number",
                    i,
                    "stopMs",
                    stops.get(i - 1),
                    "readyMs",
                    ready.get(i - 1),
                    "workingMs",
                    working.get(i - 1),
                    "restored",
                    lines.restored());
        }
        sending.finish(PATIENCE);
        noErrors(name, stage, Lines.of(app.jvm().log(), 0).errors());
        stage.put(
                name,
                Map.of(
                        "restarts", times,
                        "stopMs", Spread.of(stops),
                        "readyMs", Spread.of(ready),
                        "workingMs", Spread.of(working),
                        "recordsRestored", restored));
    }

    private static long stop(String which, App app, Stage stage) throws InterruptedException {
        var began = stage.journal().now();
        try {
            var status = app.jvm().stop(PATIENCE);
            stage.must(status == STOPPED, which + ": exit status " + status + " instead of " + STOPPED);
        } catch (TimeoutException e) {
            stage.wrong(which + ": " + e.getMessage());
            app.jvm().kill();
        }
        var took = stage.journal().now() - began;
        stage.must(took < LONGEST_STOP_MS, which + ": stopped after " + took + " ms");
        return took;
    }

    private static void noErrors(String name, Stage stage, List<String> errors) {
        errors.forEach(line -> stage.journal().log("error line", "of", name, "line", line));
        stage.must(errors.isEmpty(), errors.size() + " ERROR lines in the log of " + name);
    }
}
