package topfive.standalone.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import topfive.standalone.Surroundings;

/** {@code topfive}: the list of commands. */
@Command(
        name = "topfive",
        description =
                "Reads podcasts and articles all day and publishes the five insights worth knowing, each with its sources.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.Provider.class,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:ok",
            "1:failed",
            "2:wrong usage",
            "3:nothing to report",
            "4:broker or service unreachable",
            "5:configuration invalid"
        },
        subcommands = {
            TryIt.class,
            Demo.class,
            IngestCommand.class,
            PushCommand.class,
            Inspect.class,
            Run.class,
            Top.class,
            Explain.class,
            ReplayCommand.class,
            Topics.class,
            DayCommand.class,
            Digests.class,
            Sources.class,
            DeadLetters.class,
            Config.class,
            Health.class,
            Doctor.class,
            Eval.class,
            Version.class
        })
public final class Root {
    private final Surroundings surroundings;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Say where an error happened, too.")
    private boolean verbose;

    public Root(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }
}
