package topfive.standalone.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import topfive.standalone.Refusal;

/**
 * A topfive.yml in which only the list of sources is changed. The new file takes the place of the old one in one step, and only after it
 * was read as the services will read it: with exactly the sources that are meant, and every other setting as it was.
 *
 * @param file may not exist yet
 * @param before its text, "" where there is none
 */
public record ChangedFile(Path file, String before, Map<String, String> environment, Path home) {

    /** @throws Refusal where it cannot be read */
    public static ChangedFile of(Path named, String unless, Map<String, String> environment, Path home) {
        try {
            var file = Files.exists(named) ? named.toRealPath() : named.toAbsolutePath();
            return new ChangedFile(file, Files.exists(file) ? Files.readString(file) : unless, environment, home);
        } catch (IOException e) {
            throw Refusal.configuration("cannot read " + named + ": " + e.getMessage(), "make it readable, as UTF-8");
        }
    }

    /**
     * @param after the whole new text
     * @param sources what must be read from it
     * @param check throws where the services would not take the settings
     * @throws Refusal and the old file stays
     */
    public void write(String after, List<SourceEntry> sources, Consumer<Configuration> check) {
        var trial = beside("new");
        try {
            Files.writeString(trial, after, StandardOpenOption.CREATE_NEW); // so that two commands never write at once
        } catch (FileAlreadyExistsException e) {
            throw Refusal.failed(
                    "another command is changing " + file + ", or was interrupted; nothing was changed",
                    "do it again, or delete " + trial + " if it stays",
                    e);
        } catch (IOException e) {
            throw unwritable(e);
        }
        try {
            reads(trial, sources, check);
            mustBeAsBefore();
            if (Files.exists(file)) {
                keepRights(trial);
            }
            Files.move(trial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            remove(trial);
        }
    }

    private Path beside(String ending) {
        return file.resolveSibling("." + file.getFileName() + "." + ending);
    }

    private Refusal unwritable(IOException e) {
        return Refusal.failed(
                "cannot write " + file + ": " + e.getMessage(),
                "make the file and its folder writable for this user",
                e);
    }

    private void reads(Path trial, List<SourceEntry> sources, Consumer<Configuration> check) throws IOException {
        try {
            var found = new ReadConfiguration(
                            Layers.of(Optional.of(trial), environment, Map.of()), home, file.getParent())
                    .read();
            check.accept(found);
            if (!found.sources().equals(sources) || !others(trial).equals(othersBefore())) {
                throw notPossible("the list of sources is written in a way that cannot be changed by a command");
            }
        } catch (Refusal e) {
            var what = e.getMessage().replace(trial.toString(), file.toString());
            throw e.status() == topfive.standalone.Exit.CONFIGURATION
                    ? Refusal.configuration(what + "; nothing was changed", e.remedy())
                    : e;
        }
    }

    private Map<String, String> othersBefore() throws IOException {
        var same = beside("old");
        try {
            Files.writeString(same, before);
            return others(same);
        } finally {
            remove(same);
        }
    }

    private static Map<String, String> others(Path file) {
        var others = new TreeMap<>(YamlFile.read(file));
        others.keySet().removeIf(name -> name.equals("sources") || name.startsWith("sources["));
        return others;
    }

    /** Somebody may have written it meanwhile, with an editor or by the same command. */
    private void mustBeAsBefore() throws IOException {
        var now = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : null;
        if (now != null && !now.equals(before)) {
            throw Refusal.failed(file + " was changed by somebody else just now; nothing was changed", "do it again");
        }
    }

    private void keepRights(Path trial) throws IOException {
        try {
            Files.setPosixFilePermissions(trial, Files.getPosixFilePermissions(file));
        } catch (
                UnsupportedOperationException
                        e) { // a system without such rights gives the new file those of its folder
            return;
        }
    }

    private static void remove(Path trial) {
        try {
            Files.deleteIfExists(trial);
        } catch (IOException e) { // what was asked for is done or refused; the next command names what is left over
            return;
        }
    }

    private Refusal notPossible(String why) {
        return Refusal.configuration(why + " in " + file, "write it as `topfive config init` does: one entry per line");
    }
}
