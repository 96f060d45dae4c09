package topfive.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.DeadLetter;
import topfive.ingest.FilesAsDocuments.Outcome;
import topfive.ingest.desk.CopyDesk;

/**
 * The files of a folder, or one file: each once, and again when it has changed; then it is a revision of the same document, because a file
 * is known by its path within the folder. A deleted file says nothing.
 */
final class FolderHarvest {
    private static final Logger LOG = LoggerFactory.getLogger(FolderHarvest.class);

    /** Who writes slower than this leaves a pause in which the file looks done. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    /** As for everything that is published: older than this it is no news, whenever it is found. */
    private static final Duration NEWS = Duration.ofHours(72);

    private final CopyDesk desk;
    private final Memory memory;

    FolderHarvest(CopyDesk desk, Memory memory) {
        this.desk = desk;
        this.memory = memory;
    }

    /**
     * @param watched whether there will be another look; if not, all is read as it is
     * @return one line about the folder, "" when all is well
     */
    String read(Path path, Round round, boolean watched) {
        FolderLook look;
        try {
            look = Files.isDirectory(path) ? FolderLook.into(path) : FolderLook.at(path);
        } catch (IOException e) {
            return Files.exists(path) ? path + " cannot be read" : path + " does not exist";
        }
        int waiting = 0;
        for (var file : look.files()) {
            if (!watched || isSettled(file, round)) {
                read(file, round, watched);
            } else {
                waiting++;
            }
        }
        return detail(path, look, waiting);
    }

    /** Renaming changes a file's record but not its content: then it was written elsewhere, and is whole. */
    private boolean isSettled(FolderLook.Seen file, Round round) {
        if (!file.modified().isAfter(round.now().minus(SETTLED))
                || file.changed().isAfter(file.modified())) {
            return true;
        }
        var look = key(file, round) + "\nlook";
        boolean stoodStill = memory.isUnchanged(look, file.fingerprint());
        memory.rememberItem(look, file.fingerprint());
        return stoodStill;
    }

    private static String key(FolderLook.Seen file, Round round) {
        return round.source().id() + "\n" + file.name();
    }

    private static String detail(Path path, FolderLook look, int waiting) {
        var detail = look.files().isEmpty() ? path + " holds no files" : "";
        if (waiting > 0) {
            detail = waiting + (waiting == 1 ? " file is" : " files are") + " being written: read at the next look";
        }
        if (!look.refused().isEmpty()) {
            int more = look.refused().size() - 1;
            detail += (detail.isEmpty() ? "" : "; ") + "not read: "
                    + look.refused().get(0) + (more > 0 ? ", and " + more + " more" : "");
        }
        return detail;
    }

    private void read(FolderLook.Seen file, Round round, boolean watched) {
        var key = key(file, round);
        var fingerprint = file.fingerprint();
        if (round.batch().isUnchanged(key, fingerprint)) {
            return;
        }
        var outcome = new FilesAsDocuments(desk, round.now())
                .read(new OneFile(
                        file.path(),
                        Optional.of(round.source()),
                        file.name(),
                        round.now(),
                        published -> watched && isOld(published, file, round)));
        if (outcome instanceof Outcome.Read read) {
            read.notes().forEach(note -> LOG.info("file={} note=\"{}\"", file.path(), note));
            read.documents().forEach(round.batch()::document);
        } else if (outcome instanceof Outcome.Refused refused
                && !refused.reason().equals("missing")) {
            refused(refused, file.name(), round);
        }
        round.batch().done(key, fingerprint);
    }

    /** Without a date the file's own age tells: a folder read again from the start must not become today's news. */
    private static boolean isOld(Optional<Instant> published, FolderLook.Seen file, Round round) {
        return published
                .map(round::isBacklog)
                .orElseGet(() -> round.isBacklog(file.modified())
                        || file.modified().isBefore(round.now().minus(NEWS)));
    }

    private static void refused(Outcome.Refused refused, String name, Round round) {
        var origin = refused.file().toUri().toString();
        var letter = refused.reason().equals("too-large")
                ? DeadLetter.cut(name, refused.bytes(), refused.reason(), "read", refused.why(), origin)
                : DeadLetter.of(name, refused.bytes(), refused.reason(), "read", refused.why(), origin);
        round.batch().deadLetter(letter.of(round.source().id(), ""));
    }
}
