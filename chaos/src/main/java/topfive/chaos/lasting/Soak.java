package topfive.chaos.lasting;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topfive.chaos.App;
import topfive.chaos.Broker;
import topfive.chaos.Calm;
import topfive.chaos.Expected;
import topfive.chaos.Pushes;
import topfive.chaos.Run;
import topfive.chaos.Sending;
import topfive.chaos.Sent;
import topfive.chaos.Stage;
import topfive.chaos.Victims;
import topfive.chaos.Watch;
import topfive.chaos.Workload;
import topfive.chaos.World;
import topfive.standalone.broker.Ports;

/** One fault after the other around three processes that live: what do they need after a while, and are the editions right? */
@Command(
        name = "soak",
        description =
                "Kills, freezes and restarts one of two processors and the broker, again and again; measures the other processor, ingest and the dashboard.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Soak implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long MEASURED_EVERY_S = 10;
    /** In a shorter run nothing is said of growth: a JVM is still warming up. */
    private static final double JUDGED_FROM_MINUTES = 15;

    private static final double PUSHED = 0.2;
    /** Of what is sent: repeats, revisions and poison come on top of a day's documents. */
    private static final double BESIDES = 1.35;

    @Mixin
    private final Run run = new Run();

    @Option(names = "--minutes", description = "how long it lasts")
    private double minutes = 30;

    @Option(names = "--rate", description = "documents a second, a fifth of them pushed; at most 10")
    private double rate = 5;

    @Option(names = "--fault-every", description = "in seconds")
    private int faultEvery = 15;

    /** The processor holds eight closed days: they must have been in the first third, of which growth is not judged. */
    @Option(names = "--day-every", description = "a day is closed every so many minutes")
    private double dayEvery = 1;

    @Override
    public Integer call() throws IOException {
        return run.play("soak", this::play);
    }

    private void play(Stage stage) throws Exception {
        var port = Ports.free();
        stage.put("growthWorthNamingPerHour", Vitals.WORTH);
        try (var broker = Broker.in(stage.folder().resolve("broker"));
                var killed = app(stage, broker, "killed", "processor", "");
                var steady = app(stage, broker, "steady", "processor", "");
                var ingest = app(stage, broker, "ingest", "ingest", "ingest: {port: " + port + "}");
                var dashboard = app(stage, broker, "dashboard", "dashboard", "dashboard: {port: 0}")) {
            var world = World.on(broker, stage.folder(), true);
            for (var each : List.of(killed, steady, ingest, dashboard)) {
                each.start();
                each.awaitReady(PATIENCE);
            }
            var living = Map.of("processor", steady, "ingest", ingest, "dashboard", dashboard);
            var vitals = new LinkedHashMap<String, Vitals>();
            living.forEach((name, app) -> vitals.put(name, new Vitals(app)));
            var workload = workload(stage.seed());
            Sent sent;
            try (var sending = Sending.of(world, workload, stage.journal());
                    var watch = Watch.on(world)) {
                sent = sending.sent();
                var pushes = new Pushes(port, sent);
                var victims = new Victims(broker, killed, watch, stage.journal(), new Random(stage.seed()));
                disturb(stage, victims, sending, vitals, pushes);
                stage.put("faults", victims.blows());
                stage.put("pushes", pushes.answers());
                sending.upTo(1);
                broker.awaitReady(PATIENCE);
                for (var each : living.entrySet()) {
                    if (each.getValue().jvm().alive()) {
                        each.getValue().awaitReady(PATIENCE);
                    } else {
                        stage.wrong(each.getKey() + " has ended");
                    }
                }
                Calm.await(world, workload.days(), PATIENCE);
            }
            judge(stage, vitals);
            for (var each : List.of(killed, steady, ingest, dashboard)) {
                each.jvm().stop(PATIENCE);
            }
            stage.judge(
                    "soak",
                    world,
                    Expected.of(workload.days(), sent).calmIn(stage.folder().resolve("calm")));
        }
    }

    private static App app(Stage stage, Broker broker, String name, String service, String setting) {
        return App.in(stage.folder().resolve(name), service, broker.address(), World.SETTINGS, setting);
    }

    private Workload workload(long seed) {
        var days = (int) Math.max(1, Math.ceil(minutes / dayEvery));
        var records = rate * (1 - PUSHED) * minutes * 60;
        return Workload.of(seed, days, (int) Math.max(12, records / days / BESIDES));
    }

    private void disturb(Stage stage, Victims victims, Sending sending, Map<String, Vitals> vitals, Pushes pushes)
            throws Exception {
        var end = (long) (minutes * 60_000) + stage.journal().now();
        var began = stage.journal().now();
        var measuring = new Thread(() -> quietly(stage, "measuring", () -> {
            while (stage.journal().now() < end) {
                measure(stage, vitals);
                Thread.sleep(MEASURED_EVERY_S * 1_000);
            }
        }));
        var pushing = new Thread(() -> quietly(stage, "pushing", () -> {
            var texts = Chatter.texts(stage.seed(), 200);
            for (int i = 0; stage.journal().now() < end; i++) {
                sending.upTo((stage.journal().now() - began) / (minutes * 60_000));
                pushes.push(Chatter.pushed(stage.seed(), i, texts.get(i % texts.size())));
                Thread.sleep((long) (1_000 / (rate * PUSHED)));
            }
        }));
        measuring.start();
        pushing.start();
        for (var next = began + faultEvery * 1_000L; next < end; next += faultEvery * 1_000L) {
            Thread.sleep(Math.max(0, next - stage.journal().now()));
            victims.any();
        }
        measuring.join();
        pushing.join();
    }

    private static void measure(Stage stage, Map<String, Vitals> vitals) throws IOException, InterruptedException {
        for (var each : vitals.entrySet()) {
            var hour = stage.journal().now() / 3_600_000.0;
            stage.journal()
                    .log("vitals", "of", each.getKey(), "is", each.getValue().sample(hour));
        }
    }

    private interface Work {
        void go() throws Exception;
    }

    private static void quietly(Stage stage, String what, Work work) {
        try {
            work.go();
        } catch (Exception e) { // a run that cannot measure is not all well
            stage.wrong(what + " failed: " + e);
        }
    }

    /** Growth is wrong where even the lower end of the interval is worth naming. */
    private void judge(Stage stage, Map<String, Vitals> vitals) {
        var notShown = new ArrayList<String>();
        vitals.forEach((process, each) -> {
            var slopes = each.slopes();
            stage.put("growthPerHour " + process, slopes);
            if (minutes < JUDGED_FROM_MINUTES) {
                stage.journal().say("too short to judge growth", "of", process);
                notShown.add("anything of " + process);
                return;
            }
            slopes.forEach((name, found) -> {
                if (!(found instanceof Slope slope)) {
                    stage.wrong(name + " of " + process + ": " + found);
                    return;
                }
                var line = String.format(
                        Locale.ROOT,
                        "%s of %s grows by %.1f an hour (%.1f to %.1f)",
                        name,
                        process,
                        slope.perHour(),
                        slope.low(),
                        slope.high());
                switch (slope.says(Vitals.WORTH.get(name))) {
                    case GROWS -> stage.wrong(line);
                    case NOT_SHOWN -> notShown.add(line);
                    default -> stage.journal().log("stays", "what", line);
                }
            });
        });
        stage.put("growth not shown", notShown);
    }
}
