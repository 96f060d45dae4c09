package topfive.standalone.look;

import java.util.List;

/**
 * What a one-off did, or would do.
 *
 * @param failures one line for each source that could not be read
 */
public record Taken(List<String> lines, List<String> failures) {
    public Taken {
        lines = List.copyOf(lines);
        failures = List.copyOf(failures);
    }
}
