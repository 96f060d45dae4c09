package topfive.chaos.path;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import topfive.chaos.Deadline;
import topfive.chaos.Expected;
import topfive.chaos.Published;
import topfive.chaos.Spread;
import topfive.chaos.Stage;
import topfive.chaos.Workload;
import topfive.chaos.World;
import topfive.chaos.point.Feed;
import topfive.chaos.point.Noon;
import topfive.chaos.point.Site;
import topfive.contract.AsksTheMachine;
import topfive.contract.Topics;
import topfive.standalone.broker.Ports;

/**
 * All services in one process beside a broker in another, a feed that is read and documents that are handed in. Both processes are killed at
 * any moment and started again, the application also where it gave up by itself; at the end the day is closed.
 */
final class WholeProduct {
    private static final int LONGEST_LIFE_MS = 14_000;
    private static final int LONGEST_OUTAGE_MS = 4_000;

    private final Stage stage;
    private final Random random;
    private int gaveUp;

    WholeProduct(Stage stage) {
        this.stage = stage;
        this.random = new Random(stage.seed());
    }

    @AsksTheMachine
    void run(int kills, int brokerKills) throws Exception {
        var clock = InstantSource.system();
        var days = Noon.days(clock);
        var today = days.at(clock.instant());
        var push = Ports.free();
        var page = Ports.free();
        var up = new ArrayList<Long>();
        try (var feed = Feed.start();
                var site = Site.in(
                        stage.folder().resolve("product"),
                        "all",
                        days,
                        "ingest: {port: " + push + "}",
                        "dashboard: {port: " + page + "}",
                        feed.settings());
                var publishers = new Publishers(feed, push, site.sent, stage)) {
            site.app.start();
            publishers.begin();
            disturb(site, kills, brokerKills, up);
            publishers.stop();
            await("all that was begun is taken", site, publishers::haveEnded);
            await("it is ready", site, site.app::ready);
            await("the feed is read", site, () -> missing(site).isEmpty());
            close(site, today);
            var wrong = new ArrayList<String>();
            site.awaitClosed(today, site.app, wrong);
            wrong.forEach(stage::wrong);
            stage.put("kills", kills);
            stage.put("brokerKills", brokerKills);
            stage.put("gaveUp", gaveUp);
            stage.put("fed", publishers.fed());
            stage.put("sentTwice", publishers.sentTwice());
            stage.put(
                    "twiceInTheLog",
                    site.sent.pushedTwice(site.world.read(Topics.DOCUMENTS)).size());
            stage.put("killToReadyMs", Spread.of(up));
            stage.judge(
                    "path",
                    site.world,
                    Expected.of(List.of(today), site.sent)
                            .in(days)
                            .calmIn(stage.folder().resolve("calm")));
            page(page, today, site.world);
        }
    }

    private static List<String> missing(Site site) {
        return site.sent.differences(site.world.read(Topics.DOCUMENTS));
    }

    private void disturb(Site site, int kills, int brokerKills, List<Long> up) throws Exception {
        int broken = 0;
        for (int kill = 1; kill <= kills; kill++) {
            live(site, random.nextInt(LONGEST_LIFE_MS), up);
            if (broken < brokerKills && random.nextInt(kills - kill + 1) < brokerKills - broken) {
                broken++;
                site.broker().jvm().kill();
                stage.journal().say("killed", "what", "broker", "times", broken);
                live(site, random.nextInt(LONGEST_OUTAGE_MS), new ArrayList<>());
                site.broker().start();
                site.broker().awaitReady(Site.PATIENCE);
                site.send(List.of(new Workload.Send(
                        Workload.POISON + broken, ("no document " + broken).getBytes(StandardCharsets.UTF_8))));
                live(site, random.nextInt(LONGEST_LIFE_MS), new ArrayList<>());
            }
            site.app.jvm().kill();
            stage.journal().say("killed", "what", "application", "times", kill);
            site.app.start();
        }
    }

    /** Somebody starts it again where it ends by itself, as a service manager does. */
    private void live(Site site, int ms, List<Long> up) throws InterruptedException {
        var began = System.nanoTime();
        var known = false;
        while ((System.nanoTime() - began) / 1_000_000 < ms) {
            Thread.sleep(100);
            again(site);
            if (!known && site.app.ready()) {
                known = true;
                up.add((System.nanoTime() - began) / 1_000_000);
            }
        }
    }

    private void again(Site site) {
        if (!site.app.jvm().alive()) {
            gaveUp++;
            stage.journal().say("gave up", "log", site.app.jvm().log().toString());
            site.app.start();
        }
    }

    private void await(String what, Site site, Deadline.Look<RuntimeException> look)
            throws InterruptedException, TimeoutException {
        Deadline.await(what, Site.PATIENCE, () -> {
            again(site);
            return look.there();
        });
    }

    private void close(Site site, LocalDate today) throws Exception {
        var close = site.app.command("day-close", new String[0], "day", "close", today.toString());
        var status = close.status(Site.PATIENCE);
        stage.must(status == 0, "day close ended with " + status + ", see " + close.log());
        site.sent.fence(today);
    }

    /** What the page's API answers is the edition that stands in the topic, byte for byte. It reads the topic like anybody else. */
    private static void page(int port, LocalDate today, World world)
            throws IOException, InterruptedException, TimeoutException {
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/days/" + today))
                .timeout(Duration.ofSeconds(5))
                .build();
        var editions = Published.on(world).editions().stream()
                .filter(edition -> edition.key().endsWith("/" + today))
                .map(edition -> new String(edition.value(), StandardCharsets.UTF_8))
                .toList();
        var shown = new AtomicReference<>("");
        Deadline.await(() -> "the page's API shows another edition than the topic: " + shown, Site.PATIENCE, () -> {
            var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            shown.set(answer.body());
            return answer.statusCode() == 200 && editions.contains(answer.body());
        });
    }
}
