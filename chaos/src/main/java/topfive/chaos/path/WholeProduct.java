package topfive.chaos.path;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import topfive.chaos.Journal;
import topfive.chaos.Spread;
import topfive.chaos.Workload;
import topfive.chaos.World;
import topfive.chaos.point.Account;
import topfive.chaos.point.Feed;
import topfive.chaos.point.Finals;
import topfive.chaos.point.Noon;
import topfive.chaos.point.Push;
import topfive.chaos.point.Site;
import topfive.contract.Topics;
import topfive.standalone.Analysis;
import topfive.standalone.broker.Ports;

/**
 * All services in one process beside a broker in another, a feed that is read and documents that are handed in. Both processes are killed at
 * any moment and started again, the application also where it gave up by itself; at the end the day is closed.
 */
final class WholeProduct {
    private static final int LONGEST_LIFE_MS = 14_000;
    private static final int LONGEST_OUTAGE_MS = 4_000;

    private final Path folder;
    private final long seed;
    private final Random random;
    private final InstantSource clock;
    private final Journal journal;
    private final List<String> wrong = new ArrayList<>();
    private int gaveUp;

    WholeProduct(Path folder, long seed, InstantSource clock, Journal journal) {
        this.folder = folder;
        this.seed = seed;
        this.random = new Random(seed);
        this.clock = clock;
        this.journal = journal;
    }

    /** @return figures for the summary; what is wrong stands under "wrong" */
    Map<String, Object> run(int kills, int brokerKills, Analysis analysis) throws Exception {
        var days = Noon.days(clock);
        var today = days.at(clock.instant());
        var push = Ports.free();
        var page = Ports.free();
        var up = new ArrayList<Long>();
        try (var feed = Feed.start();
                var site = Site.in(
                        folder,
                        "all",
                        days,
                        "ingest: {port: " + push + "}",
                        "dashboard: {port: " + page + "}",
                        feed.settings());
                var publishers = new Publishers(feed, new Push(push), seed)) {
            site.app.start();
            publishers.begin();
            var poison = disturb(site, kills, brokerKills, up);
            publishers.stop();
            until("all that was begun is taken", site, publishers::haveEnded);
            until("it is ready", site, site.app::ready);
            var fed = publishers.fed().keySet();
            until(
                    "the feed is read",
                    site,
                    () -> Account.of(site.world).lost(fed).isEmpty());
            close(site, today);
            site.awaitClosed(today, site.app, wrong);
            wrong.addAll(publishers.complaints());
            var account = Account.of(site.world);
            account.lost(publishers.answered().keySet())
                    .forEach(id -> wrong.add("lost: answered with 2xx, not in the topic: " + id));
            account.lost(fed).forEach(id -> wrong.add("lost: in the feed, not in the topic: " + id));
            Finals.wrong(site.world, days, analysis).values().forEach(wrong::addAll);
            page(page, today, site.world);
            var letters = letters(site.world, poison);
            var figures = new LinkedHashMap<String, Object>();
            figures.put("kills", kills);
            figures.put("brokerKills", brokerKills);
            figures.put("gaveUp", gaveUp);
            figures.put("answered", publishers.answered().size());
            figures.put("sentTwice", publishers.duplicates());
            figures.put("fed", fed.size());
            figures.put("records", account.log().size());
            figures.put("twiceInTheLog", account.doubled().size());
            figures.put("insights", account.insights().size());
            figures.put("deadLetters", letters);
            figures.put("killToReadyMs", Spread.of(up));
            figures.put("wrong", List.copyOf(wrong));
            return figures;
        }
    }

    /** @return how many records it wrote that nobody can read */
    private int disturb(Site site, int kills, int brokerKills, List<Long> up) throws Exception {
        int broken = 0;
        for (int kill = 1; kill <= kills; kill++) {
            live(site, random.nextInt(LONGEST_LIFE_MS), up);
            if (broken < brokerKills && random.nextInt(kills - kill + 1) < brokerKills - broken) {
                broken++;
                site.broker().jvm().kill();
                journal.say("killed", "what", "broker", "times", broken);
                live(site, random.nextInt(LONGEST_OUTAGE_MS), new ArrayList<>());
                site.broker().start();
                site.broker().awaitReady(Site.PATIENCE);
                site.send(List.of(new Site.Sent(
                        Workload.POISON + broken, ("no document " + broken).getBytes(StandardCharsets.UTF_8))));
                live(site, random.nextInt(LONGEST_LIFE_MS), new ArrayList<>());
            }
            site.app.jvm().kill();
            journal.say("killed", "what", "application", "times", kill);
            site.app.start();
        }
        return broken;
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
            journal.say("gave up", "log", site.app.jvm().log().toString());
            site.app.start();
        }
    }

    private interface Check {
        boolean holds() throws InterruptedException;
    }

    private void until(String what, Site site, Check check) throws InterruptedException {
        var end = System.nanoTime() + Site.PATIENCE.toNanos();
        while (!check.holds()) {
            if (System.nanoTime() - end > 0) {
                wrong.add("not within " + Site.PATIENCE.toSeconds() + " s: " + what);
                return;
            }
            Thread.sleep(500);
            again(site);
        }
    }

    private void close(Site site, LocalDate today) throws Exception {
        var close = site.app.command("day-close", new String[0], "day", "close", today.toString());
        var status = close.status(Site.PATIENCE);
        if (status != 0) {
            wrong.add("day close ended with " + status + ", see " + close.log());
        }
    }

    /** What the page's API answers is the edition that stands in the topic, byte for byte. */
    private void page(int port, LocalDate today, World world) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + port + "/api/v1/days/" + today);
        var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var editions = Finals.found(world).getOrDefault(today, List.of());
        var last = new byte[0];
        var end = System.nanoTime() + Site.PATIENCE.toNanos() / 3;
        while (System.nanoTime() - end < 0) { // it reads the topic like anybody else
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            last = answer.body();
            if (answer.statusCode() == 200 && !editions.isEmpty() && Arrays.equals(last, editions.get(0))) {
                return;
            }
            Thread.sleep(200);
        }
        wrong.add("the page's API shows another edition than the topic: "
                + new String(last, 0, Math.min(120, last.length), StandardCharsets.UTF_8));
    }

    /** Each record that nobody can read is one dead letter, and there are no others. */
    private int letters(World world, int poison) {
        var letters = world.read(Topics.DEAD_LETTERS).stream().map(World::key).toList();
        for (int i = 1; i <= poison; i++) {
            var key = Workload.POISON + i;
            var times = letters.stream().filter(key::equals).count();
            if (times != 1) {
                wrong.add(key + ": " + times + " dead letters");
            }
        }
        if (letters.size() > poison) {
            wrong.add((letters.size() - poison) + " dead letters of what can be read: " + letters);
        }
        return letters.size();
    }
}
