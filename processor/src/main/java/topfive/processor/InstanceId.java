package topfive.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Who this instance is to its group, for as long as its state lasts: another folder is another instance. */
final class InstanceId {
    private static final String FILE = "instance";

    private InstanceId() {}

    static String in(Path state) {
        try {
            var file = Files.createDirectories(state).resolve(FILE);
            if (!Files.exists(file) || Files.size(file) == 0) {
                Files.writeString(file, UUID.randomUUID().toString(), StandardCharsets.UTF_8);
            }
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the state folder " + state, e);
        }
    }
}
