package topfive.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;

/**
 * A processor and its only broker, and everything that is done to them. Measures how long after each blow the processor works again, where
 * it is let live.
 */
public final class Victims {
    /** Nothing that was killed or frozen may need longer to work again. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final int FROZEN_SECONDS = 6;

    private final Map<String, Integer> blows = new TreeMap<>();
    private final Map<String, List<Long>> tookMs = new TreeMap<>();
    private final Map<String, Spread> recovered = new TreeMap<>();
    private final Broker broker;
    private final App app;
    private final Watch watch;
    private final Journal journal;
    private final Random random;
    private Map<TopicPartition, Long> committed = Map.of();
    private String lastBlow = "start";
    private boolean measured;
    private long at;
    private int damages;

    public Victims(Broker broker, App app, Watch watch, Journal journal, Random random) {
        this.broker = broker;
        this.app = app;
        this.watch = watch;
        this.journal = journal;
        this.random = random;
    }

    /** How many of which kind. */
    public Map<String, Integer> blows() {
        return blows;
    }

    /** Milliseconds until it worked again, by the last blow before, once for each blow. */
    Map<String, Spread> recovered() {
        return recovered;
    }

    /** Most often before it has come to work. */
    void killEarly() throws Exception {
        keepRunning();
        Thread.sleep(random.nextInt(4_000));
        kill(app.ready() ? "kill when ready" : "kill before ready");
    }

    void killAtWork() throws Exception {
        awaitWork();
        Thread.sleep(random.nextInt(2_000));
        kill("kill at work");
    }

    /** What the next start finds is not what was there. */
    void damageAtNextKill() {
        damages++;
    }

    void killBroker() throws Exception {
        keepRunning();
        Thread.sleep(random.nextInt(3_000));
        restartBroker();
        if (random.nextBoolean()) { // else the next blow falls while it is still in trouble
            awaitWork();
        }
    }

    void freezeBroker(int seconds) throws Exception {
        freeze("broker freeze", broker.jvm(), seconds);
        broker.awaitReady(PATIENCE);
        awaitWork();
    }

    void freeze(int seconds) throws Exception {
        freeze("freeze", app.jvm(), seconds);
        awaitWork();
    }

    /** Any fault of either; returns when what was down is started again, and does not wait until it works. */
    public void any() throws Exception {
        keepRunning();
        switch (random.nextInt(6)) {
            case 0 -> kill("kill");
            case 1 -> freeze("freeze", app.jvm(), FROZEN_SECONDS);
            case 2 -> restart();
            case 3 -> loseState();
            case 4 -> restartBroker();
            default -> freeze("broker freeze", broker.jvm(), FROZEN_SECONDS);
        }
    }

    private void restart() throws Exception {
        strike("restart");
        app.jvm().stop(PATIENCE);
        app.start();
    }

    private void loseState() throws Exception {
        strike("state lost");
        app.jvm().kill();
        Folders.delete(app.state());
        app.start();
    }

    private void restartBroker() throws Exception {
        strike("broker kill");
        broker.jvm().kill();
        Thread.sleep(random.nextInt(2_000));
        broker.start();
        broker.awaitReady(PATIENCE);
        journal.log("broker back", "afterMs", journal.now() - at);
    }

    /** Returns when it has done something since the last blow, or has nothing to do. */
    void awaitWork() throws Exception {
        var trouble = at;
        while (true) {
            keepRunning();
            try {
                watch.awaitProgress(committed, app, PATIENCE);
                if (!measured) {
                    measured(journal.now() - trouble);
                }
                return;
            } catch (TimeoutException e) {
                if (app.jvm().alive() || journal.now() - trouble > PATIENCE.toMillis()) {
                    throw e;
                }
            }
        }
    }

    private void measured(long took) {
        measured = true;
        tookMs.computeIfAbsent(lastBlow, blow -> new ArrayList<>()).add(took);
        recovered.put(lastBlow, Spread.of(tookMs.get(lastBlow)));
        journal.log("works", "after", lastBlow, "afterMs", took);
    }

    /** As a supervisor does it: what ended by itself is started again, after a moment, and it is told. */
    void keepRunning() throws Exception {
        if (app.jvm() == null) {
            strike("start");
            app.start();
        } else if (!app.jvm().alive()) {
            blows.merge("ended by itself", 1, Integer::sum);
            journal.say(
                    "ended by itself",
                    "status",
                    app.jvm().status(Duration.ZERO),
                    "lines",
                    app.jvm().lastLines());
            Thread.sleep(500);
            app.start();
        }
    }

    private void kill(String how) throws Exception {
        strike(how);
        app.jvm().kill();
        committed = nowOr(committed); // what it had begun to commit is no work of the next one
        if (damages > 0) {
            damages--;
            damage();
        }
        app.start();
    }

    private void freeze(String how, Jvm jvm, int seconds) throws Exception {
        keepRunning();
        Thread.sleep(random.nextInt(2_000));
        strike(how);
        jvm.freeze();
        Thread.sleep(seconds * 1_000L);
        jvm.thaw();
        at = journal.now();
        lastBlow = how + ", from the thaw";
        journal.log("thawed", "seconds", seconds);
    }

    private void damage() throws IOException {
        var state = app.state();
        var turn = blows.getOrDefault("state damaged", 0);
        var file = Folders.dataFile(state, turn - turn / 3, random); // each third time all of it goes
        var how = file == null ? 0 : turn % 3;
        blows.merge("state damaged", 1, Integer::sum);
        switch (how) {
            case 0 -> Folders.delete(state);
            case 1 -> Folders.truncate(file, random);
            default -> Folders.overwrite(file, random);
        }
        journal.say(
                "state damaged",
                "how",
                List.of("deleted", "truncated", "overwritten").get(how),
                "file",
                how == 0 ? "all" : state.relativize(file).toString());
    }

    /** Remembers how far the work had come, and from when on it is measured how long it stands still. */
    private void strike(String how) throws InterruptedException {
        committed = nowOr(committed);
        at = journal.now();
        lastBlow = how;
        measured = false;
        blows.merge(how, 1, Integer::sum);
        journal.say(how);
    }

    private Map<TopicPartition, Long> nowOr(Map<TopicPartition, Long> unless) throws InterruptedException {
        var now = watch.committed();
        return now.isEmpty() ? unless : now;
    }
}
