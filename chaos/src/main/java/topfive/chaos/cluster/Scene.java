package topfive.chaos.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import topfive.chaos.App;
import topfive.chaos.Calm;
import topfive.chaos.Deadline;
import topfive.chaos.Journal;
import topfive.chaos.Sending;
import topfive.chaos.Stage;
import topfive.chaos.World;
import topfive.contract.Topics;

/** Where brokers and processors die, come and go, and how long each time nobody does the work of who is gone. */
final class Scene implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LATELY = Duration.ofSeconds(6);

    /** What a dead one sent just before it died may still be settled. */
    private static final Duration LAST_WORDS = Duration.ofMillis(300);

    static final List<TopicPartition> DOCUMENTS = IntStream.range(0, Topics.DOCUMENTS.partitions())
            .mapToObj(number -> new TopicPartition(Topics.DOCUMENTS.name(), number))
            .toList();

    /** Who dies. */
    enum Fate {
        PROCESSOR,
        BROKER
    }

    /** By itself, or as a JVM ends on SIGTERM. */
    private static final Set<Integer> TOLD_TO_GO = Set.of(0, 143);

    private final Stage stage;
    private final Journal journal;
    private final Cluster cluster;
    private final List<App> processors;
    private final Group group;
    private final Sending sending;
    private final Random random;
    /** Those that must run at the moment. */
    private final List<App> there = new ArrayList<>();

    private int endedByItself;
    private int hadNothing;

    Scene(Stage stage, Cluster cluster, List<App> processors, Group group, Sending sending) {
        this.stage = stage;
        this.journal = stage.journal();
        this.cluster = cluster;
        this.processors = processors;
        this.group = group;
        this.sending = sending;
        this.random = new Random(stage.seed());
    }

    /** @return milliseconds that nobody worked, by what died; who had nothing to do is counted apart */
    Map<String, List<Long>> die(List<Fate> fates) throws Exception {
        processors.forEach(this::come);
        sending.upTo(1.0 / (fates.size() + 1));
        awaitShared();
        var times = new TreeMap<String, List<Long>>();
        for (int i = 0; i < fates.size(); i++) { // the last fence comes behind the last death
            sending.upTo((i + 1.0) / (fates.size() + 1));
            var took = fates.get(i) == Fate.PROCESSOR ? processorDies() : brokerDies();
            if (took.isPresent()) {
                times.computeIfAbsent("" + fates.get(i), each -> new ArrayList<>())
                        .add(took.getAsLong());
            }
        }
        return times;
    }

    /** 1, 2, 3, 2, 1, 2, 3 ... processors: each comes, and each is told to go. */
    Map<String, List<Long>> comeAndGo(int times) throws Exception {
        sending.upTo(1);
        var away = new ArrayList<>(processors);
        come(away.remove(0));
        awaitShared();
        var took = new TreeMap<String, List<Long>>();
        for (int i = 0; i < times; i++) {
            var comes = i % 4 < 2;
            var busy = group.busy(LATELY);
            var before = group.freshOffsets();
            journal.say(comes ? "comes" : "goes", "number", i + 1, "there", there.size());
            if (comes) {
                come(away.remove(0));
            } else {
                away.add(goes());
            }
            sending.nudge();
            var settled = awaitShared();
            var advanced = awaitOn("all go on", busy, before);
            journal.say("goes on", "settled", settled, "advanced", advanced);
            took.computeIfAbsent(comes ? "comes" : "goes", each -> new ArrayList<>())
                    .add(settled + advanced);
        }
        return took;
    }

    /** Until all that stands in the log has been worked on. */
    void rest(World world, List<LocalDate> days) throws Exception {
        Deadline.await("all is worked on", PATIENCE, () -> {
            keepRunning();
            return group.behind() == 0 && Calm.missing(world, days).isEmpty();
        });
        stage.put("processors that ended by themselves", endedByItself);
        stage.put("deaths of who had nothing to do", hadNothing);
    }

    private void come(App processor) {
        processor.start();
        there.add(processor);
    }

    private App goes() throws Exception {
        var going = there.remove(random.nextInt(there.size()));
        var status = going.jvm().stop(PATIENCE);
        journal.say("gone", "status", status);
        stage.must(TOLD_TO_GO.contains(status), "a processor that was told to go ended with " + status);
        return going;
    }

    private OptionalLong processorDies() throws Exception {
        awaitShared();
        var dying = there.remove(random.nextInt(there.size()));
        var instance = instance(dying);
        var had = group.members().getOrDefault(instance, Set.of());
        var busy = group.busy(LATELY);
        var mine = had.stream().filter(busy::contains).collect(Collectors.toSet());
        dying.jvm().kill();
        var took = awaitAdvance("processor", mine, () -> !group.members().containsKey(instance));
        journal.log(
                "had",
                "partitions",
                had.size(),
                "busy",
                mine.stream().map(Object::toString).sorted().toList());
        come(dying);
        return counted(took, mine);
    }

    /** Comes back while other things happen. */
    private OptionalLong brokerDies() throws Exception {
        cluster.awaitReady(PATIENCE);
        var inStep = Deadline.await("all copies are in step", PATIENCE, cluster::inStep);
        journal.say("all copies are in step", "waited", inStep);
        awaitShared(); // after a pause there would be nothing to take over
        var node = cluster.nodes().get(random.nextInt(cluster.nodes().size()));
        var led = cluster.ledBy(node, group.busy(LATELY));
        node.kill();
        var took = awaitAdvance("broker " + node.id(), led, () -> true);
        node.start();
        return counted(took, led);
    }

    /** Where there was no work to take over it took no time. */
    private OptionalLong counted(long took, Set<TopicPartition> work) {
        if (work.isEmpty()) {
            hadNothing++;
            return OptionalLong.empty();
        }
        return OptionalLong.of(took);
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private long awaitAdvance(String who, Set<TopicPartition> partitions, Condition settled) throws Exception {
        var died = journal.now();
        journal.say("trouble", "who", who, "partitions", partitions.size());
        Thread.sleep(LAST_WORDS.toMillis());
        var since = group.freshOffsets();
        sending.nudge();
        var reassigned = new long[] {-1};
        Deadline.await("the work of " + who + " goes on", PATIENCE, () -> {
            keepRunning();
            if (reassigned[0] < 0 && settled.holds()) {
                reassigned[0] = journal.now() - died;
            }
            return group.behind(partitions, since).isEmpty();
        });
        var took = journal.now() - died;
        journal.say("goes on", "who", who, "reassigned", reassigned[0], "took", took);
        return took;
    }

    private long awaitOn(String what, Collection<TopicPartition> partitions, Map<TopicPartition, Long> since)
            throws Exception {
        return Deadline.await(what, PATIENCE, () -> {
            keepRunning();
            return group.behind(partitions, since).isEmpty();
        });
    }

    /** As whoever runs services does: a start while brokers are away may have failed. */
    private void keepRunning() throws Exception {
        for (var app : there) {
            if (!app.jvm().alive()) {
                endedByItself++;
                journal.say(
                        "ended by itself, started again",
                        "status",
                        app.jvm().status(Duration.ZERO),
                        "lines",
                        app.jvm().lastLines());
                app.start();
            }
        }
    }

    /** Until each of them has something to do, and all that had lately something to do goes on. */
    private long awaitShared() throws Exception {
        var took = Deadline.await("the work is shared by " + there.size(), PATIENCE, () -> {
            keepRunning();
            var members = group.members();
            return members.size() == there.size()
                    && there.stream().map(Scene::instance).allMatch(members::containsKey);
        });
        var before = group.freshOffsets();
        sending.nudge();
        var going = awaitOn("all partitions go on", DOCUMENTS, before);
        journal.say("shared", "by", there.size(), "took", took, "going", going);
        return took + going;
    }

    @Override
    public void close() {
        processors.forEach(App::close);
    }

    /** What the group calls it. */
    private static String instance(App processor) {
        try {
            var file = processor.state().resolve("instance");
            return Files.exists(file)
                    ? Files.readString(file, StandardCharsets.UTF_8).strip()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException("which instance it is", e);
        }
    }
}
