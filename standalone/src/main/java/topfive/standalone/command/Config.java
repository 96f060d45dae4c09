package topfive.standalone.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import topfive.standalone.Refusal;
import topfive.standalone.broker.DataFolder;
import topfive.standalone.config.InitialFile;
import topfive.standalone.config.ShowConfiguration;
import topfive.standalone.topic.Broker;

/** {@code topfive config show|check|init}. */
@Command(name = "config", description = "Shows, checks or writes the settings.", synopsisSubcommandLabel = "COMMAND")
final class Config {

    @Command(name = "show", description = "Prints the settings in force and where each comes from; secrets as •••.")
    int show(@Mixin Setup setup) {
        var configuration = setup.configuration();
        var out = setup.surroundings().out();
        ShowConfiguration.lines(setup.layers(Map.of())).forEach(out::println);
        ShowConfiguration.lines(configuration.rules()).forEach(out::println);
        return 0;
    }

    @Command(
            name = "check",
            description = "Says whether the settings are valid; what the cluster says to them, `topfive doctor` asks.")
    int check(@Mixin Setup setup) {
        var configuration = setup.configuration();
        if (configuration.cluster().isPresent()) {
            Broker.of(configuration).mustBeSettings();
        }
        DataFolder.mustBeUsable(configuration.data());
        var file = setup.file().map(Path::toString).orElse("no topfive.yml, defaults in force");
        setup.surroundings().out().println("ok: " + file + ", " + Sources.counted(configuration));
        return 0;
    }

    @Command(name = "init", description = "Writes a commented topfive.yml.")
    int init(
            @Mixin Setup setup,
            @Parameters(paramLabel = "FILE", arity = "0..1", defaultValue = "topfive.yml") Path name) {
        var file = setup.surroundings().here().resolve(name);
        try {
            Files.writeString(file, InitialFile.text(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw Refusal.failed(file + " is there already", "name another file: topfive config init FILE", e);
        } catch (IOException e) {
            throw Refusal.failed(
                    "cannot write " + file + ": " + e.getMessage(), "name a file in a folder you can write", e);
        }
        setup.surroundings().err().println("wrote " + file);
        return 0;
    }
}
