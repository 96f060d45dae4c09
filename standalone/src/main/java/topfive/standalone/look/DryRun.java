package topfive.standalone.look;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import topfive.ingest.Subscription;
import topfive.ingest.text.Unreadable;
import topfive.standalone.Refusal;
import topfive.standalone.Surroundings;
import topfive.standalone.config.Configuration;
import topfive.standalone.trial.TrialInput;

/** What a one-off would send: reads and fetches, but needs no broker and stores nothing. */
public final class DryRun {
    private DryRun() {}

    public static Taken of(List<Subscription> sources, Configuration configuration, Surroundings world) {
        var lines = new ArrayList<String>();
        var failures = new ArrayList<String>();
        for (var source : sources) {
            try {
                switch (source.kind()) {
                    case "feed" ->
                        Looked.at(source.url(), world, configuration).feed().items().stream()
                                .map(item -> "would read " + item.link() + "  " + item.headline())
                                .forEach(lines::add);
                    case "page" ->
                        lines.add("would send " + source.url() + "  "
                                + Looked.at(source.url(), world, configuration)
                                        .text(false)
                                        .title());
                    default -> files(source, world, lines, failures);
                }
            } catch (Unreadable | IOException | Refusal e) {
                failures.add(e.getMessage());
            }
        }
        return new Taken(lines, failures);
    }

    private static void files(Subscription source, Surroundings world, List<String> lines, List<String> failures) {
        var input = TrialInput.read(
                world.here(),
                List.of(Path.of(source.url())),
                null,
                world.clock().instant());
        input.documents().forEach(document -> lines.add("would send " + document.id() + "  " + document.title()));
        failures.addAll(input.failures());
    }
}
