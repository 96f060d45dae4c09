package topfive.chaos.lasting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small disk in memory. Taken away again whatever happens, also where this JVM is ended by a signal. */
final class Mount implements AutoCloseable {
    private final Path folder;
    private final Thread atTheEnd = new Thread(this::unmount, "unmount");

    private Mount(Path folder) {
        this.folder = folder;
    }

    /**
     * Needs root on Linux.
     *
     * @throws IOException with what mount said
     */
    static Mount tmpfs(Path folder, int mebibytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        must("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "tmpfs", folder.toString());
        var mount = new Mount(folder);
        Runtime.getRuntime().addShutdownHook(mount.atTheEnd);
        return mount;
    }

    void enlarge(int mebibytes) throws IOException, InterruptedException {
        must("mount", "-o", "remount,size=" + mebibytes + "m", folder.toString());
    }

    long free() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** Writes a file that takes all the room but so many bytes. */
    void fill(long butBytes) throws IOException {
        var chunk = new byte[64 * 1024];
        try (var out = Files.newOutputStream(folder.resolve("ballast"))) {
            for (var left = free() - butBytes; left > 0; left -= chunk.length) {
                out.write(chunk, 0, (int) Math.min(left, chunk.length));
            }
        }
    }

    void empty() throws IOException {
        Files.deleteIfExists(folder.resolve("ballast"));
    }

    @Override
    public void close() {
        unmount();
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
    }

    /** Lazily: whoever still has a file open keeps it until he ends. */
    private void unmount() {
        try {
            must("umount", "-l", folder.toString());
        } catch (IOException e) {
            System.err.println(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void must(String... command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }
}
