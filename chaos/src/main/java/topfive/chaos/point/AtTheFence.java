package topfive.chaos.point;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import topfive.chaos.Stage;
import topfive.contract.Day;

/** {@code topfive day close} dies before, between and after its fences, and is called again. The processor lives. */
final class AtTheFence implements Lane {
    /** So long that the ticker leaves these days alone: they are closed by hand. */
    private static final Duration GRACE = Duration.ofDays(20);

    private static final int NOON = 12;

    private final List<Point> points;
    private final Random random;
    private final InstantSource clock;
    private final Stage stage;

    AtTheFence(List<Point> points, InstantSource clock, Stage stage) {
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
        var now = clock.instant();
        var zone = ZoneOffset.ofHours(NOON - now.atOffset(ZoneOffset.UTC).getHour());
        var days = new Day(zone, GRACE);
        var rows = new ArrayList<Row>();
        try (var site = Site.in(folder, "processor", days)) {
            site.start();
            site.app.awaitReady(Site.PATIENCE);
            var day = days.at(now).minusDays(2L * points.size() - 1);
            for (int trial = 1; trial <= 2; trial++) {
                for (var point : points) {
                    var pass = trial == 1 ? 1 : Math.min(point.passes(), 2 + random.nextInt(3));
                    var noon = day.atTime(LocalTime.NOON).toInstant(zone);
                    site.send(Articles.of(noon, noon.plusSeconds(300), rows.size()));
                    var arguments = new String[] {"day", "close", day.toString()};
                    var fired = Site.died(
                            site.app.command("day-close", new String[] {point.flag(pass)}, arguments), Site.PATIENCE);
                    var wrong = new ArrayList<String>();
                    var began = System.nanoTime();
                    var again = site.app.command("day-close", new String[0], arguments);
                    var status = again.status(Site.PATIENCE); // its fences are the second ones, perhaps
                    if (status == 0) {
                        site.sent.fence(day);
                    } else {
                        wrong.add(day + ": called again, it ended with " + status + ", see " + again.log());
                    }
                    var took = (System.nanoTime() - began) / 1_000_000;
                    var rest = site.awaitClosed(day, site.app, wrong);
                    var ms = rest < 0 ? -1 : took + rest;
                    var row = new Row(point, trial, pass, fired, ms, List.of(day), wrong);
                    Points.tell(stage, row);
                    rows.add(row);
                    day = day.plusDays(1);
                }
            }
            return Lane.judged(rows, site.differences(rows, days, stage));
        }
    }
}
