package topfive.standalone.command;

import java.nio.file.Path;
import java.util.List;
import topfive.standalone.ForIngest;
import topfive.standalone.Refusal;
import topfive.standalone.Surroundings;
import topfive.standalone.config.ChangedFile;
import topfive.standalone.config.Configuration;
import topfive.standalone.config.InitialFile;
import topfive.standalone.config.Nearest;
import topfive.standalone.config.SourceEntry;
import topfive.standalone.source.SourcesText;

/** The topfive.yml that a command changes: the one in force, or a new one here. */
record SourcesFile(Configuration configuration, ChangedFile file, Surroundings world) {

    static SourcesFile of(Setup setup) {
        var world = setup.surroundings();
        var path = setup.file().orElseGet(() -> world.here().resolve("topfive.yml"));
        return new SourcesFile(
                setup.configuration(),
                ChangedFile.of(path, InitialFile.text(), world.environment(), world.home()),
                world);
    }

    SourcesText text() {
        return SourcesText.of(file.before());
    }

    List<SourceEntry> sources() {
        return configuration.sources();
    }

    Path path() {
        return file.file();
    }

    /** @throws Refusal and nothing is changed, where it would not be read as meant */
    void write(String after, List<SourceEntry> sources) {
        file.write(after, sources, found -> ForIngest.settings(found, true));
    }

    /** A running service has read the file when it started. */
    void tell(String what) {
        world.err().println(what + "; restart `topfive run` to take it up");
    }

    SourceEntry named(String id) {
        return named(id, configuration);
    }

    static SourceEntry named(String id, Configuration configuration) {
        var ids = configuration.sources().stream().map(SourceEntry::id).toList();
        return configuration.sources().stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.failed(
                        "there is no source " + id,
                        Nearest.to(id, ids)
                                .filter(near -> Nearest.distance(id, near) <= 1 + id.length() / 2)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("see them with: topfive sources list")));
    }
}
