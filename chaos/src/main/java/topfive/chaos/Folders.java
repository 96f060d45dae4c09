package topfive.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** What happens to a folder while nobody looks. */
public final class Folders {
    private static final List<Predicate<Path>> DATA = List.of(
            path -> path.toString().endsWith(".sst"),
            path -> path.toString().endsWith(".log"),
            path -> path.getFileName().toString().startsWith("MANIFEST"));

    private Folders() {}

    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** What a run left behind is looked at only where it went wrong. */
    public static void deleteOrKeep(Path folder, boolean good) throws IOException {
        if (good) {
            delete(folder);
        } else {
            System.err.println("kept: " + folder);
        }
    }

    /** @return bytes of all its files; 0 where it is not there */
    public static long size(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (var all = Files.walk(folder)) {
            return all.mapToLong(
                            path -> Files.isRegularFile(path) ? path.toFile().length() : 0)
                    .sum();
        }
    }

    /**
     * Tables, logs and manifests by turns, as far as there are any: only what is read again can do harm.
     *
     * @param turn how many were drawn before
     * @return one of its files that is not empty, below any depth; null where there is none
     */
    public static Path dataFile(Path folder, int turn, Random random) throws IOException {
        if (!Files.exists(folder)) {
            return null;
        }
        try (var all = Files.walk(folder)) {
            var files = all.filter(
                            path -> Files.isRegularFile(path) && path.toFile().length() > 0)
                    .sorted()
                    .toList();
            var kinds = DATA.stream()
                    .map(kind -> files.stream().filter(kind).toList())
                    .filter(kind -> !kind.isEmpty())
                    .toList();
            var some = kinds.isEmpty() ? files : kinds.get(turn % kinds.size());
            return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
        }
    }

    /** As a disk leaves it that lost its last blocks. */
    public static void truncate(Path file, Random random) throws IOException {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(random.nextLong(channel.size()));
        }
    }

    /** As long as before, and none of it as before. */
    public static void overwrite(Path file, Random random) throws IOException {
        var rubbish = new byte[(int) Math.min(Files.size(file), 1 << 20)];
        random.nextBytes(rubbish);
        Files.write(file, rubbish, StandardOpenOption.WRITE);
    }
}
