package topfive.standalone;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import topfive.contract.Readiness;

/** The room that is left where a service writes. A broker whose disk is full ends its process, a store that cannot write stalls. */
record DiskSpace(Path folder) {
    private static final long ENOUGH = 1L << 30;
    private static final int ONE_OF = 10;
    private static final double MEBIBYTE = 1 << 20;

    /** Ready above a tenth of the disk, or above 1 GiB, whichever is less. */
    Readiness readiness() {
        try {
            var store = Files.getFileStore(existing());
            return judged(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            return Readiness.not("the folder " + folder + " cannot be asked for its room: " + e.getMessage());
        }
    }

    Readiness judged(long free, long total) {
        var needed = Math.min(ENOUGH, total / ONE_OF);
        return free > needed
                ? Readiness.READY
                : Readiness.not(String.format(
                        Locale.ROOT,
                        "the disk of %s is full: %,.0f MiB free, %,.0f needed",
                        folder,
                        free / MEBIBYTE,
                        needed / MEBIBYTE));
    }

    /** Bytes; NaN where the folder cannot be asked. */
    double free() {
        return bytes(FileStore::getUsableSpace);
    }

    /** Bytes; NaN where the folder cannot be asked. */
    double total() {
        return bytes(FileStore::getTotalSpace);
    }

    private interface Asked {
        long of(FileStore store) throws IOException;
    }

    private double bytes(Asked asked) {
        try {
            return asked.of(Files.getFileStore(existing()));
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** Before the first start there is no folder yet. */
    private Path existing() {
        var path = folder.toAbsolutePath();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }
}
