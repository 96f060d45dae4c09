package topfive.chaos.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import topfive.chaos.App;
import topfive.chaos.World;

/** Several processors of one group, each a process with its own state folder. */
record Processors(List<App> all) implements AutoCloseable {
    static Processors in(Path folder, String bootstrapServers, int count) {
        return new Processors(IntStream.rangeClosed(1, count)
                .mapToObj(each ->
                        App.in(folder.resolve("processor-" + each), "processor", bootstrapServers, World.SETTINGS))
                .toList());
    }

    App get(int index) {
        return all.get(index);
    }

    /** What the group calls it. */
    static String instance(App processor) {
        try {
            var file = processor.state().resolve("instance");
            return Files.exists(file)
                    ? Files.readString(file, StandardCharsets.UTF_8).strip()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException("which instance it is", e);
        }
    }

    @Override
    public void close() {
        all.forEach(App::close);
    }
}
