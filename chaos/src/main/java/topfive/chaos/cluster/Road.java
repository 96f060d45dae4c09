package topfive.chaos.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import topfive.chaos.App;
import topfive.chaos.Deadline;
import topfive.chaos.Pushes;
import topfive.chaos.Sending;
import topfive.chaos.Stage;
import topfive.chaos.net.Proxy;

/** What happens on the road between the broker and everybody, and when they are well again. */
record Road(Stage stage, Proxy proxy, Group group, Sending sending, Pushes pushes, List<App> apps) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What was asked just before may still come through, in milliseconds. */
    private static final long LAST_ON_THE_WAY_MS = 500;

    /** @return how long after it all of them work again, in milliseconds */
    long disturb(Disturbance disturbance) throws Exception {
        var journal = stage.journal();
        var began = journal.now();
        var reachable = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LAST_ON_THE_WAY_MS);
        journal.say("disturbed", "by", disturbance.name(), "connections", proxy.connections());
        for (var until = began + disturbance.lasts().toMillis(); journal.now() < until; ) {
            disturbance.is().accept(proxy);
            var next = disturbance.every().isZero()
                    ? until
                    : journal.now() + disturbance.every().toMillis();
            Thread.sleep(Math.max(1, Math.min(next, until) - journal.now()));
        }
        stage.must(
                !disturbance.unreachable() || !pushes.takenSince(reachable),
                disturbance.name() + ": a push was answered with 2xx while the broker was out of reach");
        var ended = journal.now();
        var endedNanos = System.nanoTime();
        var since = group.freshOffsets();
        Disturbance.end(proxy);
        sending.nudge();
        var documents = Deadline.await(
                "the documents go on",
                PATIENCE,
                () -> group.behind(Scene.DOCUMENTS, since).isEmpty());
        var pushed = Deadline.await("a push is taken", PATIENCE, () -> pushes.takenSince(endedNanos));
        awaitReady();
        var took = journal.now() - ended;
        journal.say(
                "well again",
                "after",
                disturbance.name(),
                "documents",
                documents,
                "pushed",
                documents + pushed,
                "ready",
                took,
                "answers",
                pushes.answers(),
                "longest",
                pushes.slowest());
        for (var app : apps) {
            if (!app.jvm().alive()) {
                stage.wrong(disturbance.name() + ": a service has ended, see "
                        + app.jvm().log());
                app.start();
            }
        }
        return took;
    }

    private void awaitReady() throws InterruptedException, TimeoutException {
        var unready = new ArrayList<String>();
        Deadline.await(() -> "all are ready; " + unready, PATIENCE, () -> {
            unready.clear();
            for (var app : apps) {
                if (app.jvm().alive()) {
                    app.unready().ifPresent(unready::add);
                }
            }
            return unready.isEmpty();
        });
    }
}
