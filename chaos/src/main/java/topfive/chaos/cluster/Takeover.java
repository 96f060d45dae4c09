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
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topfive.chaos.App;
import topfive.chaos.Expected;
import topfive.chaos.Run;
import topfive.chaos.Sending;
import topfive.chaos.Sent;
import topfive.chaos.Spread;
import topfive.chaos.Stage;
import topfive.chaos.Workload;
import topfive.chaos.World;

/** {@code chaos takeover}. */
@Command(
        name = "takeover",
        description = "Three brokers, several processors: kills of both, joins and leaves, while documents come.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Takeover implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int DOCUMENTS_A_DAY = 300;

    @Mixin
    private final Run run = new Run();

    @Option(names = "--processor-kills", description = "kill -9 of a processor")
    private int processorKills = 20;

    @Option(names = "--broker-kills", description = "kill -9 of a broker")
    private int brokerKills = 10;

    @Option(names = "--joins", description = "processors that come and go, 1 to 3 to 1")
    private int joins = 0;

    @Option(names = "--days", description = "days of the workload")
    private int days = 6;

    @Option(names = "--pace", description = "documents a second")
    private int pace = 8;

    @Option(names = "--transactions", description = "transaction.version of the cluster")
    private int transactions = Cluster.TRANSACTIONS;

    @Option(names = "--broker", paramLabel = "KEY=VALUE", description = "a setting of the brokers")
    private Map<String, String> brokers = Map.of();

    Takeover() {}

    /** What is done of everything, in less than a minute. */
    public static Takeover brief(long seed, Path out) {
        var takeover = new Takeover();
        takeover.run.brief(seed, out);
        takeover.processorKills = 1;
        takeover.brokerKills = 1;
        takeover.days = 1;
        return takeover;
    }

    @Override
    public Integer call() throws IOException {
        return run.play(joins > 0 ? "joins" : "takeover", this::play);
    }

    private void play(Stage stage) throws Exception {
        var workload = Workload.of(stage.seed(), days, DOCUMENTS_A_DAY);
        var folder = stage.folder();
        stage.put("documents", workload.documents());
        try (var cluster = Cluster.in(folder, 3, transactions, brokers, stage.seed())) {
            cluster.start();
            cluster.awaitReady(PATIENCE);
            var world = new World(folder, cluster.direct(), false);
            world.ensureTopics();
            Sent sent;
            try (var group = Group.of(world);
                    var sending = Sending.of(world, workload, stage.journal()).pace(pace);
                    var scene = new Scene(stage, cluster, processors(folder, cluster), group, sending)) {
                var times = joins > 0 ? scene.comeAndGo(joins) : scene.die(fates(stage.seed()));
                times.forEach((what, took) -> stage.put(what + ", ms", Spread.of(took)));
                sending.finish(PATIENCE);
                scene.rest(world, workload.days());
                sent = sending.sent();
            }
            stage.judge("takeover", world, Expected.of(workload.days(), sent).calmIn(folder.resolve("calm")));
        }
    }

    private List<App> processors(Path folder, Cluster cluster) {
        return IntStream.rangeClosed(1, joins > 0 ? 3 : 2)
                .mapToObj(number -> App.in(
                        folder.resolve("processor-" + number), "processor", cluster.bootstrapServers(), World.SETTINGS))
                .toList();
    }

    private List<Scene.Fate> fates(long seed) {
        var fates = new ArrayList<Scene.Fate>();
        fates.addAll(Collections.nCopies(processorKills, Scene.Fate.PROCESSOR));
        fates.addAll(Collections.nCopies(brokerKills, Scene.Fate.BROKER));
        Collections.shuffle(fates, new Random(seed));
        return fates;
    }
}
