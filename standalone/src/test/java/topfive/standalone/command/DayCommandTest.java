package topfive.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.standalone.Exit;
import topfive.standalone.Surroundings;
import topfive.standalone.Topfive;

/** What is refused before any broker is asked. */
class DayCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();

    @Test
    void whoever_would_not_wait_writes_no_fence() {
        assertThat(topfive("day", "close", "2026-03-04", "--wait", "-1")).isEqualTo(Exit.USAGE);
        assertThat(said.toString()).startsWith("topfive: --wait -1 would not wait for the edition\n");
    }

    @Test
    void a_day_that_has_not_begun_is_not_closed() {
        assertThat(topfive("day", "close", "2026-03-09")).isEqualTo(Exit.USAGE);
        assertThat(said.toString()).startsWith("topfive: 2026-03-09 has not begun");
    }

    private int topfive(String... arguments) {
        var to = new PrintWriter(said, true);
        var now = InstantSource.fixed(Instant.parse("2026-03-08T12:00:00Z"));
        return Topfive.run(new Surroundings(Map.of(), folder, folder, folder, now, false, to, to), arguments);
    }
}
