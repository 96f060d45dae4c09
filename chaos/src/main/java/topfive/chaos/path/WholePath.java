package topfive.chaos.path;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import topfive.chaos.Run;

/** {@code chaos path}. */
@Command(
        name = "path",
        description =
                "Kills all of the product, and its broker, while a feed is read and documents are pushed: nothing lost, nothing doubled.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
public final class WholePath implements Callable<Integer> {
    @Mixin
    private final Run run = new Run();

    @Option(names = "--kills", description = "how often the application dies")
    private int kills = 30;

    @Option(names = "--broker-kills", description = "how often the broker dies; at most as often as the application")
    private int brokerKills = 5;

    /** A little of it, in about a minute. */
    public static WholePath brief(long seed, Path out) {
        var path = new WholePath();
        path.run.brief(seed, out);
        path.kills = 3;
        path.brokerKills = 1;
        return path;
    }

    @Override
    public Integer call() throws IOException {
        return run.play("path", stage -> new WholeProduct(stage).run(kills, brokerKills));
    }
}
