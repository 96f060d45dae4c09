package topfive.standalone.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import topfive.standalone.Refusal;

/** One Topfive per data folder: a second one would end in a broker that dies half started. Released by the system when the process dies. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock on(Path data) {
        try {
            Files.createDirectories(data);
            var channel =
                    FileChannel.open(data.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw Refusal.failed(
                        "the data folder " + data + " is in use by another topfive",
                        "stop that one, or give this one its own folder with --data DIR");
            }
            return new FolderLock(channel);
        } catch (IOException e) {
            throw Refusal.failed(
                    "the data folder " + data + " cannot be written: " + e,
                    "name another folder with --data DIR, or make this one writable",
                    e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot release the data folder", e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) { // held by this very JVM
            return false;
        }
    }
}
