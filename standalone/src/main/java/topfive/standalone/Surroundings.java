package topfive.standalone;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * What the command finds around it; a test gives it another world.
 *
 * @param out data, nothing else
 * @param err talk
 * @param terminal whether out is a terminal: then colours may be used
 * @param install where samples/ stands
 */
public record Surroundings(
        Map<String, String> environment,
        Path home,
        Path here,
        Path install,
        InstantSource clock,
        boolean terminal,
        PrintWriter out,
        PrintWriter err) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
