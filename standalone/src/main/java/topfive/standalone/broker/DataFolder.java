package topfive.standalone.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;

/** The folder that holds the broker's log and the state: looked at before anything is started in it. */
public final class DataFolder {
    /** Where a disk is full Kafka ends the JVM at once, so there is no start this near to it. */
    private static final long ROOM_MIB = 64;

    private DataFolder() {}

    /**
     * @return free room, in MiB
     * @throws Refusal where it cannot be used
     */
    public static long mustBeUsable(Path data) {
        try {
            Files.createDirectories(data);
            Files.delete(Files.createTempFile(data, "can-be-written", ""));
            var free = Files.getFileStore(data).getUsableSpace() >> 20;
            if (free < ROOM_MIB) {
                throw Refusal.failed(
                        "the data folder " + data + " has " + free + " MiB left, at least " + ROOM_MIB + " are needed",
                        "make room on that disk, or name another folder with --data DIR");
            }
            mustBeOurs(data.resolve("broker").resolve("meta.properties"));
            return free;
        } catch (IOException e) {
            throw Refusal.failed(
                    "the data folder " + data + " cannot be written: " + e,
                    "name another folder with --data DIR, or make this one writable",
                    e);
        }
    }

    private static void mustBeOurs(Path meta) throws IOException {
        if (!Files.exists(meta)) {
            return;
        }
        var is = new Properties();
        try (var in = Files.newBufferedReader(meta, StandardCharsets.UTF_8)) {
            is.load(in);
        } catch (IllegalArgumentException e) {
            throw notOurs(meta, "cannot be read");
        }
        if (!"1".equals(is.getProperty("version"))) {
            throw notOurs(meta, "has version " + is.getProperty("version") + ", expected 1");
        }
        if (!("" + BrokerSettings.NODE).equals(is.getProperty("node.id"))) {
            throw notOurs(meta, "is of broker " + is.getProperty("node.id") + ", expected " + BrokerSettings.NODE);
        }
        if (is.getProperty("cluster.id", "").isBlank()) {
            throw notOurs(meta, "names no cluster");
        }
    }

    private static Refusal notOurs(Path meta, String why) {
        return Refusal.of(
                Exit.CONFIGURATION,
                meta + " " + why,
                "it was written by a newer topfive or by another Kafka: name another folder with --data DIR, or use that version");
    }
}
