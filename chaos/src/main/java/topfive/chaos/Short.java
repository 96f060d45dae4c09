package topfive.chaos;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import topfive.chaos.cluster.Net;
import topfive.chaos.cluster.Takeover;
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
        var status = kills().call();
        status = Math.max(status, Points.brief(seed, out).call());
        status = Math.max(status, WholePath.brief(seed, out).call());
        status = Math.max(status, Takeover.brief(seed).call());
        return Math.max(status, Net.brief(seed).call());
    }

    private Kills kills() {
        var kills = new Kills();
        kills.name = "short-kills";
        kills.seed = seed;
        kills.out = out;
        kills.kills = 8;
        kills.brokerKills = 2;
        kills.freezes = 2;
        kills.longestFreeze = 6;
        kills.damageEvery = 2; // deleted, truncated, overwritten, deleted
        kills.days = 3;
        kills.documents = 60;
        return kills;
    }
}
