package topfive.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    private final Random random = new Random(1);

    @TempDir
    private Path folder;

    @Test
    void a_truncated_file_is_a_shorter_beginning_of_what_it_was() throws Exception {
        var file = Files.writeString(folder.resolve("000009.sst"), "0123456789".repeat(100));
        Folders.truncate(file, random);
        assertThat("0123456789".repeat(100)).startsWith(Files.readString(file));
        assertThat(Files.size(file)).isLessThan(1_000);
    }

    @Test
    void an_overwritten_file_is_as_long_as_it_was_and_another() throws Exception {
        var file = Files.writeString(folder.resolve("CURRENT"), "MANIFEST-000005\n");
        Folders.overwrite(file, random);
        assertThat(file).hasSize(16);
        assertThat(Files.readAllBytes(file)).isNotEqualTo("MANIFEST-000005\n".getBytes());
    }

    @Test
    void a_file_is_found_in_any_depth_and_none_where_all_are_empty() throws Exception {
        Files.createFile(folder.resolve("LOCK"));
        assertThat(Folders.dataFile(folder, 0, random)).isNull();
        assertThat(Folders.dataFile(folder.resolve("none"), 0, random)).isNull();
        var deep = Files.writeString(
                Files.createDirectories(folder.resolve("0_1/rocksdb")).resolve("LOG"), "x");
        assertThat(Folders.dataFile(folder, 0, random)).isEqualTo(deep);
    }

    @Test
    void what_is_damaged_is_data_by_turns() throws Exception {
        var store = Files.createDirectories(folder.resolve("0_1/rocksdb"));
        for (var name : List.of("000009.sst", "000010.log", "MANIFEST-000005", "LOG", "OPTIONS-000007", "CURRENT")) {
            Files.writeString(store.resolve(name), "x");
        }
        assertThat(IntStream.range(0, 4).mapToObj(this::drawn))
                .containsExactly("000009.sst", "000010.log", "MANIFEST-000005", "000009.sst");
        Files.delete(store.resolve("000009.sst"));
        assertThat(IntStream.range(0, 3).mapToObj(this::drawn))
                .containsExactly("000010.log", "MANIFEST-000005", "000010.log");
    }

    private String drawn(int turn) {
        try {
            return Folders.dataFile(folder, turn, random).getFileName().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_deleted_folder_is_gone_and_may_have_been_gone_before() throws Exception {
        var state = Files.createDirectories(folder.resolve("state/0_1/rocksdb"));
        Files.writeString(state.resolve("LOG"), "x");
        Folders.delete(folder.resolve("state"));
        Folders.delete(folder.resolve("state"));
        assertThat(folder).isEmptyDirectory();
    }
}
