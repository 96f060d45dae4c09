package topfive.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.DeadLetter;
import topfive.contract.Ids;
import topfive.ingest.desk.CopyDesk;

/** The files of a folder, or one file; each once, and again when it has changed. */
final class FolderHarvest {
    private static final Logger LOG = LoggerFactory.getLogger(FolderHarvest.class);

    /** What editors, browsers and copy programs leave while they write. */
    private static final String TEMPORARY =
            "\\..*|.*~|~.*|#.*#|(?i).*\\.(?:tmp|temp|part|partial|crdownload|download|swp|swx|bak|lock)";

    private final CopyDesk desk;

    FolderHarvest(CopyDesk desk) {
        this.desk = desk;
    }

    String read(Path path, Round round) {
        if (!Files.exists(path)) {
            return path + " does not exist";
        }
        var files = files(path);
        var reader = new FilesAsDocuments(desk, round.now());
        for (var file : files) {
            read(file, reader, round);
        }
        return files.isEmpty() ? path + " holds no files" : "";
    }

    private void read(Path file, FilesAsDocuments reader, Round round) {
        var key = round.source().id() + "\n" + file.toAbsolutePath().normalize();
        var fingerprint = fingerprint(file);
        if (round.batch().isUnchanged(key, fingerprint)) {
            return;
        }
        var outcome = reader.read(file, Optional.of(round.source()));
        if (outcome instanceof FilesAsDocuments.Outcome.Read read) {
            read.notes().forEach(note -> LOG.info("file={} note=\"{}\"", file, note));
            read.documents().forEach(round.batch()::document);
        } else if (outcome instanceof FilesAsDocuments.Outcome.Refused refused) {
            if (refused.reason().equals("unreadable")) {
                LOG.warn("file={} detail=\"{}\"", file, refused.why());
                return;
            }
            var letter = refused.reason().equals("too-large")
                    ? DeadLetter.cut(
                            null,
                            refused.bytes(),
                            refused.reason(),
                            "read",
                            refused.why(),
                            file.toUri().toString())
                    : DeadLetter.of(
                            null,
                            refused.bytes(),
                            refused.reason(),
                            "read",
                            refused.why(),
                            file.toUri().toString());
            round.batch().deadLetter(letter);
        }
        round.batch().done(key, fingerprint);
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().matches(TEMPORARY))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + path, e);
        }
    }

    private static String fingerprint(Path file) {
        try {
            return Ids.sha256(
                    Files.size(file) + "\n" + Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            return "";
        }
    }
}
