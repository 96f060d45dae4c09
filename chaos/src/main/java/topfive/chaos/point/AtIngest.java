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
import topfive.chaos.Oracle;
import topfive.chaos.Published;
import topfive.chaos.Pushes;
import topfive.chaos.Stage;
import topfive.chaos.Wanted;
import topfive.chaos.Workload;
import topfive.chaos.World;
import topfive.contract.Day;
import topfive.contract.Ids;
import topfive.contract.Topics;
import topfive.standalone.broker.Ports;

/** Ingest dies between what it found and what it noted, and before and after an answer. At the end the day is closed, once for all. */
final class AtIngest implements Lane {
    private static final int AT_ONCE = 3;
    private static final String TEXT =
            "Workshops in Harl repair %d bicycles a week, because the city pays half of each repair and the owner learns how it is done.";

    private final List<Point> points;
    private final int trials;
    private final InstantSource clock;
    private final Stage stage;
    private final Set<String> letters = new HashSet<>();
    private Site site;
    private Feed feed;
    private Pushes pushes;
    private int number;

    /** @param trials of each point; those after the third, of what a visit passes, are one death after the other */
    AtIngest(List<Point> points, int trials, InstantSource clock, Stage stage) {
        this.points = List.copyOf(points);
        this.trials = trials;
        this.clock = clock;
        this.stage = stage;
    }

    @Override
    public boolean hasWork() {
        return !points.isEmpty();
    }

    @Override
    public List<Row> run(Path folder) throws Exception {
        var now = clock.instant();
        var days = Noon.days(clock);
        var rows = new ArrayList<Row>();
        var port = Ports.free();
        try (var publisher = Feed.start();
                var here = Site.in(folder, "ingest", days, "ingest: {port: " + port + "}", publisher.settings())) {
            feed = publisher;
            site = here;
            pushes = new Pushes(port, site.sent);
            for (int trial = 1; trial <= trials; trial++) {
                for (var point : points) {
                    if (trial <= Points.TRIALS || point.isAt(Point.Place.HARVEST)) {
                        var row = row(point, trial);
                        Points.tell(stage, row);
                        rows.add(row);
                    }
                }
            }
            var today = days.at(now);
            var wrong = new ArrayList<String>();
            inPeace(false, wrong);
            site.app.close();
            close(folder, days, today, wrong);
            wrong.addAll(differences(days));
            var last = rows.remove(rows.size() - 1);
            rows.add(last.closing(today).with(wrong));
            return rows;
        }
    }

    /** Without the letters that ingest itself wrote: of what became one nothing stands in the log. */
    private List<String> differences(Day days) {
        var found = Published.on(site.world);
        var ofTheLog = found.letters().stream()
                .filter(letter -> letter.origin().startsWith(Topics.DOCUMENTS.name()))
                .toList();
        return Oracle.differences(
                Wanted.on(site.world, days, Workload::isPoison),
                new Published(found.editions(), found.decisions(), found.insights(), ofTheLog));
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
            site.seen.until(Site.PATIENCE, () -> wrong().isEmpty());
        }
        find(isLetter);
        var fired = site.died(Site.PATIENCE);
        var wrong = new ArrayList<String>();
        var again = inPeace(isLetter, wrong);
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

    /**
     * Starts it, and waits until a visit has come to its end with nothing missing.
     *
     * @param wrong gets what is not as it must be then
     * @return milliseconds until then; -1: it did not come
     */
    private long inPeace(boolean isLetter, List<String> wrong) {
        var source = isLetter ? Feed.BROKEN : Feed.ID;
        var before = visits(source);
        var began = System.nanoTime();
        site.start();
        var came = site.seen.until(Site.PATIENCE, () -> visits(source) > before && wrong().isEmpty());
        wrong.addAll(wrong());
        if (!came && wrong.isEmpty()) {
            wrong.add(source + " was not visited within " + Site.PATIENCE.toSeconds() + " s");
        }
        return came ? (System.nanoTime() - began) / 1_000_000 : -1;
    }

    private long visits(String source) {
        return site.world.read(Topics.SOURCES).stream()
                .filter(record -> source.equals(World.key(record)))
                .count();
    }

    private static String document(int number) {
        return Pushes.document("desk", "https://desk.example/" + number, "Number " + number, text(number));
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
            site.sent.pushed(feed.publish(number, text(number)));
            number++;
        }
    }

    private static String text(int number) {
        return String.format(Locale.ROOT, TEXT, 100 + number);
    }

    /** Each document and each dead letter must be there once. */
    private List<String> wrong() {
        var log = site.world.read(Topics.DOCUMENTS);
        var wrong = new ArrayList<>(site.sent.differences(log));
        site.sent.pushedTwice(log).forEach(id -> wrong.add("doubled document " + id));
        var buried = site.world.read(Topics.DEAD_LETTERS).stream()
                .map(letter -> Ids.sha256(letter.value()))
                .toList();
        if (buried.size() > letters.size()) {
            wrong.add(buried.size() + " dead letters of " + letters.size() + " that cannot be read");
        }
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
            pushes.insist(document(number++), Site.PATIENCE);
        }
        var mine = number++;
        // answered or not: with the process the last bytes of an answer may go down
        var first = CompletableFuture.supplyAsync(() -> untilAsked(mine));
        var fired = site.died(Site.PATIENCE);
        if (first.get() && point.name().equals("push-safe")) {
            wrong.add("push " + mine + " was answered, and the process had died before");
        }
        var began = System.nanoTime();
        site.start();
        var second = pushes.insist(document(mine), Site.PATIENCE);
        var again = (System.nanoTime() - began) / 1_000_000;
        if (!second.duplicate()) {
            wrong.add("push " + mine + " was taken twice");
        }
        site.app.jvm().kill();
        return new Row(point, trial, pass, fired, again, List.of(), wrong);
    }

    /** As soon as somebody listens, and then once. */
    private boolean untilAsked(int mine) {
        try {
            while (site.app.jvm().alive()) {
                if (pushes.push(document(mine)).taken()) {
                    return true;
                }
                Thread.sleep(50);
            }
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By a processor that comes only now. */
    private void close(Path folder, Day days, LocalDate today, List<String> wrong)
            throws InterruptedException, ExecutionException {
        try (var processor = App.in(folder.resolve("processor"), "processor", site.address(), World.settings(days))) {
            processor.start();
            site.fence(today);
            site.awaitClosed(today, processor, wrong);
        }
    }
}
