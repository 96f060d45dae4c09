package topfive.chaos.path;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import topfive.chaos.Folders;
import topfive.chaos.Journal;
import topfive.contract.AsksTheMachine;
import topfive.standalone.Analysis;

/** {@code chaos path}. */
@Command(
        name = "path",
        description =
                "Kills all of the product, and its broker, while a feed is read and documents are pushed: nothing lost, nothing doubled.")
public final class WholePath implements Callable<Integer> {
    @Option(names = "--kills", paramLabel = "N", description = "Of the application; ${DEFAULT-VALUE}.")
    private int kills = 30;

    @Option(names = "--broker-kills", paramLabel = "N", description = "At most as many as --kills; ${DEFAULT-VALUE}.")
    private int brokerKills = 5;

    @Option(names = "--short", description = "Three kills, one of the broker.")
    private boolean quick;

    @Option(names = "--seed", paramLabel = "N", description = "Of the moments.")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the raw log and the summary go.")
    private Path out = Path.of("chaos/target/runs");

    /** A little of it, in about a minute. */
    public static WholePath brief(long seed, Path out) {
        var path = new WholePath();
        path.quick = true;
        path.seed = seed;
        path.out = out;
        return path;
    }

    @Override
    @AsksTheMachine
    public Integer call() throws Exception {
        var clock = InstantSource.system();
        Files.createDirectories(out);
        var here = Files.createTempDirectory("path");
        var name = (quick ? "short-path-seed-" : "path-seed-") + seed;
        try (var journal = Journal.in(out.resolve(name + ".jsonl"));
                var analysis = Analysis.load()) {
            journal.say("begin", "seed", seed);
            var figures = new LinkedHashMap<String, Object>();
            figures.put("seed", seed);
            figures.putAll(new WholeProduct(here.resolve("product"), seed, clock, journal)
                    .run(quick ? 3 : kills, quick ? 1 : brokerKills, analysis));
            figures.put("tookMs", journal.now());
            journal.summary(out.resolve(name + ".json"), figures);
            var good = List.of().equals(figures.get("wrong"));
            Folders.deleteOrKeep(here, good);
            return good ? 0 : 1;
        }
    }
}
