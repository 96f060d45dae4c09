package topfive.chaos.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topfive.chaos.App;
import topfive.chaos.Calm;
import topfive.chaos.Expected;
import topfive.chaos.Pushes;
import topfive.chaos.Run;
import topfive.chaos.Sending;
import topfive.chaos.Sent;
import topfive.chaos.Spread;
import topfive.chaos.Stage;
import topfive.chaos.Workload;
import topfive.chaos.World;
import topfive.contract.Topics;
import topfive.standalone.broker.Ports;

/** {@code chaos net}. */
@Command(
        name = "net",
        description =
                "One broker behind a network that cuts, delays, swallows and resets; processor, ingest and dashboard in front of it.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Net implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** So that one disturbance is over before the next. */
    private static final Duration BREATH = Duration.ofSeconds(2);

    private static final int DOCUMENTS_A_DAY = 200;
    private static final int PACE = 6;

    @Mixin
    private final Run run = new Run();

    @Option(names = "--days", description = "how many days are closed meanwhile")
    private int days = 4;

    @Option(names = "--count", description = "how many of the twelve disturbances")
    private int count = 12;

    @Option(names = "--only", description = "of those whose name holds this")
    private String only = "";

    @Option(names = "--few", description = "five short disturbances instead of twelve")
    private boolean few;

    Net() {}

    /** What is done of everything, in less than a minute. */
    public static Net brief(long seed, Path out) {
        var net = new Net();
        net.run.brief(seed, out);
        net.days = 1;
        net.few = true;
        return net;
    }

    @Override
    public Integer call() throws IOException {
        if (disturbances().isEmpty()) { // else a run that does nothing would find all well
            throw new IllegalArgumentException(
                    "no disturbance is left by --only \"" + only + "\" and --count " + count);
        }
        return run.play(only.isEmpty() ? "net" : "net-" + only.replace(' ', '-'), this::play);
    }

    private void play(Stage stage) throws Exception {
        var workload = Workload.of(stage.seed(), days, DOCUMENTS_A_DAY);
        var pushing = Ports.free();
        var folder = stage.folder();
        stage.put("documents", workload.documents());
        try (var cluster = Cluster.in(folder, 1, Cluster.TRANSACTIONS, Map.of(), stage.seed())) {
            cluster.start();
            cluster.awaitReady(PATIENCE);
            var world = new World(folder, cluster.direct(), false);
            world.ensureTopics();
            var at = cluster.bootstrapServers();
            try (var processor = App.in(folder.resolve("processor"), "processor", at, World.SETTINGS);
                    var ingest = App.in(folder.resolve("ingest"), "ingest", at, "ingest: {port: " + pushing + "}");
                    var dashboard = App.in(
                            folder.resolve("dashboard"), "dashboard", at, World.SETTINGS, "dashboard: {port: 0}")) {
                var apps = List.of(processor, ingest, dashboard);
                for (var app : apps) { // one after the other: at once they want more of a small machine than there is
                    app.start();
                    app.awaitReady(PATIENCE);
                }
                var sent = disturb(stage, world, workload, cluster, pushing, apps);
                for (var app : apps) {
                    app.jvm().stop(PATIENCE);
                }
                // pushed again where an answer was lost for long; whoever reads them counts them once
                var twice = sent.pushedTwice(world.read(Topics.DOCUMENTS)).size();
                stage.put("pushes twice in the log", twice);
                stage.judge("net", world, Expected.of(workload.days(), sent).calmIn(folder.resolve("calm")));
            }
        }
    }

    private Sent disturb(Stage stage, World world, Workload workload, Cluster cluster, int pushing, List<App> apps)
            throws Exception {
        try (var group = Group.of(world);
                var sending = Sending.of(world, workload, stage.journal()).pace(PACE)) {
            var pushes = new Pushes(pushing, sending.sent());
            try (var pushers = Pushers.start(pushes, stage)) {
                sending.upTo(1);
                var road = new Road(stage, cluster.doors().get(0), group, sending, pushes, apps);
                var took = new ArrayList<Long>();
                for (var disturbance : disturbances()) {
                    took.add(road.disturb(disturbance));
                    Thread.sleep(BREATH.toMillis());
                }
                stage.put("disturbances", took.size());
                stage.put("all go on after, ms", Spread.of(took));
                pushers.finish();
            }
            sending.finish(PATIENCE);
            pushes.judge(stage);
            Calm.await(world, workload.days(), PATIENCE);
            return sending.sent();
        }
    }

    private List<Disturbance> disturbances() {
        var those = new ArrayList<>(few ? Disturbance.few() : Disturbance.all());
        those.removeIf(each -> !each.name().contains(only));
        Collections.shuffle(those, new Random(run.seed()));
        return those.subList(0, Math.min(count, those.size()));
    }
}
