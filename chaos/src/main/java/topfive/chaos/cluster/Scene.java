package topfive.chaos.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import topfive.chaos.App;
import topfive.chaos.Deadline;
import topfive.chaos.Journal;
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

    enum Fate {
        PROCESSOR,
        BROKER
    }

    /** By itself, or as a JVM ends on SIGTERM. */
    private static final Set<Integer> TOLD_TO_GO = Set.of(0, 143);

    private final List<String> wrong = new ArrayList<>();
    private final Journal journal;
    private final Cluster cluster;
    private final List<App> processors;
    private final Group group;
    private final Load load;
    private final Random random;

    Scene(Journal journal, Cluster cluster, List<App> processors, Group group, Load load, Random random) {
        this.journal = journal;
        this.cluster = cluster;
        this.processors = processors;
        this.group = group;
        this.load = load;
        this.random = random;
    }

    /** @return milliseconds that nobody worked, by what died */
    Map<String, List<Long>> die(List<Fate> fates) throws Exception {
        var two = processors;
        two.forEach(App::start);
        var times = new EnumMap<Fate, List<Long>>(Fate.class);
        awaitShared(two);
        for (var fate : fates) {
            var took = switch (fate) {
                case PROCESSOR -> processorDies(two);
                case BROKER -> brokerDies();
            };
            times.computeIfAbsent(fate, each -> new ArrayList<>()).add(took);
        }
        return times.entrySet().stream()
                .collect(
                        Collectors.toMap(entry -> entry.getKey() + "", Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    /** 1, 2, 3, 2, 1, 2, 3 ... processors: each comes, and each is told to go. */
    Map<String, List<Long>> comeAndGo(int times) throws Exception {
        var there = new ArrayList<App>();
        var away = new ArrayList<>(processors);
        come(there, away);
        awaitShared(there);
        var took = new TreeMap<String, List<Long>>();
        for (int i = 0; i < times; i++) {
            var comes = i % 4 < 2;
            var busy = group.busy(LATELY);
            var before = group.freshOffsets();
            journal.say(comes ? "comes" : "goes", "number", i + 1, "there", there.size());
            if (comes) {
                come(there, away);
            } else {
                var going = there.remove(random.nextInt(there.size()));
                var status = going.jvm().stop(PATIENCE);
                journal.say("gone", "status", status);
                if (!TOLD_TO_GO.contains(status)) {
                    wrong.add("a processor that was told to go ended with " + status);
                }
                away.add(going);
            }
            load.nudge();
            var settled = awaitShared(there);
            var advanced = Deadline.await(
                    "all go on", PATIENCE, () -> group.behind(busy, before).isEmpty());
            journal.say("goes on", "settled", settled, "advanced", advanced);
            took.computeIfAbsent(comes ? "comes" : "goes", each -> new ArrayList<>())
                    .add(settled + advanced);
        }
        return took;
    }

    /** What should not have happened. */
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    private static void come(List<App> there, List<App> away) {
        var coming = away.remove(0);
        coming.start();
        there.add(coming);
    }

    private long processorDies(List<App> two) throws Exception {
        awaitShared(two);
        var dying = two.get(random.nextInt(two.size()));
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
        dying.start();
        return took;
    }

    /** Comes back while other things happen. */
    private long brokerDies() throws Exception {
        var node = anyOfAll();
        var led = cluster.ledBy(node, group.busy(LATELY));
        node.kill();
        var took = awaitAdvance("broker " + node.id(), led, () -> true);
        node.start();
        return took;
    }

    private Node anyOfAll() throws Exception {
        cluster.awaitReady(PATIENCE);
        var inStep = Deadline.await("all copies are in step", PATIENCE, cluster::inStep);
        journal.say("all copies are in step", "waited", inStep);
        return cluster.nodes().get(random.nextInt(cluster.nodes().size()));
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private long awaitAdvance(String who, Set<TopicPartition> partitions, Condition settled) throws Exception {
        var died = journal.now();
        journal.say("trouble", "who", who, "partitions", partitions.size());
        Thread.sleep(LAST_WORDS.toMillis());
        var since = group.freshOffsets();
        load.nudge();
        var reassigned = new long[] {-1};
        Deadline.await("the work of " + who + " goes on", PATIENCE, () -> {
            if (reassigned[0] < 0 && settled.holds()) {
                reassigned[0] = journal.now() - died;
            }
            return group.behind(partitions, since).isEmpty();
        });
        var took = journal.now() - died;
        journal.say("goes on", "who", who, "reassigned", reassigned[0], "took", took);
        return took;
    }

    /** As whoever runs services does: a start while brokers are away may have failed. */
    private void keepRunning(List<App> those) throws Exception {
        for (var app : those) {
            if (!app.jvm().alive()) {
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
    private long awaitShared(List<App> those) throws Exception {
        var took = Deadline.await("the work is shared by " + those.size(), PATIENCE, () -> {
            keepRunning(those);
            var members = group.members();
            return members.size() == those.size()
                    && those.stream().map(Scene::instance).allMatch(members::containsKey);
        });
        var before = group.freshOffsets();
        load.nudge();
        var going = Deadline.await(
                "all partitions go on",
                PATIENCE,
                () -> group.behind(DOCUMENTS, before).isEmpty());
        journal.say("shared", "by", those.size(), "took", took, "going", going);
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
