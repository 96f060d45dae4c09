package topfive.chaos.lasting;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import topfive.chaos.App;
import topfive.chaos.Broker;
import topfive.chaos.Calm;
import topfive.chaos.Deadline;
import topfive.chaos.Expected;
import topfive.chaos.Jvm;
import topfive.chaos.Pushes;
import topfive.chaos.Sent;
import topfive.chaos.Stage;
import topfive.chaos.World;
import topfive.contract.Topics;
import topfive.standalone.broker.Ports;

/** The broker's disk fills up while documents are pushed; later there is room again. */
final class FullLog {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int MOST_PUSHES = 20_000;
    private static final int REFUSED = 5;
    private static final int TOLD = 2_000;

    private final Stage stage;
    private final String name;
    private final Sent sent = new Sent();
    private final List<String> refused = new ArrayList<>();
    private final Pushes pushes;
    private final Random random;
    private int number;

    private FullLog(Stage stage, String name, int port) {
        this.stage = stage;
        this.name = name;
        this.pushes = new Pushes(port, sent);
        this.random = new Random(stage.seed());
    }

    /** Broker, ingest and processor apart. The broker's own log is on another disk. */
    static void apart(Stage stage, int mebibytes) throws Exception {
        var port = Ports.free();
        var folder = stage.folder().resolve("apart");
        try (var disk = Mount.tmpfs(folder.resolve("broker/broker"), mebibytes);
                var broker = Broker.in(folder.resolve("broker"));
                var ingest = App.in(folder.resolve("ingest"), "ingest", broker.address(), settings(port));
                var processor = App.in(folder.resolve("processor"), "processor", broker.address(), World.SETTINGS)) {
            var full = new FullLog(stage, "broker", port);
            var world = World.on(broker, folder, true);
            ingest.start();
            ingest.awaitReady(PATIENCE);
            full.fill();
            full.ended(broker.jvm());
            full.mustNotBeReady(ingest);
            disk.enlarge(4 * mebibytes);
            broker.start();
            broker.awaitReady(PATIENCE);
            full.mustHeal(ingest);
            full.again();
            processor.start();
            full.judge(world);
        }
    }

    /** `run all` with its data folder on that disk: it ends with its broker. */
    static void allInOne(Stage stage, int mebibytes) throws Exception {
        var port = Ports.free();
        var brokerPort = Ports.free();
        var folder = stage.folder().resolve("all");
        var settings =
                new String[] {World.SETTINGS, "broker: {port: " + brokerPort + "}", "dashboard: {port: 0}", ingest(port)
                };
        try (var disk = Mount.tmpfs(folder.resolve("data"), mebibytes);
                var all = App.in(folder, "all", "", settings)) {
            var full = new FullLog(stage, "all", port);
            all.start();
            all.awaitReady(PATIENCE);
            full.fill();
            full.ended(all.jvm());
            disk.enlarge(4 * mebibytes);
            all.start();
            full.mustHeal(all);
            full.again();
            full.judge(new World(folder, "127.0.0.1:" + brokerPort, true));
        }
    }

    private static String[] settings(int port) {
        return new String[] {World.SETTINGS, ingest(port)};
    }

    private static String ingest(int port) {
        return "ingest: {port: " + port + ", rate: 10000, burst: 10000}";
    }

    /** Until nothing is taken any more. */
    private void fill() throws InterruptedException {
        var texts = Chatter.texts(stage.seed(), 100);
        var row = 0;
        for (int i = 0; i < MOST_PUSHES && row < REFUSED; i++) {
            var text = texts.get(number % texts.size()) + "\n\n" + bulk();
            row = taken(Chatter.pushed(stage.seed(), number++, text)) ? 0 : row + 1;
        }
        stage.journal().say("full", "of", name, "answers", pushes.answers(), "slowestMs", pushes.slowest());
        stage.put(name + " answers", pushes.answers());
        stage.put(name + " slowestAnswerMs", pushes.slowest());
        stage.must(row == REFUSED, name + ": the disk did not become full by " + MOST_PUSHES + " pushes");
        stage.must(
                pushes.slowest() < Pushes.LONGEST_ANSWER_MS,
                name + ": a push was answered after " + pushes.slowest() + " ms");
        stage.must(pushes.withoutRetryAfter() == 0, name + ": a 503 did not say when to come again");
    }

    /** What no compression makes small; nobody would call it a sentence. */
    private String bulk() {
        var bytes = new byte[150_000];
        random.nextBytes(bytes);
        return java.util.Base64.getEncoder().encodeToString(bytes).replaceAll("(.{60})", "$1 ");
    }

    private void ended(Jvm jvm) throws InterruptedException {
        try {
            var status = jvm.status(PATIENCE);
            stage.put(name + " exitStatus", status);
            stage.must(status != 0, name + ": ended as if all were well");
        } catch (TimeoutException e) {
            stage.wrong(name + ": the broker goes on although its disk is full");
            jvm.kill();
        }
        var lines = Lines.of(jvm.log(), 0);
        var said = lines.entries().last(5).stream()
                .map(line -> line.length() > TOLD ? line.substring(0, TOLD) : line)
                .toList();
        stage.put(name + " lastLines", said);
        stage.journal().log("ended", "of", name, "lines", said);
        stage.must(
                lines.all().stream().anyMatch(line -> line.contains("No space left on device")),
                name + ": no line says that there is no space left");
    }

    private void mustNotBeReady(App ingest) throws IOException, InterruptedException, TimeoutException {
        Deadline.await(name + ": ingest is not ready without a broker", PATIENCE, () -> !ingest.ready());
        var answer = ingest.get("/health/ready");
        stage.put(name + " readiness", answer.body().strip());
        stage.must(answer.statusCode() == 503, name + ": ingest is ready without a broker");
    }

    private void mustHeal(App app) throws InterruptedException, TimeoutException {
        var began = stage.journal().now();
        app.awaitReady(PATIENCE);
        stage.put(name + " readyAgainMs", stage.journal().now() - began);
    }

    private boolean taken(String document) throws InterruptedException {
        var taken = pushes.push(document).taken();
        if (!taken) {
            refused.add(document);
        }
        return taken;
    }

    /** As a client does it that was told to come again. */
    private void again() throws InterruptedException {
        for (var document : refused) {
            var answer = pushes.push(document);
            stage.must(answer.taken(), name + ": answered " + answer.status() + " after room was made");
        }
    }

    private void judge(World world) throws Exception {
        LocalDate day = Today.is();
        var twice = sent.pushedTwice(world.read(Topics.DOCUMENTS));
        stage.must(twice.isEmpty(), name + ": " + twice.size() + " pushes stand there twice");
        world.fence(day);
        sent.fence(day);
        Calm.await(world, List.of(day), PATIENCE);
        stage.judge(
                name,
                world,
                Expected.of(List.of(day), sent).calmIn(stage.folder().resolve("calm-" + name)));
    }
}
