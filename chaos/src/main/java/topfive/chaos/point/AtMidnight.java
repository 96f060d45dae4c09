package topfive.chaos.point;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import topfive.chaos.Stage;
import topfive.contract.Day;

/**
 * The processor dies while its own ticker closes the day, by the machine's clock: the zone is one whose midnight is near. In the second
 * trial it comes up only after midnight; in the third its state is lost, too. A broker for each, since a clock cannot be turned back.
 */
final class AtMidnight implements Lane {
    private static final Duration GRACE = Duration.ofSeconds(2);

    /** The articles are written by then. */
    private static final Duration AHEAD = Duration.ofSeconds(12);

    private final List<Point> points;
    private final Random random;
    private final InstantSource clock;
    private final Stage stage;

    AtMidnight(List<Point> points, InstantSource clock, Stage stage) {
        this.points = List.copyOf(points);
        this.random = new Random(stage.seed());
        this.clock = clock;
        this.stage = stage;
    }

    @Override
    public boolean hasWork() {
        return !points.isEmpty();
    }

    @Override
    public List<Row> run(Path folder) throws Exception {
        var rows = new ArrayList<Row>();
        for (var point : points) {
            // what closes a day by hand dies elsewhere: here it is the ticker that does so
            for (int trial = point.isAt(Point.Place.TICKER) ? 1 : Points.TRIALS; trial <= Points.TRIALS; trial++) {
                var row = row(folder.resolve(point.name() + "-" + trial), point, trial);
                Points.tell(stage, row);
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row(Path folder, Point point, int trial) throws Exception {
        var pass = point.passes() == 1 ? 1 : 2 + random.nextInt(point.passes() - 1);
        var ofTheZone = new AtomicReference<Day>();
        try (var site = Site.in(folder, "processor", () -> {
            ofTheZone.set(new Day(zone(soon()), GRACE));
            return ofTheZone.get();
        })) {
            var days = ofTheZone.get();
            var day = days.at(clock.instant());
            var midnight = days.closesAt(day).minus(GRACE);
            site.send(
                    Articles.of(midnight.minus(Duration.ofMinutes(10)), midnight.minus(Duration.ofMinutes(5)), trial));
            if (clock.instant().isAfter(midnight)) {
                return new Row(point, trial, pass, false, -1, List.of(), List.of("midnight came before the articles"));
            }
            if (trial == 2) {
                site.seen.until(AHEAD.plus(GRACE), () -> !clock.instant().isBefore(midnight.plus(GRACE)));
            }
            site.start(point.flag(pass));
            var fired = site.died(Site.PATIENCE);
            if (trial == 3) {
                site.loseState();
            }
            site.start();
            var wrong = new ArrayList<String>();
            var again = site.awaitClosed(day, site.app, wrong);
            site.app.close();
            var row = new Row(point, trial, pass, fired, again, List.of(day), wrong);
            return row.with(site.differences(List.of(row), days, stage));
        }
    }

    private Instant soon() {
        return Instant.ofEpochSecond(clock.instant().plus(AHEAD).getEpochSecond());
    }

    /** Where it is midnight at this instant. */
    static ZoneOffset zone(Instant midnight) {
        int since = midnight.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
        int day = LocalTime.MAX.toSecondOfDay() + 1;
        return ZoneOffset.ofTotalSeconds(since <= day / 2 ? -since : day - since);
    }
}
