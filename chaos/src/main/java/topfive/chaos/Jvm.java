package topfive.chaos;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A JVM of its own, to be killed and frozen. What it says is appended to a file. None outlives the one that started it. */
public final class Jvm {
    private static final Set<Process> ALL = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALL.forEach(Process::destroyForcibly), "end all"));
    }

    private final Process process;
    private final Path log;

    private Jvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * @param folder where it works, and where NAME.log is
     * @param flags of the JVM, the class path among them
     */
    public static Jvm start(Path folder, String name, List<String> flags, String main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add(main);
        command.addAll(arguments);
        var log = folder.resolve(name + ".log");
        try {
            Files.createDirectories(folder);
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().put("OPT_OUT_TRACKING", "true");
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            var process = builder.start();
            ALL.add(process);
            process.onExit().thenAccept(ALL::remove);
            return new Jvm(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name + " in " + folder, e);
        }
    }

    /** The product's jars, as {@code build/chaos} names them; else what this JVM was started with. */
    public static String classPath() {
        return System.getProperty("topfive.chaos.product", System.getProperty("java.class.path"));
    }

    public Path log() {
        return log;
    }

    /** What it said at last, in one line. */
    public String lastLines() throws IOException {
        var lines = Files.readAllLines(log());
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 2), lines.size()));
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** kill -9, no power cut: what it gave the system to write will be written. Returns when it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** It stands still and keeps what it holds, connections included. */
    public void freeze() throws InterruptedException {
        signal("STOP");
    }

    public void thaw() throws InterruptedException {
        signal("CONT");
    }

    /**
     * SIGTERM.
     *
     * @return its exit status
     * @throws TimeoutException where it does not end in time; it goes on then
     */
    public int stop(Duration atMost) throws InterruptedException, TimeoutException {
        signal("TERM");
        return status(atMost);
    }

    /**
     * Waits until it ends by itself.
     *
     * @throws TimeoutException where it does not end in time; it goes on then
     */
    public int status(Duration atMost) throws InterruptedException, TimeoutException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new TimeoutException("still there after " + atMost.toSeconds() + " s, see " + log);
        }
        return process.exitValue();
    }

    private void signal(String name) throws InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        try {
            new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send SIG" + name, e);
        }
    }
}
