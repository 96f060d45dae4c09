package topfive.standalone.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import topfive.standalone.Refusal;
import topfive.standalone.config.Configuration;
import topfive.standalone.config.Layers;
import topfive.standalone.config.ReadConfiguration;

/** The written sample day: its sources, and the folder that stands in for the web. */
record SampleDay(Path folder) {
    SampleDay {
        if (!Files.isRegularFile(folder.resolve("topfive.yml"))) {
            throw Refusal.failed("there is no sample day at " + folder, "take a complete copy of Topfive");
        }
    }

    Path web() {
        return folder.resolve("web");
    }

    /**
     * The user's own settings do not count: the demo must neither read their cluster nor write to it.
     *
     * @param standards what flags set
     */
    Configuration configuration(Path data, int port, Map<String, String> standards) {
        var flags = new HashMap<>(Map.of(
                "data", data.toString(),
                "dashboard.port", "" + port,
                "broker.port", "0",
                "ingest.port", "0",
                "admin.port", "0"));
        flags.putAll(standards);
        var layers = Layers.of(Optional.of(folder.resolve("topfive.yml")), Map.of(), flags);
        return new ReadConfiguration(layers, data, data).read();
    }
}
