package topfive.chaos.point;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import topfive.chaos.Stage;
import topfive.chaos.Workload;
import topfive.chaos.World;

/** The processor dies while it closes a day, restores its state or buries a record. Day after day on one broker. */
final class AtTheProcessor implements Lane {
    private static final int DOCUMENTS_A_DAY = 8;

    private final List<Point> points;
    private final Map<LocalDate, List<Workload.Send>> documents = new HashMap<>();
    private final Random random;
    private final Stage stage;
    private Site site;
    private LocalDate next = Workload.FIRST;
    private int poison;

    AtTheProcessor(List<Point> points, long seed, Stage stage) {
        this.points = List.copyOf(points);
        this.random = new Random(seed);
        this.stage = stage;
        var day = Workload.FIRST;
        // two days for each trial are more than enough
        for (var step : Workload.of(seed, points.size() * 2 * Points.TRIALS + 1, DOCUMENTS_A_DAY)
                .steps()) {
            if (step instanceof Workload.Send send) {
                documents.computeIfAbsent(day, each -> new ArrayList<>()).add(send);
            } else {
                day = ((Workload.Close) step).day().plusDays(1);
            }
        }
    }

    @Override
    public boolean hasWork() {
        return !points.isEmpty();
    }

    @Override
    public List<Row> run(Path folder) throws Exception {
        var rows = new ArrayList<Row>();
        try (var here = Site.in(folder, "processor", World.DAYS)) {
            site = here;
            for (int trial = 1; trial <= Points.TRIALS; trial++) {
                for (var point : points) {
                    var row = row(point, trial);
                    Points.tell(stage, row);
                    rows.add(row);
                }
            }
            here.app.close();
            return Lane.judged(rows, here.differences(rows, World.DAYS, stage));
        }
    }

    /** The processor does not run when it begins. It is killed when it ends, at rest: what it still had to do would be done by the next. */
    private Row row(Point point, int trial) throws Exception {
        var later = trial == 2;
        var pass = !later ? 1 : point.passes() == 1 ? 2 : 2 + random.nextInt(point.passes() - 1);
        var days = new ArrayList<LocalDate>();
        var wrong = new ArrayList<String>();
        var fired = switch (point.place()) {
            case START -> whileRestoring(point, trial, days);
            case AHEAD -> whileAhead(point, pass, days);
            default -> whileRunning(point, pass, later, days);
        };
        if (trial == 3) {
            site.loseState();
        }
        site.start();
        var last = days.get(days.size() - 1);
        var again = site.awaitClosed(last, site.app, wrong);
        if (point.isAt(Point.Place.LETTER)) {
            for (int i = pass; i > 0; i--) {
                var key = Workload.POISON + (poison - i);
                if (!site.seen.until(Site.PATIENCE, () -> site.seen.letters(key) > 0)) {
                    wrong.add(key + ": no dead letter");
                }
            }
        }
        site.app.jvm().kill();
        return new Row(point, trial, point.isAt(Point.Place.START) ? 1 : pass, fired, again, days, wrong);
    }

    private boolean whileRunning(Point point, int pass, boolean later, List<LocalDate> days) throws Exception {
        site.start(point.flag(pass));
        if (later && point.isAt(Point.Place.LETTER)) {
            site.send(List.of(poison()));
            var first = Workload.POISON + (poison - 1);
            site.seen.until(Site.PATIENCE, () -> site.seen.letters(first) > 0);
        } else if (later && point.passes() == 1) { // once a day: so another day comes before
            var before = day(days);
            site.fence(before);
            site.awaitFinal(before);
        }
        var day = day(days);
        if (point.isAt(Point.Place.LETTER)) {
            site.send(List.of(poison()));
        }
        if (later) { // not all at once: the edition is open when its fence comes
            site.seen.until(
                    Site.PATIENCE,
                    () -> site.seen.isLive(day) || !site.app.jvm().alive());
        }
        site.fence(day);
        return site.died(Site.PATIENCE);
    }

    /** One partition has come to the next day before the others have come to the end of this one. */
    private boolean whileAhead(Point point, int pass, List<LocalDate> days) throws Exception {
        site.start(point.flag(pass));
        var day = day(days);
        site.fence(day, 0);
        var after = next;
        next = next.plusDays(1);
        days.add(after);
        site.send(documents.get(after), 0);
        if (point.name().equals("merge-ahead-placed")) {
            site.awaitRest(site.app);
            site.fence(day);
        }
        var fired = site.died(Site.PATIENCE);
        site.fence(day); // once more or for the first time
        site.fence(after);
        return fired;
    }

    /** First with nothing to do, then with a whole day and its fence in the log, then without the stores. */
    private boolean whileRestoring(Point point, int trial, List<LocalDate> days) throws Exception {
        var day = trial == 2 ? day(days) : null;
        if (trial == 2) {
            site.fence(day);
        }
        if (trial == 3) {
            site.loseState();
        }
        site.start(point.flag(1));
        var fired = site.died(Site.PATIENCE);
        if (trial != 2) {
            site.fence(day(days));
        }
        return fired;
    }

    /** The next day, its documents written. */
    private LocalDate day(List<LocalDate> days) throws Exception {
        var day = next;
        next = next.plusDays(1);
        days.add(day);
        site.send(documents.get(day));
        return day;
    }

    private Workload.Send poison() {
        var number = poison++;
        return new Workload.Send(Workload.POISON + number, ("no document " + number).getBytes(StandardCharsets.UTF_8));
    }
}
