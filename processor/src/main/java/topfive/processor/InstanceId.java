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
            var id = Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip() : "";
            if (!id.matches("[0-9a-f-]{36}")) { // a kill or a bad disk may leave anything
                id = UUID.randomUUID().toString();
                Files.writeString(file, id, StandardCharsets.UTF_8);
            }
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the state folder " + state, e);
        }
    }
}
