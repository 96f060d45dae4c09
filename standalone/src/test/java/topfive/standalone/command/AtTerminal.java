package topfive.standalone.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import topfive.standalone.Surroundings;
import topfive.standalone.Topfive;

/** The command as its user runs it, in a folder that is everything to it: here, home and installation. */
final class AtTerminal {
    private AtTerminal() {}

    static int topfive(Path folder, StringWriter out, StringWriter err, String... arguments) {
        var surroundings = new Surroundings(
                Map.of(),
                folder,
                folder,
                folder,
                InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z")),
                false,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return Topfive.run(surroundings, arguments);
    }
}
