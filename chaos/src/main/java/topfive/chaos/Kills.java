package topfive.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import topfive.contract.Topics;

/** One broker, one processor, and hardly a moment in which both are well. */
@Command(
        name = "kills",
        description =
                "kill -9 and SIGSTOP of the processor and of its only broker, lost and damaged state, for some days of documents.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Kills implements Callable<Integer> {
    /** Nothing that was killed or frozen may need longer to work again. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** In peace, until the last FINAL edition is there. */
    private static final Duration LAST = Duration.ofMinutes(5);

    @Option(names = "--seed", description = "whatever is random is made of it")
    private long seed = 1;

    @Option(names = "--kills", description = "kill -9 of the processor, half of them before it works")
    private int kills = 100;

    @Option(names = "--broker-kills", description = "kill -9 of the broker")
    private int brokerKills = 20;

    @Option(names = "--freezes", description = "SIGSTOP of either for up to 30 s")
    private int freezes = 10;

    @Option(names = "--longest-freeze", description = "in seconds")
    private int longestFreeze = 30;

    @Option(names = "--damage-every", description = "so many kills, the state is lost or damaged")
    private int damageEvery = 10;

    @Option(names = "--days", description = "how many days are closed meanwhile")
    private int days = 8;

    @Option(names = "--documents", description = "how many a day")
    private int documents = 150;

    @Option(names = "--out", description = "where the raw log and its summary go")
    private Path out = Path.of("chaos/target/runs");

    @Option(
            names = "--work",
            description = "where brokers and processors have their folders; made new, removed where all was well")
    private Path work;

    private final Map<String, Integer> faults = new TreeMap<>();
    private final Map<String, List<Long>> recovered = new TreeMap<>();
    private Random random;
    private Journal journal;
    private Broker broker;
    private App app;
    private Watch watch;
    private int killed;
    private int damages;
    private Map<TopicPartition, Long> committed = Map.of();
    private long hitAt;
    private String hitBy = "start";

    Kills() {}

    /** What is done of everything, in fewer minutes. */
    static Kills of(long seed, int kills, int brokerKills, int freezes, int longestFreeze, int days, int documents) {
        var run = new Kills();
        run.seed = seed;
        run.kills = kills;
        run.brokerKills = brokerKills;
        run.freezes = freezes;
        run.longestFreeze = longestFreeze;
        run.days = days;
        run.documents = documents;
        return run;
    }

    private enum Fault {
        KILL_EARLY,
        KILL_AT_WORK,
        KILL_BROKER,
        FREEZE_BROKER,
        FREEZE
    }

    @Override
    public Integer call() throws Exception {
        random = new Random(seed);
        var workload = Workload.of(seed, days, documents);
        var folder = work == null ? Files.createTempDirectory("chaos") : Files.createDirectories(work);
        var name = "kills-seed-" + seed;
        try (var log = Journal.in(out.resolve(name + ".jsonl"))) {
            journal = log;
            journal.say(
                    "seed", "seed", seed, "documents", workload.documents(), "days", days, "work", folder.toString());
            var differences = run(workload, folder.toAbsolutePath());
            journal.summary(out.resolve(name + ".json"), figures(workload, differences));
            differences.forEach(System.out::println);
            System.out.println(differences.isEmpty() ? "all as it must be" : differences.size() + " differences");
            if (differences.isEmpty() && work == null) {
                Folders.delete(folder);
            }
            return differences.isEmpty() ? 0 : 1;
        }
    }

    private List<String> run(Workload workload, Path folder) throws Exception {
        broker = Broker.in(folder.resolve("broker"));
        app = App.in(folder.resolve("app"), "processor", broker.address(), World.SETTINGS);
        var world = new World(folder, broker.address(), true);
        try {
            broker.start();
            broker.awaitReady(PATIENCE);
            world.ensureTopics();
            try (var sending = Sending.of(world, workload, journal);
                    var aWatch = Watch.on(world)) {
                watch = aWatch;
                hit("start");
                app.start();
                disturb(sending);
                journal.say("peace");
                while (!sending.isDone()) {
                    keepRunning();
                    Thread.sleep(100);
                }
                awaitWork();
                Calm.awaitFinals(world, workload.days(), LAST);
            } catch (TimeoutException e) {
                journal.say("stuck", "why", e.getMessage());
                return List.of("stuck: " + e.getMessage());
            }
            var stopping = journal.now();
            var status = app.jvm().stop(Duration.ofSeconds(30));
            journal.say("stopped", "status", status, "tookMs", journal.now() - stopping);
            return judge(world, workload, folder);
        } finally {
            app.close();
            broker.close();
        }
    }

    private List<String> judge(World world, Workload workload, Path folder) throws Exception {
        var found = Published.on(world);
        journal.say(
                "published",
                "editions",
                found.editions().size(),
                "decisions",
                found.decisions().size(),
                "insights",
                found.insights().size(),
                "deadLetters",
                found.letters().size());
        var differences = new ArrayList<String>();
        Oracle.differences(Wanted.on(world), found).forEach(line -> differences.add("against the functions: " + line));
        journal.say("compared with the functions", "differences", differences.size());
        var log = world.read(Topics.DOCUMENTS);
        broker.close();
        var calm = Calm.over(log, workload.days(), folder.resolve("calm"), true);
        Oracle.differences(calm, found).forEach(line -> differences.add("against the undisturbed run: " + line));
        journal.say("compared with the undisturbed run", "differences", differences.size());
        differences.forEach(line -> journal.log("difference", "what", line));
        return differences;
    }

    private void disturb(Sending sending) throws Exception {
        var plan = plan();
        for (int i = 0; i < plan.size(); i++) {
            sending.upTo((i + 1.0) / plan.size());
            strike(plan.get(i));
        }
        while (!sending.isDone()) {
            strike(Fault.KILL_AT_WORK);
        }
    }

    private List<Fault> plan() {
        var plan = new ArrayList<Fault>();
        IntStream.range(0, kills).forEach(i -> plan.add(i % 2 == 0 ? Fault.KILL_EARLY : Fault.KILL_AT_WORK));
        IntStream.range(0, brokerKills).forEach(i -> plan.add(Fault.KILL_BROKER));
        IntStream.range(0, freezes).forEach(i -> plan.add(i % 2 == 0 ? Fault.FREEZE_BROKER : Fault.FREEZE));
        Collections.shuffle(plan, random);
        return plan;
    }

    private void strike(Fault fault) throws Exception {
        keepRunning();
        switch (fault) {
            case KILL_EARLY -> {
                Thread.sleep(random.nextInt(4_000));
                kill(app.ready() ? "kill when ready" : "kill before ready");
            }
            case KILL_AT_WORK -> {
                awaitWork();
                Thread.sleep(random.nextInt(2_000));
                kill("kill at work");
            }
            case KILL_BROKER -> {
                Thread.sleep(random.nextInt(3_000));
                hit("broker kill");
                broker.jvm().kill();
                Thread.sleep(random.nextInt(2_000));
                broker.start();
                broker.awaitReady(PATIENCE);
                journal.say("broker back", "tookMs", journal.now() - hitAt);
            }
            case FREEZE_BROKER -> {
                freeze("broker freeze", broker.jvm());
                broker.awaitReady(PATIENCE);
                awaitWork();
            }
            case FREEZE -> {
                freeze("freeze", app.jvm());
                awaitWork();
            }
        }
    }

    private void kill(String how) throws Exception {
        hit(how);
        app.jvm().kill();
        committed = now(committed); // what it had begun to commit is no work of the next one
        if (++killed % damageEvery == 0) {
            damage();
        }
        app.start();
    }

    /** What is left of the state when the disk was not what it should be. */
    private void damage() throws IOException {
        var file = Folders.anyFile(app.state(), random);
        switch (damages++ % 3) {
            case 0 -> {
                Folders.delete(app.state());
                count("state deleted", app.state());
            }
            case 1 -> {
                if (file != null) {
                    Folders.truncate(file, random);
                    count("state file truncated", file);
                }
            }
            default -> {
                if (file != null) {
                    Folders.overwrite(file, random);
                    count("state file overwritten", file);
                }
            }
        }
    }

    private void freeze(String how, Jvm jvm) throws Exception {
        Thread.sleep(random.nextInt(2_000));
        var seconds = 2 + random.nextInt(Math.max(1, longestFreeze - 1));
        hit(how);
        jvm.freeze();
        Thread.sleep(seconds * 1_000L);
        jvm.thaw();
        hitAt = journal.now();
        journal.log("thawed", "after", seconds);
    }

    /** Remembers how far the work had come, and from when on it is measured how long it stands still. */
    private void hit(String how) throws InterruptedException {
        committed = now(committed);
        hitAt = journal.now();
        hitBy = how;
        faults.merge(how, 1, Integer::sum);
        journal.say(how);
    }

    private Map<TopicPartition, Long> now(Map<TopicPartition, Long> unless) throws InterruptedException {
        var now = watch.committed();
        return now.isEmpty() ? unless : now;
    }

    private void count(String what, Path file) {
        faults.merge(what, 1, Integer::sum);
        journal.say(what, "file", app.state().relativize(file).toString());
    }

    private void awaitWork() throws Exception {
        while (true) {
            try {
                watch.awaitProgress(committed, app, PATIENCE);
                var took = journal.now() - hitAt;
                recovered.computeIfAbsent(hitBy, how -> new ArrayList<>()).add(took);
                journal.log("works", "afterMs", took, "after", hitBy);
                return;
            } catch (TimeoutException e) {
                if (app.jvm().alive() || journal.now() - hitAt > PATIENCE.toMillis()) {
                    throw e;
                }
                keepRunning();
                Thread.sleep(500);
            }
        }
    }

    /** As a supervisor does it: what ended by itself is started again, and it is told. */
    private void keepRunning() throws Exception {
        if (!app.jvm().alive()) {
            faults.merge("ended by itself", 1, Integer::sum);
            journal.say("ended by itself", "status", app.jvm().status(Duration.ofSeconds(1)), "last", lastLine());
            app.start();
        }
    }

    private String lastLine() throws IOException {
        var lines = Files.readAllLines(app.jvm().log());
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private Map<String, Object> figures(Workload workload, List<String> differences) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("seed", seed);
        figures.put("seconds", journal.now() / 1000);
        figures.put("processors", Runtime.getRuntime().availableProcessors());
        figures.put("documents", workload.documents());
        figures.put("editionsCompared", workload.days().size());
        figures.put("faults", faults);
        var spreads = new TreeMap<String, Spread>();
        recovered.forEach((how, took) -> spreads.put(how, Spread.of(took)));
        figures.put("millisecondsUntilItWorksAgain", spreads);
        figures.put("differences", differences);
        return figures;
    }
}
