package topfive.chaos.cluster;

import java.time.Duration;
import java.util.List;
import topfive.chaos.App;
import topfive.chaos.Deadline;
import topfive.chaos.Journal;
import topfive.chaos.net.Proxy;

/** What happens on the road between the broker and everybody, and when they are well again. */
record Road(Journal journal, Proxy proxy, Group group, Load load, Pushes pushes, List<App> apps) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** What was asked just before may still come through, in milliseconds. */
    private static final long LAST_ON_THE_WAY = 500;

    /** @return how long after it all of them work again, in milliseconds */
    long disturb(Disturbance disturbance, List<String> faults) throws Exception {
        var began = journal.now();
        journal.say("disturbed", "by", disturbance.name(), "connections", proxy.connections());
        for (var until = began + disturbance.lasts().toMillis(); journal.now() < until; ) {
            disturbance.is().accept(proxy);
            var next = disturbance.every().isZero()
                    ? until
                    : journal.now() + disturbance.every().toMillis();
            Thread.sleep(Math.max(1, Math.min(next, until) - journal.now()));
        }
        if (disturbance.unreachable() && pushes.takenSince(began + LAST_ON_THE_WAY)) {
            faults.add(disturbance.name() + ": a push was answered with 2xx while the broker was out of reach");
        }
        var ended = journal.now();
        var since = group.freshOffsets();
        Disturbance.end(proxy);
        load.nudge();
        var documents = Deadline.await(
                "the documents go on",
                PATIENCE,
                () -> group.behind(Scene.DOCUMENTS, since).isEmpty());
        var pushed = Deadline.await("a push is taken", PATIENCE, () -> pushes.takenSince(ended));
        Deadline.await("all are ready", PATIENCE, () -> allReady(apps));
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
                pushes.statuses().toString(),
                "longest",
                pushes.longest());
        for (var app : apps) {
            if (!app.jvm().alive()) {
                faults.add(disturbance.name() + ": a service has ended, see "
                        + app.jvm().log());
                app.start();
            }
        }
        if (pushes.longest() > Pushes.LIMIT.toMillis()) {
            faults.add(disturbance.name() + ": an answer to a push took " + pushes.longest() + " ms");
        }
        return took;
    }

    private static boolean allReady(List<App> apps) throws InterruptedException {
        for (var app : apps) {
            if (app.jvm().alive() && !app.ready()) {
                return false;
            }
        }
        return true;
    }
}
