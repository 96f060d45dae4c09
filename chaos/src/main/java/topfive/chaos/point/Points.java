package topfive.chaos.point;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topfive.chaos.Run;
import topfive.chaos.Spread;
import topfive.chaos.Stage;
import topfive.contract.AsksTheMachine;

/** {@code chaos points}. */
@Command(
        name = "points",
        description =
                "Ends the product at every fail point, three times each, and starts it again: one FINAL a day, with the right bytes.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class Points implements Callable<Integer> {
    static final int TRIALS = 3;

    private static final int LANES = 3;

    @Option(names = "--only", paramLabel = "NAME", description = "these points; else all", split = ",")
    private List<String> only = List.of();

    @Option(
            names = "--trials",
            paramLabel = "N",
            description =
                    "of each where a source is visited; after the third one death follows the other, and nothing is noted in between")
    private int trials = TRIALS;

    @Mixin
    private final Run run = new Run();

    /** The last moments of a day, in about a minute. */
    public static Points brief(long seed, Path out) {
        var points = new Points();
        points.only = List.of("after-produce", "fence-written", "choose-told", "final-commit");
        points.trials = TRIALS + 2;
        points.run.brief(seed, out);
        return points;
    }

    @Override
    public Integer call() throws IOException {
        var points = points(); // a name that does not exist overwrites no earlier run
        return run.play(only.size() == 1 ? "points-" + only.get(0) : "points", stage -> play(stage, points));
    }

    @AsksTheMachine
    private void play(Stage stage, List<Point> points) throws Exception {
        stage.journal().log("points", "names", points.stream().map(Point::name).toList());
        var rows = rows(lanes(points, InstantSource.system(), stage), stage.folder());
        rows.forEach(row ->
                row.wrong().forEach(line -> stage.wrong(row.point().name() + ", trial " + row.trial() + ": " + line)));
        var wanted = points.size() * TRIALS + at(points, Point.Place.HARVEST).size() * Math.max(0, trials - TRIALS);
        var fired = rows.stream().filter(Row::fired).count();
        stage.must(fired == wanted, "died " + fired + " times of " + wanted);
        var table = Table.of(points, rows);
        System.out.print(table);
        stage.journal().beside(".md", table);
        put(stage, points, rows);
    }

    private List<Point> points() {
        var points = new ArrayList<Point>();
        only.forEach(name -> points.add(
                Point.named(name).orElseThrow(() -> new IllegalArgumentException("there is no fail point " + name))));
        return points.isEmpty() ? Point.ALL : points;
    }

    private Map<String, List<Lane>> lanes(List<Point> points, InstantSource clock, Stage stage) {
        var processor = at(points, Point.Place.PROCESSOR, Point.Place.START, Point.Place.AHEAD, Point.Place.LETTER);
        var half = (processor.size() + 1) / 2;
        var others = new ArrayList<Lane>();
        others.add(new AtIngest(
                at(points, Point.Place.HARVEST, Point.Place.PUSH), Math.max(TRIALS, trials), clock, stage));
        others.add(new AtTheFence(at(points, Point.Place.FENCE), clock, stage));
        others.add(new AtMidnight(at(points, Point.Place.TICKER, Point.Place.FENCE), clock, stage));
        var lanes = new LinkedHashMap<String, List<Lane>>();
        lanes.put("a", List.of(new AtTheProcessor(processor.subList(0, half), stage.seed(), stage)));
        lanes.put("b", List.of(new AtTheProcessor(processor.subList(half, processor.size()), stage.seed() + 1, stage)));
        lanes.put("c", others);
        return lanes;
    }

    private static List<Point> at(List<Point> points, Point.Place... places) {
        return points.stream().filter(point -> point.isAt(places)).toList();
    }

    private List<Row> rows(Map<String, List<Lane>> lanes, Path folder) throws Exception {
        var threads = Executors.newFixedThreadPool(LANES);
        try {
            var running = lanes.entrySet().stream()
                    .map(lane -> threads.submit(() -> {
                        var rows = new ArrayList<Row>();
                        for (var each : lane.getValue()) {
                            if (each.hasWork()) {
                                rows.addAll(each.run(folder.resolve(lane.getKey())
                                        .resolve(each.getClass().getSimpleName())));
                            }
                        }
                        return rows;
                    }))
                    .toList();
            var rows = new ArrayList<Row>();
            for (var each : running) {
                rows.addAll(each.get());
            }
            return rows;
        } finally {
            threads.shutdownNow();
        }
    }

    static void tell(Stage stage, Row row) {
        stage.journal()
                .say(
                        row.fired() ? "died" : "DID NOT DIE",
                        "point",
                        row.point().name(),
                        "trial",
                        row.trial(),
                        "pass",
                        row.pass(),
                        "againMs",
                        row.again(),
                        "days",
                        row.days(),
                        "wrong",
                        row.wrong());
    }

    private static void put(Stage stage, List<Point> points, List<Row> rows) {
        stage.put("points", points.size());
        stage.put("deaths", rows.size());
        stage.put("fired", rows.stream().filter(Row::fired).count());
        stage.put("good", rows.stream().filter(Row::good).count());
        stage.put("days", rows.stream().mapToInt(row -> row.days().size()).sum());
        for (var kind : Row.Kind.values()) {
            stage.put(
                    kind.figure,
                    Spread.of(rows.stream()
                            .filter(row -> row.kind() == kind && row.isMeasured())
                            .map(Row::again)
                            .toList()));
        }
    }
}
