package topfive.chaos.point;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import topfive.chaos.App;
import topfive.chaos.Journal;
import topfive.contract.Day;
import topfive.contract.Document;
import topfive.contract.FromProducers;
import topfive.contract.Ids;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.standalone.Analysis;
import topfive.standalone.broker.Ports;

/** Ingest dies between what it found and what it noted, and before and after an answer. At the end the day is closed, once for all. */
final class AtIngest implements Lane {
    private static final int AT_ONCE = 3;
    private static final String TEXT =
            "Workshops in Harl repair %d bicycles a week, because the city pays half of each repair and the owner learns how it is done.";

    private final List<Point> points;
    private final InstantSource clock;
    private final Journal journal;
    private Site site;
    private Feed feed;
    private Push push;
    private int number;

    AtIngest(List<Point> points, InstantSource clock, Journal journal) {
        this.points = List.copyOf(points);
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
            for (int trial = 1; trial <= Points.TRIALS; trial++) {
                for (var point : points) {
                    var row = point.isAt(Point.Place.PUSH) ? pushed(point, trial) : harvested(point, trial);
                    Points.tell(journal, row);
                    rows.add(row);
                }
            }
            here.app.close();
            var today = days.at(now);
            var last = rows.remove(rows.size() - 1);
            var all = new ArrayList<>(last.wrong());
            close(folder, days, today, all);
            all.addAll(doubled());
            rows.add(new Row(last.point(), last.trial(), last.pass(), last.fired(), last.again(), List.of(today), all));
            return Lane.judged(rows, Finals.wrong(site.world, days, analysis));
        }
    }

    private Row harvested(Point point, int trial) throws Exception {
        var isLetter = point.name().startsWith("letter");
        var pass = trial == 2 ? 2 : 1;
        site.start(point.flag(pass));
        var ids = new ArrayList<String>();
        if (trial == 2 && point.passes() == 1) { // once a visit
            find(isLetter, ids);
            site.watch.until(Site.PATIENCE, () -> missing(isLetter, ids).isEmpty());
        }
        find(isLetter, ids);
        var fired = site.died(Site.PATIENCE);
        var began = System.nanoTime();
        site.start();
        site.watch.until(Site.PATIENCE, () -> missing(isLetter, ids).isEmpty());
        var wrong = new ArrayList<String>();
        missing(isLetter, ids).forEach(id -> wrong.add("lost " + (isLetter ? "dead letter " : "document ") + id));
        var again = wrong.isEmpty() ? (System.nanoTime() - began) / 1_000_000 : -1;
        feed.breaks("");
        site.app.jvm().kill();
        return new Row(point, trial, pass, fired, again, List.of(), wrong);
    }

    /** Puts something out, and notes by what it will be known. */
    private void find(boolean isLetter, List<String> ids) {
        if (isLetter) {
            var nonsense = "this is no feed, number " + number++;
            feed.breaks(nonsense);
            ids.add(Ids.sha256(nonsense.getBytes(StandardCharsets.UTF_8)));
            return;
        }
        for (int i = 0; i < AT_ONCE; i++) {
            ids.add(feed.publish(number, String.format(Locale.ROOT, TEXT, 100 + number)));
            number++;
        }
    }

    private List<String> missing(boolean isLetter, List<String> ids) {
        var there = new HashSet<String>();
        if (isLetter) {
            site.world.read(Topics.DEAD_LETTERS).forEach(letter -> there.add(Ids.sha256(letter.value())));
        } else {
            documents().forEach(document -> there.add(document.id()));
        }
        return ids.stream().filter(id -> !there.contains(id)).toList();
    }

    private Row pushed(Point point, int trial) throws Exception {
        var pass = trial == 2 ? 2 : 1;
        site.start(point.flag(pass));
        var wrong = new ArrayList<String>();
        if (pass == 2) {
            push.insist("desk", number, String.format(Locale.ROOT, TEXT, 100 + number));
            number++;
        }
        var mine = number++;
        var text = String.format(Locale.ROOT, TEXT, 100 + mine);
        // answered or not: with the process the last bytes of an answer may go down
        var first = CompletableFuture.supplyAsync(() -> untilAsked(mine, text));
        var fired = site.died(Site.PATIENCE);
        var answer = first.get();
        if (answer.taken() && point.name().equals("push-safe")) {
            wrong.add("push " + mine + " was answered, and the process had died before");
        }
        var began = System.nanoTime();
        site.start();
        var second = push.insist("desk", mine, text);
        if (!second.duplicate()) {
            wrong.add("push " + mine + " was taken twice");
        }
        site.app.jvm().kill();
        return new Row(point, trial, pass, fired, (System.nanoTime() - began) / 1_000_000, List.of(), wrong);
    }

    /** As soon as somebody listens, and then once. */
    private Push.Answer untilAsked(int mine, String text) {
        try {
            while (site.app.jvm().alive()) {
                var answer = push.send("desk", mine, text);
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

    private List<Document> documents() {
        var documents = new ArrayList<Document>();
        site.world.read(Topics.DOCUMENTS).forEach(record -> {
            if (Json.read(record.value(), FromProducers.class) instanceof Document document) {
                documents.add(document);
            }
        });
        return documents;
    }

    private List<String> doubled() {
        var times = new HashMap<String, Integer>();
        documents().forEach(each -> times.merge(each.id() + "/" + each.contentHash(), 1, Integer::sum));
        return times.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .map(Map.Entry::getKey)
                .map(each -> "doubled " + each)
                .toList();
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
