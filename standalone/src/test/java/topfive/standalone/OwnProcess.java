package topfive.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own on the tests' class path, with its output in files: to be killed, or watched from outside. */
public record OwnProcess(Process process, Path out, Path err) implements AutoCloseable {

    /** @param before what the JVM runs under, e.g. strace; empty for nothing */
    public static OwnProcess start(Path folder, List<String> before, Class<?> main, String... arguments)
            throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dai.djl.offline=true",
                "-DDJL_CACHE_DIR=" + folder,
                "-DENGINE_CACHE_DIR=" + folder,
                "-Dtopfive.install=" + System.getProperty("topfive.root", ".."),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        var out = Files.createTempFile(folder, "out", ".txt");
        var err = Files.createTempFile(folder, "err", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(Map.of("OPT_OUT_TRACKING", "true"));
        return new OwnProcess(builder.start(), out, err);
    }

    public String said() throws IOException {
        return Files.readString(out, StandardCharsets.UTF_8);
    }

    public String talked() throws IOException {
        return Files.readString(err, StandardCharsets.UTF_8);
    }

    /** @return the exit status; what it said is in the message where it does not end in time */
    public int end(long seconds) throws IOException, InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("still runs after " + seconds + " s:\n" + talked());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
