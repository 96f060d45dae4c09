package topfive.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Json;

class JournalTest {
    @TempDir
    private Path folder;

    @Test
    void a_line_is_on_disk_as_soon_as_it_happened() throws Exception {
        var file = folder.resolve("run.jsonl");
        try (var journal = Journal.in(file)) {
            journal.log("kill", "who", "broker", "number", 3);
            var line = Json.MAPPER.readTree(Files.readString(file));
            assertThat(line.get("event").asText()).isEqualTo("kill");
            assertThat(line.get("who").asText()).isEqualTo("broker");
            assertThat(line.get("number").asInt()).isEqualTo(3);
            assertThat(line.get("ms").asLong()).isNotNegative();
        }
    }

    @Test
    void a_table_has_the_name_of_the_log() throws Exception {
        try (var journal = Journal.in(folder.resolve("points-seed-1.jsonl"))) {
            journal.beside(".md", "| a |");
        }
        assertThat(folder.resolve("points-seed-1.md")).hasContent("| a |");
    }

    @Test
    void percentiles_are_values_that_were_measured() {
        assertThat(Spread.of(LongStream.rangeClosed(1, 40).boxed().toList())).isEqualTo(new Spread(40, 20, 38, 40));
        assertThat(Spread.of(List.of(7L))).isEqualTo(new Spread(1, 7, 7, 7));
        assertThat(Spread.of(List.of())).isEqualTo(new Spread(0, 0, 0, 0));
    }
}
