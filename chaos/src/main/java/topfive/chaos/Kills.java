package topfive.chaos;

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
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One broker, one processor, and hardly a moment in which both are well. */
@Command(
        name = "kills",
        description =
                "kill -9 and SIGSTOP of the processor and of its only broker, lost and damaged state, while some days go by.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class Kills implements Callable<Integer> {
    /** In peace, until the last FINAL edition is there. */
    private static final Duration LAST = Duration.ofMinutes(5);

    @Option(names = "--seed", description = "whatever is random is made of it")
    long seed = 1;

    @Option(names = "--kills", description = "kill -9 of the processor, half of them before it works")
    int kills = 100;

    @Option(names = "--broker-kills", description = "kill -9 of the broker")
    int brokerKills = 20;

    @Option(names = "--freezes", description = "SIGSTOP of one or the other")
    int freezes = 10;

    @Option(names = "--longest-freeze", description = "in seconds")
    int longestFreeze = 30;

    @Option(
            names = "--damage-every",
            description = "at each so many kills the state is deleted, or one of its files truncated or overwritten")
    int damageEvery = 10;

    @Option(names = "--days", description = "how many are closed meanwhile")
    int days = 8;

    @Option(names = "--documents", description = "how many a day")
    int documents = 150;

    @Option(names = "--out", description = "where the raw log and its summary go")
    Path out = Path.of("chaos/target/runs");

    @Option(
            names = "--work",
            description = "where the processes have their folders; a temporary one is removed where all was well")
    Path work;

    String name = "kills";

    private Random random;
    private Journal journal;

    @Override
    public Integer call() throws Exception {
        random = new Random(seed);
        var workload = Workload.of(seed, days, documents);
        var folder =
                (work == null ? Files.createTempDirectory("chaos") : Files.createDirectories(work)).toAbsolutePath();
        var file = name + "-seed-" + seed;
        try (var log = Journal.in(out.resolve(file + ".jsonl"))) {
            journal = log;
            journal.say("begin", "seed", seed, "records", workload.documents(), "days", days);
            var figures = new LinkedHashMap<String, Object>();
            figures.put("seed", seed);
            figures.put("processors", Runtime.getRuntime().availableProcessors());
            var verdict = run(workload, folder, figures);
            figures.put("seconds", journal.now() / 1000);
            figures.put("compared", verdict.compared());
            figures.put("differences", verdict.differences());
            journal.summary(out.resolve(file + ".json"), figures);
            Folders.deleteOrKeep(folder, verdict.differences().isEmpty() && work == null);
            return verdict.status();
        }
    }

    private Verdict run(Workload workload, Path folder, Map<String, Object> figures) throws Exception {
        var broker = Broker.in(folder.resolve("broker"));
        var app = App.in(folder.resolve("app"), "processor", broker.address(), World.SETTINGS);
        try {
            broker.start();
            broker.awaitReady(Victims.PATIENCE);
            var world = new World(folder, broker.address(), true);
            world.ensureTopics();
            try (var sending = Sending.of(world, workload, journal);
                    var watch = Watch.on(world)) {
                var victims = new Victims(broker, app, watch, journal, random);
                figures.put("blows", victims.blows());
                figures.put("millisecondsUntilItWorksAgain", victims.recovered());
                disturb(victims, sending);
                journal.say("peace");
                victims.awaitWork();
                Calm.awaitFinals(world, workload.days(), LAST);
            } catch (TimeoutException e) {
                journal.say("stuck", "why", e.getMessage());
                return Verdict.stuck(e.getMessage());
            }
            var stopping = journal.now();
            var status = app.jvm().stop(Duration.ofSeconds(30));
            journal.say("stopped", "status", status, "afterMs", journal.now() - stopping);
            return Verdict.on(world, workload.days(), folder.resolve("calm"), journal);
        } finally {
            app.close();
            broker.close();
        }
    }

    private interface Blow {
        void on(Victims victims) throws Exception;
    }

    /** The documents come as the blows fall; more blows fall until the last fence is written. */
    private void disturb(Victims victims, Sending sending) throws Exception {
        victims.keepRunning();
        var plan = plan();
        for (int i = 0; i < plan.size(); i++) {
            sending.upTo((i + 1.0) / plan.size());
            plan.get(i).on(victims);
        }
        while (!sending.isDone()) {
            victims.killAtWork();
        }
    }

    private List<Blow> plan() {
        var plan = new ArrayList<Blow>();
        IntStream.range(0, kills).forEach(i -> {
            Blow kill = i % 2 == 0 ? Victims::killEarly : Victims::killAtWork;
            plan.add(i % damageEvery == damageEvery - 1 ? damaging(kill) : kill);
        });
        IntStream.range(0, brokerKills).forEach(i -> plan.add(Victims::killBroker));
        IntStream.range(0, freezes).forEach(i -> {
            var seconds = 2 + random.nextInt(longestFreeze - 1);
            plan.add(i % 2 == 0 ? victims -> victims.freezeBroker(seconds) : victims -> victims.freeze(seconds));
        });
        Collections.shuffle(plan, random);
        return plan;
    }

    private static Blow damaging(Blow kill) {
        return victims -> {
            victims.damageAtNextKill();
            kill.on(victims);
        };
    }
}
