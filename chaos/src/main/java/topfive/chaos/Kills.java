package topfive.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    /** As a JVM ends on SIGTERM. */
    private static final int STOPPED = 143;

    @Mixin
    private final Run run = new Run();

    @Option(names = "--kills", description = "kill -9 of the processor, half of them before it works")
    private int kills = 100;

    @Option(names = "--broker-kills", description = "kill -9 of the broker")
    private int brokerKills = 20;

    @Option(names = "--freezes", description = "SIGSTOP of one or the other")
    private int freezes = 10;

    @Option(names = "--longest-freeze", description = "in seconds")
    private int longestFreeze = 30;

    @Option(
            names = "--damage-every",
            description = "at each so many kills the state is deleted, or one of its files truncated or overwritten")
    private int damageEvery = 10;

    @Option(names = "--days", description = "how many are closed meanwhile")
    private int days = 8;

    @Option(names = "--documents", description = "how many a day")
    private int documents = 150;

    private Random random;

    /** A bit of everything. */
    static Kills brief(long seed, Path out) {
        var kills = new Kills();
        kills.run.brief(seed, out);
        kills.kills = 8;
        kills.brokerKills = 2;
        kills.freezes = 2;
        kills.longestFreeze = 6;
        kills.damageEvery = 2; // deleted, truncated, overwritten, deleted
        kills.days = 3;
        kills.documents = 60;
        return kills;
    }

    @Override
    public Integer call() throws IOException {
        return run.play("kills", this::play);
    }

    private void play(Stage stage) throws Exception {
        random = new Random(stage.seed());
        var workload = Workload.of(stage.seed(), days, documents);
        stage.put("documents", workload.documents());
        try (var broker = Broker.in(stage.folder().resolve("broker"));
                var app = App.in(stage.folder().resolve("app"), "processor", broker.address(), World.SETTINGS)) {
            var world = World.on(broker, stage.folder(), true);
            Sent sent;
            try (var sending = Sending.of(world, workload, stage.journal());
                    var watch = Watch.on(world)) {
                var victims = new Victims(broker, app, watch, stage.journal(), random);
                stage.put("blows", victims.blows());
                stage.put("millisecondsUntilItWorksAgain", victims.recovered());
                disturb(victims, sending);
                stage.journal().say("peace");
                victims.awaitWork();
                Calm.await(world, workload.days(), LAST);
                sent = sending.sent();
            }
            var status = app.jvm().stop(Victims.PATIENCE);
            stage.must(status == STOPPED, "the processor ended with " + status + " when it was told to");
            stage.judge(
                    "kills",
                    world,
                    Expected.of(workload.days(), sent).calmIn(stage.folder().resolve("calm")));
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
