package topfive.chaos.point;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import topfive.chaos.App;
import topfive.chaos.Journal;
import topfive.chaos.World;
import topfive.contract.Day;
import topfive.contract.Ids;
import topfive.contract.Topics;
import topfive.standalone.Analysis;
import topfive.standalone.broker.Ports;

/** Ingest dies between what it found and what it noted, and before and after an answer. At the end the day is closed, once for all. */
final class AtIngest implements Lane {
    private static final int AT_ONCE = 3;
    private static final String TEXT =
            "Workshops in Harl repair %d bicycles a week, because the city pays half of each repair and the owner learns how it is done.";

    private final List<Point> points;
    private final int trials;
    private final InstantSource clock;
    private final Journal journal;
    private final Set<String> documents = new HashSet<>();
    private final Set<String> letters = new HashSet<>();
    private Site site;
    private Feed feed;
    private Push push;
    private int number;

    /** @param trials of each point; those after the third, of what a visit passes, are one death after the other */
    AtIngest(List<Point> points, int trials, InstantSource clock, Journal journal) {
        this.points = List.copyOf(points);
        this.trials = trials;
        this.clock = clock;
        this.journal = journal;
    }

    @Override
    public boolean hasWork() {
        return !points.isEmpty();
    }

    @Override
    public List<Row> run(Path folder, Analysis analysis) throws Exception {
        var now = clock.instant();
        var days = Noon.days(clock);
        var rows = new ArrayList<Row>();
        var port = Ports.free();
        try (var publisher = Feed.start();
                var here = Site.in(folder, "ingest", days, "ingest: {port: " + port + "}", publisher.settings())) {
            feed = publisher;
            site = here;
            push = new Push(port);
            for (int trial = 1; trial <= trials; trial++) {
                for (var point : points) {
                    if (trial <= Points.TRIALS || point.isAt(Point.Place.HARVEST)) {
                        var row = row(point, trial);
                        Points.tell(journal, row);
                        rows.add(row);
                    }
                }
            }
            var today = days.at(now);
            var last = rows.remove(rows.size() - 1);
            var all = new ArrayList<>(last.wrong());
            all.addAll(afterAll());
            close(folder, days, today, all);
            rows.add(new Row(last.point(), last.trial(), last.pass(), last.fired(), last.again(), List.of(today), all));
            return Lane.judged(rows, Finals.wrong(site.world, days, analysis));
        }
    }

    private Row row(Point point, int trial) throws Exception {
        if (trial > Points.TRIALS) {
            return onceMore(point, trial);
        }
        return point.isAt(Point.Place.PUSH) ? pushed(point, trial) : harvested(point, trial);
    }

    private Row harvested(Point point, int trial) throws Exception {
        var isLetter = isLetter(point);
        var pass = trial == 2 ? 2 : 1;
        site.start(point.flag(pass));
        if (trial == 2 && point.passes() == 1) { // once a visit
            find(isLetter);
            site.watch.until(Site.PATIENCE, () -> wrong().isEmpty());
        }
        find(isLetter);
        var fired = site.died(Site.PATIENCE);
        var began = System.nanoTime();
        site.start();
        var again = inPeace(isLetter) ? (System.nanoTime() - began) / 1_000_000 : -1;
        var wrong = wrong();
        feed.breaks("");
        site.app.jvm().kill();
        return new Row(point, trial, pass, fired, again, List.of(), wrong);
    }

    /** Between this death and the one before nothing was noted that this one forbids. When it works again does not show. */
    private Row onceMore(Point point, int trial) throws Exception {
        find(isLetter(point));
        site.start(point.flag(1));
        var fired = site.died(Site.PATIENCE);
        return new Row(point, trial, 1, fired, -1, List.of(), List.of());
    }

    /** @return whether a visit has come to its end with nothing missing */
    private boolean inPeace(boolean isLetter) {
        var source = isLetter ? Feed.BROKEN : Feed.ID;
        var before = visits(source);
        return site.watch.until(Site.PATIENCE, () -> visits(source) > before && wrong().isEmpty());
    }

    private long visits(String source) {
        return site.world.read(Topics.SOURCES).stream()
                .filter(record -> source.equals(World.key(record)))
                .count();
    }

    private List<String> afterAll() {
        site.start();
        var visited = inPeace(false);
        site.app.close();
        var wrong = new ArrayList<>(wrong());
        if (!visited && wrong.isEmpty()) {
            wrong.add("the feed was not visited any more");
        }
        return wrong;
    }

    private static boolean isLetter(Point point) {
        return point.name().startsWith("letter");
    }

    /** Puts something out, and notes by what it will be known. */
    private void find(boolean isLetter) {
        if (isLetter) {
            var nonsense = "this is no feed, number " + number++;
            feed.breaks(nonsense);
            letters.add(Ids.sha256(nonsense.getBytes(StandardCharsets.UTF_8)));
            return;
        }
        for (int i = 0; i < AT_ONCE; i++) {
            documents.add(feed.publish(number, text(number)));
            number++;
        }
    }

    private static String text(int number) {
        return String.format(Locale.ROOT, TEXT, 100 + number);
    }

    /** Each document and each dead letter must be there once. */
    private List<String> wrong() {
        var wrong = new ArrayList<String>();
        var account = Account.of(site.world);
        account.lost(documents).forEach(id -> wrong.add("lost document " + id));
        account.doubled().forEach(each -> wrong.add("doubled document " + each.id()));
        var buried = site.world.read(Topics.DEAD_LETTERS).stream()
                .map(letter -> Ids.sha256(letter.value()))
                .toList();
        for (var letter : letters) {
            var times = buried.stream().filter(letter::equals).count();
            if (times != 1) {
                wrong.add(times + " dead letters of " + letter);
            }
        }
        return wrong;
    }

    private Row pushed(Point point, int trial) throws Exception {
        var pass = trial == 2 ? 2 : 1;
        site.start(point.flag(pass));
        var wrong = new ArrayList<String>();
        if (pass == 2) {
            push.insist("desk", number, text(number));
            number++;
        }
        var mine = number++;
        // answered or not: with the process the last bytes of an answer may go down
        var first = CompletableFuture.supplyAsync(() -> untilAsked(mine));
        var fired = site.died(Site.PATIENCE);
        var answer = first.get();
        if (answer.taken() && point.name().equals("push-safe")) {
            wrong.add("push " + mine + " was answered, and the process had died before");
        }
        var began = System.nanoTime();
        site.start();
        var second = push.insist("desk", mine, text(mine));
        var again = (System.nanoTime() - began) / 1_000_000;
        if (!second.duplicate()) {
            wrong.add("push " + mine + " was taken twice");
        }
        documents.add(second.id());
        site.app.jvm().kill();
        return new Row(point, trial, pass, fired, again, List.of(), wrong);
    }

    /** As soon as somebody listens, and then once. */
    private Push.Answer untilAsked(int mine) {
        try {
            while (site.app.jvm().alive()) {
                var answer = push.send("desk", mine, text(mine));
                if (answer.taken()) {
                    return answer;
                }
                Thread.sleep(50);
            }
            return new Push.Answer(0, "", false);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By a processor that comes only now. */
    private void close(Path folder, Day days, LocalDate today, List<String> wrong)
            throws InterruptedException, ExecutionException {
        try (var processor = App.in(
                folder.resolve("processor"),
                "processor",
                site.address(),
                "zone: \"" + days.zone() + "\"",
                "grace: " + days.grace().toSeconds() + "s")) {
            processor.start();
            site.fence(today);
            site.awaitClosed(today, processor, wrong);
        }
    }
}
