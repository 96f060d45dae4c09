package topfive.chaos;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import topfive.chaos.cluster.Net;
import topfive.chaos.cluster.Takeover;
import topfive.chaos.hostile.Hostile;
import topfive.chaos.path.WholePath;
import topfive.chaos.point.Points;

/** What the build runs: a bit of everything, in a few minutes. */
@Command(
        name = "short",
        description = "A bit of every scenario, in a few minutes.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class Short implements Callable<Integer> {
    @Option(names = "--seed", description = "whatever is random is made of it")
    private long seed = 1;

    @Option(names = "--out", description = "where the raw logs and their summaries go")
    private Path out = Path.of("chaos/target/runs");

    @Override
    public Integer call() throws Exception {
        var status = Kills.brief(seed, out).call();
        status = Math.max(status, Points.brief(seed, out).call());
        status = Math.max(status, WholePath.brief(seed, out).call());
        status = Math.max(status, Hostile.brief(seed, out).call());
        status = Math.max(status, Takeover.brief(seed, out).call());
        return Math.max(status, Net.brief(seed, out).call());
    }
}
