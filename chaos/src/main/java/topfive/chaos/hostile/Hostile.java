package topfive.chaos.hostile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import topfive.chaos.App;
import topfive.chaos.Broker;
import topfive.chaos.Calm;
import topfive.chaos.Deadline;
import topfive.chaos.Journal;
import topfive.chaos.Oracle;
import topfive.chaos.Published;
import topfive.chaos.Workload;
import topfive.chaos.World;
import topfive.contract.DeadLetter;
import topfive.contract.Ids;
import topfive.contract.Topics;
import topfive.processor.CloseDay;
import topfive.standalone.letters.Letters;
import topfive.standalone.letters.Replay;

/** As many records that no stage can take as good ones: the good ones come out as without them, the others are dead letters to the byte. */
@Command(
        name = "hostile",
        description = "Hostile records among good ones; then all dead letters are tried again.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Hostile implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Option(names = "--seed", description = "whatever is random is made of it")
    private long seed = 1;

    @Option(names = "--hostile", description = "how many")
    private int hostile = 10_000;

    @Option(names = "--days", description = "how many days are closed meanwhile")
    private int days = 4;

    @Option(names = "--documents", description = "how many good ones a day, repeats not counted")
    private int documents = 2_000;

    @Option(names = "--out", description = "where the raw log and its summary go")
    private Path out = Path.of("chaos/target/runs");

    private final List<String> differences = new ArrayList<>();
    private Journal journal;

    @Override
    public Integer call() throws Exception {
        var folder = Files.createTempDirectory("chaos").toAbsolutePath();
        try (var log = Journal.in(out.resolve("hostile-seed-" + seed + ".jsonl"))) {
            journal = log;
            var figures = new LinkedHashMap<String, Object>();
            figures.put("scenario", "hostile");
            figures.put("seed", seed);
            run(folder, figures);
            figures.put("differences", differences.size());
            journal.summary(out.resolve("hostile-seed-" + seed + ".json"), figures);
        }
        differences.stream().limit(50).forEach(System.out::println);
        System.out.println(differences.isEmpty() ? "all as it must be" : differences.size() + " differences");
        return differences.isEmpty() ? 0 : 1;
    }

    private void run(Path folder, LinkedHashMap<String, Object> figures) throws Exception {
        var workload = Workload.of(seed, days, documents);
        var good = workload.steps().stream()
                .filter(Workload.Send.class::isInstance)
                .map(Workload.Send.class::cast)
                .filter(send -> !send.key().startsWith(Workload.POISON))
                .toList();
        var forged = new Forger(
                        new Random(seed),
                        good.stream().map(Workload.Send::value).toList())
                .make(hostile);
        figures.put("good", good.size());
        figures.put("hostile", forged.size());
        journal.say("begins", "good", good.size(), "hostile", forged.size());
        try (var broker = Broker.in(folder.resolve("broker"))) {
            broker.start();
            broker.awaitReady(PATIENCE);
            var world = new World(folder, broker.address(), true);
            world.ensureTopics();
            try (var app = App.in(folder.resolve("app"), "processor", broker.address(), World.SETTINGS)) {
                app.start();
                send(world, workload, forged);
                journal.say("sent");
                Calm.awaitFinals(world, workload.days(), PATIENCE);
                awaitLetters(world, hostile);
                journal.say(
                        "through", "letters", world.read(Topics.DEAD_LETTERS).size());
                letters(world, forged, figures);
                var found = Published.on(world);
                tryAgain(world, figures);
                var after = Published.on(world);
                same("after the replay", without(found), without(after));
                app.jvm().stop(Duration.ofSeconds(30));
                var died = Files.readAllLines(app.jvm().log()).stream()
                        .filter(line -> line.contains("a stream thread died"))
                        .count();
                figures.put("threadsDied", died);
                if (died > 0) {
                    differences.add(died + " stream threads died");
                }
                undisturbed(world, workload, found, folder);
            }
        }
    }

    /** Good and hostile by turns, and a fence behind each day. */
    private void send(World world, Workload workload, List<Forger.Forged> forged) throws Exception {
        var sent = new ArrayList<Future<RecordMetadata>>();
        var left = new ArrayList<>(forged);
        var share = (double) forged.size() / workload.documents();
        double due = 0;
        try (var producer = world.producer();
                var fences = world.fences()) {
            for (var step : workload.steps()) {
                if (step instanceof Workload.Send send) {
                    if (!send.key().startsWith(Workload.POISON)) {
                        sent.add(producer.send(new ProducerRecord<>(
                                Topics.DOCUMENTS.name(), send.key().getBytes(StandardCharsets.UTF_8), send.value())));
                    }
                    for (due += share; due >= 1 && !left.isEmpty(); due--) {
                        sent.add(send(producer, left.remove(left.size() - 1)));
                    }
                } else {
                    for (var each : sent) {
                        each.get();
                    }
                    sent.clear();
                    CloseDay.now(fences, ((Workload.Close) step).day());
                }
            }
            for (var each : left) {
                send(producer, each).get();
            }
        }
    }

    private static Future<RecordMetadata> send(Producer<byte[], byte[]> producer, Forger.Forged forged) {
        var partition = forged.partition() < 0 ? null : (Integer) forged.partition();
        var record = new ProducerRecord<>(Topics.DOCUMENTS.name(), partition, forged.key(), forged.value());
        for (int i = 0; i < forged.headers(); i++) {
            record.headers().add("h" + i, new byte[30]);
        }
        return producer.send(record);
    }

    private void letters(World world, List<Forger.Forged> forged, LinkedHashMap<String, Object> figures) {
        var wanted = new TreeMap<String, Integer>();
        forged.forEach(
                each -> wanted.merge(Ids.sha256(each.value() == null ? new byte[0] : each.value()), 1, Integer::sum));
        var found = new TreeMap<String, Integer>();
        var reasons = new TreeMap<String, Integer>();
        world.read(Topics.DEAD_LETTERS).forEach(record -> {
            var letter = DeadLetter.from(null, record.value(), record.headers());
            reasons.merge(letter.reason(), 1, Integer::sum);
            found.merge(Ids.sha256(letter.bytes()), 1, Integer::sum);
            if (!letter.sha256().equals(Ids.sha256(letter.bytes()))) {
                differences.add("the dead letter of " + letter.origin() + " has other bytes than it says");
            }
        });
        figures.put(
                "letters", found.values().stream().mapToInt(Integer::intValue).sum());
        figures.put("reasons", reasons);
        if (!wanted.equals(found)) {
            differences.add("dead letters: "
                    + found.values().stream().mapToInt(Integer::intValue).sum() + ", of " + found.size()
                    + " different contents; expected " + hostile + ", of " + wanted.size());
        }
    }

    /** All can be tried again, each once; what fails again has counted. */
    private void tryAgain(World world, LinkedHashMap<String, Object> figures) throws Exception {
        try (var replay = Replay.on(world.kafka(), letter -> "nothing is fetched here")) {
            var waiting = Letters.of(world.kafka()).waiting();
            var able = waiting.stream()
                    .filter(letter -> Replay.obstacle(letter).isEmpty())
                    .toList();
            figures.put("replayable", able.size());
            if (able.size() < waiting.size()) {
                differences.add((waiting.size() - able.size()) + " dead letters cannot be tried again");
            }
            Letters.each(world.kafka(), able, replay::again);
            awaitLetters(world, waiting.size() + 2 * able.size()); // and a note for each
            var now = Letters.of(world.kafka());
            figures.put("replayed", now.replayed().size());
            var new1 = now.waiting();
            if (new1.size() != able.size()
                    || new1.stream().anyMatch(letter -> letter.of().replays() != 1)) {
                differences.add(
                        "after the replay " + new1.size() + " wait, expected " + able.size() + " that were tried once");
            }
        }
        journal.say("tried again", "letters", figures.get("replayed"));
    }

    private void undisturbed(World world, Workload workload, Published found, Path folder) throws Exception {
        var log = world.read(Topics.DOCUMENTS).stream()
                .filter(record -> isGood(workload, World.key(record)))
                .toList();
        var calm = Calm.over(log, workload.days(), folder.resolve("calm"), true);
        same("against the undisturbed run", without(calm), without(found));
        journal.say("compared with the undisturbed run", "differences", differences.size());
    }

    private boolean isGood(Workload workload, String key) {
        return key != null
                && (key.matches("[0-9a-f]{32}")
                        || workload.days().stream().anyMatch(day -> key.equals("fence/" + day)));
    }

    private static Published without(Published all) {
        return new Published(all.editions(), all.decisions(), all.insights(), List.of());
    }

    private void same(String when, Published wanted, Published found) {
        Oracle.differences(wanted, found).forEach(line -> differences.add(when + ": " + line));
    }

    private static void awaitLetters(World world, int count) throws InterruptedException, TimeoutException {
        var there = new AtomicInteger();
        Deadline.await(() -> count + " dead letters, not " + there, PATIENCE, () -> {
            there.set(world.read(Topics.DEAD_LETTERS).size());
            return there.get() >= count;
        });
    }
}
