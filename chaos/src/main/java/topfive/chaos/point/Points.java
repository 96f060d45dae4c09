package topfive.chaos.point;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import topfive.chaos.Folders;
import topfive.chaos.Journal;
import topfive.chaos.Spread;
import topfive.contract.AsksTheMachine;
import topfive.standalone.Analysis;

/** {@code chaos points}. */
@Command(
        name = "points",
        description =
                "Ends the product at every fail point, three times each, and starts it again: one FINAL a day, with the right bytes.")
public final class Points implements Callable<Integer> {
    static final int TRIALS = 3;

    private static final int LANES = 3;

    @Option(names = "--only", paramLabel = "NAME", description = "These points; else all.", split = ",")
    private List<String> only = List.of();

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Of each, at ingest; more than three are deaths with nothing noted in between. ${DEFAULT-VALUE}.")
    private int trials = TRIALS;

    @Option(names = "--seed", paramLabel = "N", description = "Of the documents and of which later pass it is.")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the raw log, the table and the summary go.")
    private Path out = Path.of("chaos/target/runs");

    /** The last moments of a day, in about a minute. */
    public static Points brief(long seed, Path out) {
        var points = new Points();
        points.only = List.of("after-produce", "fence-written", "choose-told", "final-commit");
        points.trials = TRIALS + 2;
        points.seed = seed;
        points.out = out;
        return points;
    }

    @Override
    @AsksTheMachine
    public Integer call() throws Exception {
        var clock = InstantSource.system();
        var points = points();
        Files.createDirectories(out);
        try (var journal = Journal.in(out.resolve(name() + ".jsonl"));
                var analysis = Analysis.load()) {
            journal.say(
                    "begin",
                    "seed",
                    seed,
                    "points",
                    points.stream().map(Point::name).toList());
            var folder = Files.createTempDirectory("points");
            var rows = rows(lanes(points, clock, journal), folder, analysis);
            rows.forEach(row -> row.wrong()
                    .forEach(line ->
                            journal.say("wrong", "point", row.point().name(), "trial", row.trial(), "what", line)));
            var table = Table.of(points, rows);
            Files.writeString(out.resolve(name() + ".md"), table, StandardCharsets.UTF_8);
            System.out.print(table);
            journal.summary(out.resolve(name() + ".json"), figures(points, rows, journal.now()));
            var wanted = points.size() * TRIALS
                    + at(points, Point.Place.HARVEST).size() * Math.max(0, trials - TRIALS);
            var good = rows.size() == wanted && rows.stream().allMatch(Row::good);
            Folders.deleteOrKeep(folder, good);
            return good ? 0 : 1;
        }
    }

    private String name() {
        return "points-seed-" + seed;
    }

    private List<Point> points() {
        var points = new ArrayList<Point>();
        only.forEach(name -> points.add(
                Point.named(name).orElseThrow(() -> new IllegalArgumentException("there is no fail point " + name))));
        return points.isEmpty() ? Point.ALL : points;
    }

    private Map<String, List<Lane>> lanes(List<Point> points, InstantSource clock, Journal journal) {
        var processor = at(points, Point.Place.PROCESSOR, Point.Place.START, Point.Place.AHEAD, Point.Place.LETTER);
        var half = (processor.size() + 1) / 2;
        var others = new ArrayList<Lane>();
        others.add(new AtIngest(at(points, Point.Place.HARVEST, Point.Place.PUSH), Math.max(TRIALS, trials), clock, journal));
        others.add(new AtTheFence(at(points, Point.Place.FENCE), seed, clock, journal));
        others.add(new AtMidnight(at(points, Point.Place.TICKER, Point.Place.FENCE), seed, clock, journal));
        var lanes = new LinkedHashMap<String, List<Lane>>();
        lanes.put("a", List.of(new AtTheProcessor(processor.subList(0, half), seed, journal)));
        lanes.put("b", List.of(new AtTheProcessor(processor.subList(half, processor.size()), seed + 1, journal)));
        lanes.put("c", others);
        return lanes;
    }

    private static List<Point> at(List<Point> points, Point.Place... places) {
        return points.stream().filter(point -> point.isAt(places)).toList();
    }

    private List<Row> rows(Map<String, List<Lane>> lanes, Path folder, Analysis analysis) throws Exception {
        var threads = Executors.newFixedThreadPool(LANES);
        try {
            var running = lanes.entrySet().stream()
                    .map(lane -> threads.submit(() -> {
                        var rows = new ArrayList<Row>();
                        for (var each : lane.getValue()) {
                            if (each.hasWork()) {
                                rows.addAll(each.run(
                                        folder.resolve(lane.getKey())
                                                .resolve(each.getClass().getSimpleName()),
                                        analysis));
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

    static void tell(Journal journal, Row row) {
        journal.say(
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

    private Map<String, Object> figures(List<Point> points, List<Row> rows, long took) {
        var figures = new LinkedHashMap<String, Object>();
        figures.put("seed", seed);
        figures.put("points", points.size());
        figures.put("deaths", rows.size());
        figures.put("fired", rows.stream().filter(Row::fired).count());
        figures.put("good", rows.stream().filter(Row::good).count());
        figures.put("days", rows.stream().mapToInt(row -> row.days().size()).sum());
        for (var kind : Row.Kind.values()) {
            figures.put(
                    kind.figure,
                    Spread.of(rows.stream()
                            .filter(row -> row.kind() == kind && row.isMeasured())
                            .map(Row::again)
                            .toList()));
        }
        figures.put("tookMs", took);
        return figures;
    }
}
