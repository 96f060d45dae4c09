package topfive.standalone.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import topfive.standalone.Refusal;
import topfive.standalone.Surroundings;
import topfive.standalone.config.Configuration;
import topfive.standalone.config.Layers;
import topfive.standalone.config.ReadConfiguration;

/** The options by which every command finds its settings. */
final class Setup {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Settings; ./topfive.yml where there is one.")
    private Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder; ~/.topfive unless set.")
    private String data;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Any setting, e.g. --set zone=Europe/Berlin.")
    private Map<String, String> set = Map.of();

    Surroundings surroundings() {
        return ((Root) command.root().userObject()).surroundings();
    }

    Configuration configuration() {
        return configuration(Map.of());
    }

    /** @param flags what a flag of the command itself sets */
    Configuration configuration(Map<String, String> flags) {
        var world = surroundings();
        return new ReadConfiguration(layers(flags), world.home(), world.here()).read();
    }

    Layers layers(Map<String, String> more) {
        var flags = new HashMap<>(more);
        flags.putAll(set);
        if (data != null) {
            flags.put("data", data);
        }
        return Layers.of(file(), surroundings().environment(), flags);
    }

    Optional<Path> file() {
        if (config != null) {
            var file = surroundings().here().resolve(config);
            if (!Files.isRegularFile(file)) {
                throw Refusal.configuration(
                        "there is no file " + file, "write one with: topfive config init " + config);
            }
            return Optional.of(file);
        }
        return Optional.of(surroundings().here().resolve("topfive.yml")).filter(Files::isRegularFile);
    }
}
