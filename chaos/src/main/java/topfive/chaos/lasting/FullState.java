package topfive.chaos.lasting;

import java.time.Duration;
import topfive.chaos.App;
import topfive.chaos.Broker;
import topfive.chaos.Calm;
import topfive.chaos.Expected;
import topfive.chaos.Sending;
import topfive.chaos.Sent;
import topfive.chaos.Stage;
import topfive.chaos.Workload;
import topfive.chaos.World;

/** The processor's disk is full for a while, also at a start; then there is room again. */
final class FullState {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** In which the processor works on a full disk, and in which it tries to start on one. */
    private static final Duration FULL = Duration.ofSeconds(30);
    /** More is a flood. The stacks below the entries are counted, too, but not judged. */
    private static final int MOST_ENTRIES_A_MINUTE = 60;

    private FullState() {}

    static void on(Stage stage, int mebibytes) throws Exception {
        var folder = stage.folder().resolve("state");
        // a start asks for more room than a small disk has beside the state
        try (var disk = Mount.tmpfs(folder.resolve("processor/data"), 2 * mebibytes);
                var broker = Broker.in(folder.resolve("broker"));
                var app = App.in(folder.resolve("processor"), "processor", broker.address(), World.SETTINGS)) {
            var world = World.on(broker, folder, true);
            app.start();
            app.awaitReady(PATIENCE);
            var workload = Workload.of(stage.seed(), 2, 100);
            Sent sent;
            try (var sending = Sending.of(world, workload, stage.journal())) {
                sending.upTo(0.3);
                Thread.sleep(5_000);
                disk.fill(0);
                sending.upTo(0.6);
                full("working", stage, app);
                if (app.jvm().alive()) {
                    app.jvm().stop(PATIENCE);
                }
                disk.fill(0);
                app.start();
                full("starting", stage, app);
                disk.empty();
                heal(stage, app);
                sending.upTo(1);
                Calm.await(world, workload.days(), PATIENCE);
                sent = sending.sent();
            }
            app.jvm().stop(PATIENCE);
            stage.judge("state", world, Expected.of(workload.days(), sent).calmIn(folder.resolve("calm")));
        }
    }

    private static void full(String when, Stage stage, App app) throws Exception {
        var from = Lines.end(app.jvm().log());
        Thread.sleep(FULL.toMillis());
        var lines = Lines.of(app.jvm().log(), from);
        var entries = lines.entries();
        var name = "state full while " + when;
        stage.put(name + ": lines", lines.all().size());
        stage.put(name + ": entries", entries.all().size());
        stage.put(name + ": alive", app.jvm().alive());
        stage.must(
                entries.all().size() <= MOST_ENTRIES_A_MINUTE * FULL.toSeconds() / 60,
                name + ": " + entries.all().size() + " entries in the log in " + FULL.toSeconds() + " s");
        if (app.jvm().alive()) {
            stage.must(!app.ready(), name + ": ready");
            stage.put(name + ": readiness", readiness(app));
        } else {
            stage.put(name + ": exitStatus", app.jvm().status(Duration.ZERO));
        }
        stage.journal().log(name, "lines", entries.last(10));
    }

    private static String readiness(App app) throws InterruptedException {
        try {
            return app.get("/health/ready").body().strip();
        } catch (java.io.IOException e) {
            return "does not answer yet: " + e;
        }
    }

    /** By itself, or by a restart where it has ended; a supervisor does that. */
    private static void heal(Stage stage, App app) throws Exception {
        var began = stage.journal().now();
        if (!app.jvm().alive()) {
            app.start();
            stage.put("state: restart needed", true);
        }
        app.awaitReady(PATIENCE);
        stage.put("state: readyAgainMs", stage.journal().now() - began);
    }
}
