package topfive.standalone;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import topfive.contract.Document;
import topfive.contract.FromProducers;
import topfive.contract.Topics;
import topfive.standalone.config.Layers;
import topfive.standalone.config.ReadConfiguration;
import topfive.standalone.topic.Latest;

/** The documents of a written day, as ingest takes them in at 18:00 from the folder that stands in for the web. */
final class SampleDocuments {
    private static final Map<LocalDate, List<Document>> TAKEN = new HashMap<>();

    private SampleDocuments() {}

    static Path folder(LocalDate day) {
        return Path.of(System.getProperty("topfive.root", ".."))
                .resolve("samples")
                .resolve(day.toString());
    }

    /** Harvested once in a JVM: the same day is the same documents. */
    static List<Document> of(LocalDate day, Path data) {
        synchronized (TAKEN) {
            return TAKEN.computeIfAbsent(day, each -> harvested(each, data));
        }
    }

    private static List<Document> harvested(LocalDate day, Path data) {
        var folder = folder(day);
        var flags = Map.of(
                "data",
                data.toString(),
                "broker.port",
                "0",
                "dashboard.port",
                "0",
                "ingest.port",
                "0",
                "admin.port",
                "0");
        var layers = Layers.of(Optional.of(folder.resolve("topfive.yml")), Map.of(), flags);
        var configuration = new ReadConfiguration(layers, data, data).read();
        var six = day.atTime(LocalTime.of(18, 0)).toInstant(ZoneOffset.UTC);
        var manner = new Manner(InstantSource.fixed(six), Optional.of(folder.resolve("web")));
        try (var running = new Running()) {
            var services = Start.services(Start.Which.ALL, configuration, manner, running);
            services.harvestOnce();
            Map<String, FromProducers> taken = Latest.of(services.broker(), Topics.DOCUMENTS);
            return taken.values().stream()
                    .filter(Document.class::isInstance)
                    .map(Document.class::cast)
                    .toList();
        }
    }
}
