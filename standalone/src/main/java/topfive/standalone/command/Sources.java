package topfive.standalone.command;

import picocli.CommandLine.Command;
import topfive.standalone.config.Configuration;

/** {@code topfive sources}: what is read, as topfive.yml lists it. */
@Command(
        name = "sources",
        description = "Lists, adds, tries, mutes and removes the sources in topfive.yml.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SourcesList.class,
            SourcesAdd.class,
            SourcesTest.class,
            SourcesMute.class,
            SourcesUnmute.class,
            SourcesRemove.class,
            SourcesImport.class,
            SourcesExport.class
        })
final class Sources {
    static String counted(Configuration configuration) {
        var count = configuration.sources().size();
        return count + (count == 1 ? " source" : " sources");
    }
}
