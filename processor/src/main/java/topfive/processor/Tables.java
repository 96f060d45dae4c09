package topfive.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;

/**
 * The files of the state's stores, read once before anything is made of them. At a block that it cannot read a scan of a store ends as at
 * its end: RocksDB knows why, and Kafka Streams (4.3.1) does not ask.
 */
final class Tables {
    private Tables() {}

    /** @return the first file that is not as it was written, and why; none where there is no state, or none that may be read */
    static Optional<String> damaged(Path state) {
        RocksDB.loadLibrary();
        try (var all = Files.walk(state)) {
            return all.filter(path -> path.toString().endsWith(".sst"))
                    .flatMap(table -> damage(table).stream())
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty(); // whoever opens the stores says what stands in the way
        }
    }

    private static Optional<String> damage(Path table) {
        try (var options = new Options();
                var reader = new SstFileReader(options)) {
            reader.open(table.toString());
            reader.verifyChecksum();
            return Optional.empty();
        } catch (RocksDBException e) {
            return Optional.of(table + ": " + e.getMessage());
        }
    }
}
