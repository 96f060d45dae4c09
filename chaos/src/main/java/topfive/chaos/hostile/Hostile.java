package topfive.chaos.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topfive.chaos.App;
import topfive.chaos.Broker;
import topfive.chaos.Calm;
import topfive.chaos.Deadline;
import topfive.chaos.Expected;
import topfive.chaos.Oracle;
import topfive.chaos.Published;
import topfive.chaos.Run;
import topfive.chaos.Sent;
import topfive.chaos.Stage;
import topfive.chaos.Workload;
import topfive.chaos.World;
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

    @Mixin
    private final Run run = new Run();

    @Option(names = "--hostile", description = "how many")
    private int hostile = 10_000;

    @Option(names = "--days", description = "how many days are closed meanwhile")
    private int days = 4;

    @Option(names = "--documents", description = "how many good ones a day, repeats not counted")
    private int documents = 2_000;

    /** A few of each kind, in less than a minute. */
    public static Hostile brief(long seed, Path out) {
        var few = new Hostile();
        few.run.brief(seed, out);
        few.hostile = 300;
        few.days = 1;
        few.documents = 150;
        return few;
    }

    @Override
    public Integer call() throws IOException {
        return run.play("hostile", this::play);
    }

    private void play(Stage stage) throws Exception {
        var workload = Workload.of(stage.seed(), days, documents);
        var good = workload.steps().stream()
                .filter(Workload.Send.class::isInstance)
                .map(Workload.Send.class::cast)
                .filter(send -> !send.key().startsWith(Workload.POISON))
                .toList();
        var forged = new Forger(
                        new Random(stage.seed()),
                        good.stream().map(Workload.Send::value).toList())
                .make(hostile);
        stage.put("good", good.size());
        stage.put("hostile", forged.size());
        try (var broker = Broker.in(stage.folder().resolve("broker"));
                var app = App.in(stage.folder().resolve("app"), "processor", broker.address(), World.SETTINGS)) {
            var world = World.on(broker, stage.folder(), true);
            app.start();
            var sent = send(world, workload, forged);
            stage.journal().say("sent");
            Calm.await(world, workload.days(), PATIENCE);
            stage.judge(
                    "hostile", world, Expected.of(workload.days(), sent).poison(record -> !isGood(workload, record)));
            var found = Published.on(world);
            stage.put("reasons", reasons(found));
            undisturbed(stage, world, workload, found);
            tryAgain(stage, world);
            same("after the replay", found, Published.on(world), stage);
            app.jvm().stop(PATIENCE);
            var died = Files.readAllLines(app.jvm().log()).stream()
                    .filter(line -> line.contains("a stream thread died"))
                    .count();
            stage.must(died == 0, died + " stream threads died");
        }
    }

    /** Good and hostile by turns, and a fence behind each day. */
    private static Sent send(World world, Workload workload, List<Forger.Forged> forged) throws Exception {
        var sent = new Sent();
        var open = new ArrayList<Future<RecordMetadata>>();
        var left = new ArrayList<>(forged);
        var share = (double) forged.size() / workload.documents();
        double due = 0;
        try (var producer = world.producer();
                var fences = world.fences()) {
            for (var step : workload.steps()) {
                if (step instanceof Workload.Send send) {
                    if (!send.key().startsWith(Workload.POISON)) {
                        var key = send.key().getBytes(StandardCharsets.UTF_8);
                        open.add(send(producer, new Forger.Forged(key, send.value(), -1, 0), sent));
                    }
                    for (due += share; due >= 1 && !left.isEmpty(); due--) {
                        open.add(send(producer, left.remove(left.size() - 1), sent));
                    }
                } else if (step instanceof Workload.Close close) {
                    for (var each : open) {
                        each.get();
                    }
                    open.clear();
                    CloseDay.now(fences, close.day());
                    sent.fence(close.day());
                }
            }
            for (var each : left) {
                send(producer, each, sent).get();
            }
        }
        return sent;
    }

    private static Future<RecordMetadata> send(Producer<byte[], byte[]> producer, Forger.Forged forged, Sent sent) {
        var partition = forged.partition() < 0 ? null : (Integer) forged.partition();
        var record = new ProducerRecord<>(Topics.DOCUMENTS.name(), partition, forged.key(), forged.value());
        for (int i = 0; i < forged.headers(); i++) {
            record.headers().add("h" + i, new byte[30]);
        }
        return producer.send(record, sent.record(forged.key(), forged.value()));
    }

    private static Map<String, Integer> reasons(Published found) {
        var reasons = new TreeMap<String, Integer>();
        found.letters().forEach(letter -> reasons.merge(letter.reason(), 1, Integer::sum));
        return reasons;
    }

    /** All can be tried again, each once; what fails again has counted. */
    private static void tryAgain(Stage stage, World world) throws Exception {
        try (var replay = Replay.on(world.kafka(), letter -> "nothing is fetched here")) {
            var waiting = Letters.of(world.kafka()).waiting();
            var able = waiting.stream()
                    .filter(letter -> Replay.obstacle(letter).isEmpty())
                    .toList();
            stage.put("replayable", able.size());
            stage.must(
                    able.size() == waiting.size(),
                    (waiting.size() - able.size()) + " dead letters cannot be tried again");
            Letters.each(world.kafka(), able, replay::again);
            awaitLetters(world, waiting.size() + 2 * able.size()); // and a note for each
            var now = Letters.of(world.kafka());
            stage.put("replayed", now.replayed().size());
            var again = now.waiting();
            stage.must(
                    again.size() == able.size()
                            && again.stream().allMatch(letter -> letter.of().replays() == 1),
                    "after the replay " + again.size() + " wait, expected " + able.size() + " that were tried once");
        }
    }

    /** The good ones come out as if the others had never been. */
    private static void undisturbed(Stage stage, World world, Workload workload, Published found) throws Exception {
        var log = world.read(Topics.DOCUMENTS).stream()
                .filter(record -> isGood(workload, record))
                .toList();
        var calm = Calm.over(log, workload.days(), World.DAYS, stage.folder().resolve("calm"), true);
        same("against the undisturbed run", calm, found, stage);
    }

    private static boolean isGood(Workload workload, ConsumerRecord<byte[], byte[]> record) {
        var key = World.key(record);
        return key != null
                && (key.matches("[0-9a-f]{32}")
                        || workload.days().stream().anyMatch(day -> key.equals("fence/" + day)));
    }

    /** But for the dead letters, which are judged by the record that they are of. */
    private static void same(String when, Published wanted, Published found, Stage stage) {
        Oracle.differences(without(wanted), without(found)).forEach(line -> stage.wrong(when + ": " + line));
    }

    private static Published without(Published all) {
        return new Published(all.editions(), all.decisions(), all.insights(), List.of());
    }

    private static void awaitLetters(World world, int count) throws InterruptedException, TimeoutException {
        var there = new AtomicInteger();
        Deadline.await(() -> count + " dead letters, not " + there, PATIENCE, () -> {
            there.set(world.read(Topics.DEAD_LETTERS).size());
            return there.get() >= count;
        });
    }
}
