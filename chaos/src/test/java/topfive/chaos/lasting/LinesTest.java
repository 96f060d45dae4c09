package topfive.chaos.lasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinesTest {
    @Test
    void only_what_was_written_since_the_moment_counts(@TempDir Path folder) throws Exception {
        var log = folder.resolve("processor.log");
        Files.writeString(log, "2036-10-24T10:00:00.000Z level=ERROR logger=A before\n");
        var from = Lines.end(log);
        Files.writeString(log, """
                2036-10-24T10:00:00.000Z level=ERROR logger=A before
                2036-10-24T10:00:01.000Z level=INFO logger=Restoring restored stores=12 records=1200
                2036-10-24T10:00:01.100Z level=INFO logger=Restoring restored stores=1 records=34
                2036-10-24T10:00:02.000Z level=WARN logger=B no level=ERRORS here
                2036-10-24T10:00:03.000Z level=ERROR logger=B after
                """);

        var lines = Lines.of(log, from);

        assertThat(lines.errors()).containsExactly("2036-10-24T10:00:03.000Z level=ERROR logger=B after");
        assertThat(lines.restored()).isEqualTo(1234);
        assertThat(lines.last(1)).isEqualTo(lines.errors());
    }

    @Test
    void a_stack_belongs_to_the_entry_above_it() {
        var lines = new Lines(List.of("2036-10-24T10:00:03.000Z level=ERROR logger=B failed", "\tat A.b(A.java:1)"));

        assertThat(lines.entries().all()).containsExactly("2036-10-24T10:00:03.000Z level=ERROR logger=B failed");
    }

    @Test
    void a_log_that_is_not_there_has_no_lines(@TempDir Path folder) {
        assertThat(Lines.of(folder.resolve("none.log"), 0).all()).isEmpty();
    }
}
