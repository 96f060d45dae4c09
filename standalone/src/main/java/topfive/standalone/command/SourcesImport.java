package topfive.standalone.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.ingest.opml.Opml;
import topfive.ingest.text.Unreadable;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.source.Entry;
import topfive.standalone.source.FromList;

/** {@code topfive sources import}. */
@Command(name = "import", description = "Adds the feeds of an OPML file, as feed readers export it, to topfive.yml.")
final class SourcesImport implements Callable<Integer> {
    private static final long LARGEST = 16L * 1024 * 1024;

    @Mixin
    private Setup setup;

    @Parameters(paramLabel = "FILE.opml")
    private Path list;

    @Option(names = "--dry-run", description = "Only say what would be added.")
    private boolean dry;

    @Override
    public Integer call() {
        var file = SourcesFile.of(setup);
        var opml = read(setup.surroundings().here().resolve(list));
        var found = FromList.of(opml, file.sources());
        var world = setup.surroundings();
        opml.refused().forEach(why -> world.err().println("not taken: " + why));
        found.refused().forEach(why -> world.err().println("not taken: " + why));
        if (!dry && !found.sources().isEmpty()) {
            var after = new ArrayList<>(file.sources());
            after.addAll(found.sources());
            file.write(
                    file.text().with(found.sources().stream().map(Entry::yaml).toList()), after);
        }
        found.sources()
                .forEach(source -> world.out().println(source.id() + "  " + source.kind() + "  " + source.url()));
        var counted = found.sources().size() + " of " + opml.outlines().size() + " new";
        if (dry || found.sources().isEmpty()) {
            world.err().println(counted + (dry ? "; nothing was written" : ""));
        } else {
            file.tell(counted + ", added to " + file.path());
        }
        return found.sources().isEmpty() ? Exit.NOTHING : Exit.OK;
    }

    private static Opml read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw Refusal.failed(file + " is larger than 16 MiB", "divide it");
            }
            return Opml.read(Files.readAllBytes(file));
        } catch (Unreadable e) {
            throw Refusal.failed(file + ": " + e.getMessage(), "export it again, as OPML", e);
        } catch (IOException e) {
            throw Refusal.failed("cannot read " + file + ": " + e.getMessage(), "check the path", e);
        }
    }
}
