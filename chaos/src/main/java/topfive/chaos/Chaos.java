package topfive.chaos;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import topfive.chaos.cluster.Net;
import topfive.chaos.cluster.Takeover;
import topfive.chaos.hostile.Hostile;
import topfive.chaos.lasting.Disk;
import topfive.chaos.lasting.Flood;
import topfive.chaos.lasting.Restarts;
import topfive.chaos.lasting.Restore;
import topfive.chaos.lasting.Soak;
import topfive.chaos.path.WholePath;
import topfive.chaos.point.Points;

/** The runs. Each says on its last line whether the oracle is content, and only then ends with 0. */
@Command(
        name = "chaos",
        description = "Disturbs the product and compares what it publishes with what it must.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "SCENARIO",
        subcommands = {
            Short.class,
            Kills.class,
            Points.class,
            WholePath.class,
            Takeover.class,
            Net.class,
            Hostile.class,
            Restarts.class,
            Restore.class,
            Disk.class,
            Soak.class,
            Flood.class
        })
public final class Chaos {
    Chaos() {}

    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    static CommandLine command() {
        return new CommandLine(new Chaos()).setCaseInsensitiveEnumValuesAllowed(true);
    }
}
