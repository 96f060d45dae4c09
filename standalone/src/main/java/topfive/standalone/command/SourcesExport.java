package topfive.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import topfive.ingest.opml.Opml;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.config.SourceEntry;
import topfive.standalone.source.ToList;

/** {@code topfive sources export}. */
@Command(name = "export", description = "Writes the sources as OPML 2.0, for another feed reader or another Topfive.")
final class SourcesExport implements Callable<Integer> {
    @Mixin
    private Setup setup;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "Printed where none is named.")
    private Path file;

    @Override
    public Integer call() {
        var world = setup.surroundings();
        var sources = setup.configuration().sources();
        sources.stream()
                .filter(SourceEntry::isLocal)
                .forEach(source -> world.err()
                        .println("left out: " + source.id() + " is a " + source.kind() + " of this machine"));
        var outlines = sources.stream()
                .filter(source -> !source.isLocal())
                .map(ToList::outline)
                .toList();
        if (outlines.isEmpty()) {
            world.err().println("no sources to export");
            return Exit.NOTHING;
        }
        var text = new Opml("Topfive sources", outlines, List.of())
                .write(world.clock().instant());
        if (file == null) {
            world.out().print(text);
            world.out().flush();
        } else {
            write(world.here().resolve(file), text);
            world.err()
                    .println("wrote " + outlines.size() + " to " + world.here().resolve(file));
        }
        return Exit.OK;
    }

    private static void write(Path to, String text) {
        try {
            Files.writeString(to, text);
        } catch (IOException e) {
            throw Refusal.failed(
                    "cannot write " + to + ": " + e.getMessage(), "name a file in a folder you can write", e);
        }
    }
}
