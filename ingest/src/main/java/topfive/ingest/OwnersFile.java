package topfive.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is widely known of owners stands in files of ours, so that a line mends it. */
final class OwnersFile {
    private OwnersFile() {}

    /** @return the lines that say something: neither blank nor a comment */
    static List<String> lines(String name) {
        try (var in = OwnersFile.class.getResourceAsStream("owners/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
