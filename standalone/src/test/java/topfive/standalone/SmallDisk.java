package topfive.standalone;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk of a few MiB in memory, to be filled. */
final class SmallDisk implements AutoCloseable {
    final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    /** Skips the test where nothing may be mounted. */
    static SmallDisk mounted(Path at, int mebibytes) throws IOException, InterruptedException {
        Files.createDirectories(at);
        assumeTrue(
                done("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "topfive-test", at.toString()),
                "no disk may be mounted on this machine");
        return new SmallDisk(at);
    }

    /** Nothing more can be written after it. */
    void fill() throws IOException {
        var filler = path.resolve("filler");
        try (var out = Files.newOutputStream(filler)) {
            var much = new byte[64 * 1024];
            while (true) {
                out.write(much);
            }
        } catch (IOException e) {
            if (Files.getFileStore(path).getUsableSpace() > 64 * 1024) {
                throw e;
            }
        }
    }

    void makeRoom() throws IOException {
        Files.delete(path.resolve("filler"));
    }

    private static boolean done(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) { // there is no such program
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            done("umount", "-l", path.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
