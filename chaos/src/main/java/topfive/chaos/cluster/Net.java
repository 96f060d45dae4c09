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
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import topfive.chaos.App;
import topfive.chaos.Folders;
import topfive.chaos.Journal;
import topfive.chaos.Spread;
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

    @Option(names = "--seed", description = "of the documents, of the jitter and of what comes when")
    private long seed = 1;

    @Option(names = "--days", description = "how many days are closed meanwhile")
    private int days = 4;

    @Option(names = "--count", description = "how many of the twelve disturbances")
    private int count = 12;

    @Option(names = "--few", description = "four short disturbances instead of twelve")
    private boolean few;

    @Option(names = "--out", description = "where the raw log and its summary go")
    private Path out = Path.of("chaos/target/runs");

    Net() {}

    /** What is done of everything, in less than a minute. */
    public static Net brief(long seed) {
        var net = new Net();
        net.seed = seed;
        net.days = 1;
        net.few = true;
        return net;
    }

    @Override
    public Integer call() throws Exception {
        var folder = Files.createTempDirectory("net");
        var wrong = run(folder);
        Folders.deleteOrKeep(folder, wrong.isEmpty());
        return wrong.isEmpty() ? 0 : 1;
    }

    private List<String> run(Path folder) throws Exception {
        var workload = Workload.of(seed, days, DOCUMENTS_A_DAY);
        var pushing = Ports.free();
        var page = Ports.free();
        try (var journal = Journal.in(out.resolve("net-seed-" + seed + ".jsonl"));
                var cluster = Cluster.in(folder, 1, Cluster.TRANSACTIONS, Map.of(), seed)) {
            journal.say("begins", "seed", seed, "documents", workload.documents());
            cluster.start();
            cluster.awaitReady(PATIENCE);
            var world = new World(folder, cluster.direct(), false);
            world.ensureTopics();
            var at = cluster.bootstrapServers();
            try (var processor = App.in(folder.resolve("processor"), "processor", at, World.SETTINGS);
                    var ingest = App.in(folder.resolve("ingest"), "ingest", at, "ingest: {port: " + pushing + "}");
                    var dashboard = App.in(
                            folder.resolve("dashboard"),
                            "dashboard",
                            at,
                            World.SETTINGS,
                            "dashboard: {port: " + page + "}")) {
                var apps = List.of(processor, ingest, dashboard);
                for (var app : apps) { // one after the other: at once they want more of a small machine than there is
                    app.start();
                    app.awaitReady(PATIENCE);
                }
                try (var group = Group.at(cluster.direct());
                        var load = Load.start(world, workload, PACE);
                        var pushes = Pushes.start(pushing, journal)) {
                    var road = new Road(journal, cluster.doors().get(0), group, load, pushes, apps);
                    var faults = new ArrayList<String>();
                    var took = new ArrayList<Long>();
                    for (var disturbance : disturbances()) {
                        took.add(road.disturb(disturbance, faults));
                        Thread.sleep(BREATH.toMillis());
                    }
                    load.finish(PATIENCE);
                    pushes.finish();
                    faults.addAll(Judgement.on(world, group, days, journal, PATIENCE));
                    faults.addAll(lost(pushes, world));
                    faults.forEach(fault -> journal.say("wrong", "what", fault));
                    var figures = new LinkedHashMap<String, Object>();
                    figures.put("seed", seed);
                    figures.put("disturbances", took.size());
                    figures.put("all go on after, ms", Spread.of(took));
                    figures.put("answers to pushes", pushes.statuses());
                    figures.put("longest answer, ms", pushes.longest());
                    figures.put("pushed documents", pushes.taken().size());
                    figures.put("of them twice in the log", twice(pushes, world));
                    figures.put("wrong", faults.size());
                    figures.put("seconds", journal.now() / 1000);
                    journal.summary(out.resolve("net-seed-" + seed + ".json"), figures);
                    return faults;
                }
            }
        }
    }

    private List<Disturbance> disturbances() {
        var those = new ArrayList<>(few ? Disturbance.few() : Disturbance.all());
        Collections.shuffle(those, new Random(seed));
        return those.subList(0, Math.min(count, those.size()));
    }

    /** May happen where an answer was lost for long; whoever reads them counts them once. */
    private static long twice(Pushes pushes, World world) {
        var ids = Set.copyOf(pushes.taken());
        var times = world.read(Topics.DOCUMENTS).stream()
                .map(World::key)
                .filter(ids::contains)
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        return times.values().stream().filter(each -> each > 1).count();
    }

    /** What was answered with 2xx is in the log. */
    private static List<String> lost(Pushes pushes, World world) {
        var inLog = world.read(Topics.DOCUMENTS).stream().map(World::key).collect(Collectors.toSet());
        return pushes.taken().stream()
                .distinct()
                .filter(id -> !inLog.contains(id))
                .map(id -> "pushed document " + id + " is lost")
                .toList();
    }
}
