package topfive.standalone.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import topfive.standalone.Refusal;

/** Where the demo keeps its data while it runs; removed when closed, unless it is to be kept. */
final class DemoFolder implements AutoCloseable {
    private final Path path;
    private final boolean keep;

    DemoFolder(boolean keep) {
        this.keep = keep;
        try {
            this.path = Files.createTempDirectory("topfive-demo");
        } catch (IOException e) {
            throw Refusal.failed(
                    "cannot make a temporary folder: " + e.getMessage(),
                    "set TOPFIVE_CACHE to a folder that can be written",
                    e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (keep) {
            return;
        }
        try (var inside = Files.walk(path)) {
            inside.sorted(Comparator.reverseOrder()).forEach(DemoFolder::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path, e);
        }
    }
}
