package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;

class TablesTest {
    @TempDir
    private Path folder;

    @Test
    void a_block_that_ends_every_scan_without_a_word_is_named() throws Exception {
        var state = folder.resolve("state");
        assertThat(Tables.damaged(state)).as("no state yet").isEmpty();

        var table = filled(state.resolve("store"));
        assertThat(Tables.damaged(state)).isEmpty();

        try (var file = new RandomAccessFile(table.toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(new byte[] {1, 2, 3, 4});
        }
        assertThat(scanned(state.resolve("store"))).as("without a word").isLessThan(10_000);
        assertThat(Tables.damaged(state))
                .hasValueSatisfying(
                        line -> assertThat(line).startsWith(table + ": ").contains("checksum"));
    }

    private static Path filled(Path store) throws Exception {
        Files.createDirectories(store);
        try (var database = RocksDB.open(store.toString());
                var flush = new FlushOptions()) {
            for (int i = 0; i < 10_000; i++) {
                database.put(key(i), key(i * 31));
            }
            database.flush(flush);
        }
        try (var files = Files.list(store)) {
            return files.filter(path -> path.toString().endsWith(".sst"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int scanned(Path store) throws Exception {
        int records = 0;
        try (var database = RocksDB.openReadOnly(store.toString());
                var all = database.newIterator()) {
            for (all.seekToFirst(); all.isValid(); all.next()) {
                records++;
            }
        }
        return records;
    }

    private static byte[] key(int number) {
        return Integer.toString(number).getBytes(StandardCharsets.UTF_8);
    }
}
