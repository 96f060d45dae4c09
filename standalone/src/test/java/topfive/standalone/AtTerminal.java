package topfive.standalone;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** The command as its user runs it, in a folder that is everything to it: here, home and installation. */
public final class AtTerminal {
    public static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));

    private AtTerminal() {}

    public static int topfive(Path folder, StringWriter out, StringWriter err, String... arguments) {
        return topfive(folder, NOON, out, err, arguments);
    }

    public static int topfive(
            Path folder, InstantSource clock, StringWriter out, StringWriter err, String... arguments) {
        return Topfive.run(surroundings(folder, clock, false, out, err), arguments);
    }

    public static Surroundings surroundings(
            Path folder, InstantSource clock, boolean terminal, StringWriter out, StringWriter err) {
        return new Surroundings(
                Map.of(),
                folder,
                folder,
                folder,
                clock,
                terminal,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }
}
