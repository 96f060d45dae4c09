package topfive.chaos;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import topfive.contract.Json;

/** The raw log of a run: one JSON object per line, on disk as soon as it happened. For use by several threads. */
public final class Journal implements AutoCloseable {
    private final long began = System.nanoTime();
    private final Path file;
    private final BufferedWriter out;

    private Journal(Path file, BufferedWriter out) {
        this.file = file;
        this.out = out;
    }

    /** @param file is written anew */
    public static Journal in(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new Journal(file, Files.newBufferedWriter(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Milliseconds since the run began. */
    public long now() {
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** @param what pairs of a name and a value */
    public synchronized void log(String event, Object... what) {
        var line = new LinkedHashMap<String, Object>();
        line.put("ms", now());
        line.put("event", event);
        for (int i = 0; i < what.length; i += 2) {
            line.put((String) what[i], what[i + 1]);
        }
        write(new String(Json.bytes(line), StandardCharsets.UTF_8));
    }

    /** To the log and to whoever watches. */
    public void say(String event, Object... what) {
        log(event, what);
        var text = new StringBuilder(String.format(Locale.ROOT, "%7.1f s  %s", now() / 1000.0, event));
        for (int i = 0; i < what.length; i += 2) {
            text.append("  ").append(what[i]).append('=').append(what[i + 1]);
        }
        System.out.println(text);
    }

    /** The last line, and a file of its own that a report can quote. */
    public void summary(Path file, Map<String, Object> figures) {
        log("summary", "figures", figures);
        try {
            Files.writeString(file, Json.pretty(figures), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        System.out.print(Json.pretty(figures));
    }

    /** @param ending in place of that of the raw log, e.g. {@code .md}: of a file beside it */
    public void beside(String ending, String text) {
        var name = file.getFileName().toString().replaceFirst("\\.[^.]*$", ending);
        try {
            Files.writeString(file.resolveSibling(name), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + name, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the journal", e);
        }
    }

    private void write(String line) {
        try {
            out.write(line);
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the journal", e);
        }
    }
}
