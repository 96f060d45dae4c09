package topfive.chaos.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import topfive.chaos.App;
import topfive.chaos.Folders;
import topfive.chaos.Journal;
import topfive.chaos.Spread;
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

    @Option(names = "--seed", description = "of the documents and of who dies when")
    private long seed = 1;

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

    @Option(names = "--out", description = "where the raw log and its summary go")
    private Path out = Path.of("chaos/target/runs");

    Takeover() {}

    /** What is done of everything, in less than a minute. */
    public static Takeover brief(long seed) {
        var takeover = new Takeover();
        takeover.seed = seed;
        takeover.processorKills = 1;
        takeover.brokerKills = 1;
        takeover.days = 1;
        return takeover;
    }

    @Override
    public Integer call() throws Exception {
        var folder = Files.createTempDirectory("takeover");
        var wrong = run(folder);
        Folders.deleteOrKeep(folder, wrong.isEmpty());
        return wrong.isEmpty() ? 0 : 1;
    }

    private List<String> run(Path folder) throws Exception {
        var name = (joins > 0 ? "joins-seed-" : "takeover-seed-") + seed;
        var workload = Workload.of(seed, days, DOCUMENTS_A_DAY);
        try (var journal = Journal.in(out.resolve(name + ".jsonl"));
                var cluster = Cluster.in(folder, 3, transactions, brokers, seed)) {
            journal.say("begins", "seed", seed, "documents", workload.documents());
            cluster.start();
            cluster.awaitReady(PATIENCE);
            var world = new World(folder, cluster.direct(), false);
            world.ensureTopics();
            try (var group = Group.at(cluster.direct());
                    var load = Load.start(world, workload, pace);
                    var scene = new Scene(
                            journal, cluster, processors(folder, cluster), group, load, new Random(seed))) {
                var times = joins > 0 ? scene.comeAndGo(joins) : scene.die(fates());
                load.finish(PATIENCE);
                var wrong = new ArrayList<>(scene.wrong());
                wrong.addAll(Judgement.on(world, group, days, journal, PATIENCE));
                wrong.forEach(what -> journal.say("wrong", "what", what));
                var figures = new LinkedHashMap<String, Object>();
                figures.put("seed", seed);
                figures.put("documents", workload.documents());
                times.forEach((what, took) -> figures.put(what + ", ms", Spread.of(took)));
                figures.put("wrong", wrong.size());
                figures.put("seconds", journal.now() / 1000);
                journal.summary(out.resolve(name + ".json"), figures);
                return wrong;
            }
        }
    }

    private List<App> processors(Path folder, Cluster cluster) {
        return IntStream.rangeClosed(1, joins > 0 ? 3 : 2)
                .mapToObj(number -> App.in(
                        folder.resolve("processor-" + number),
                        "processor",
                        cluster.bootstrapServers(),
                        World.SETTINGS))
                .toList();
    }

    private List<Scene.Fate> fates() {
        var fates = new ArrayList<Scene.Fate>();
        fates.addAll(Collections.nCopies(processorKills, Scene.Fate.PROCESSOR));
        fates.addAll(Collections.nCopies(brokerKills, Scene.Fate.BROKER));
        Collections.shuffle(fates, new Random(seed));
        return fates;
    }
}
