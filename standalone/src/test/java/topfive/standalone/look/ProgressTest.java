package topfive.standalone.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import topfive.standalone.AtTerminal;
import topfive.standalone.Surroundings;

class ProgressTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final StringWriter err = new StringWriter();

    @Test
    void it_counts_what_was_taken_what_was_known_and_what_could_not_be_read() {
        assertThat(Progress.line(metrics)).isEqualTo("0 documents taken in");
        metrics.counter("topfive.documents.received").increment(1200);
        metrics.counter("topfive.documents.duplicate").increment(3);
        metrics.counter("topfive.dead.letters", "stage", "read", "reason", "empty")
                .increment();
        metrics.counter("topfive.dead.letters", "stage", "read", "reason", "no-text")
                .increment();

        assertThat(Progress.line(metrics)).isEqualTo("1,200 documents taken in, 3 known already, 2 not readable");
    }

    @Test
    void nothing_is_shown_where_nobody_looks_and_nothing_is_left_where_somebody_does() {
        Progress.shown(metrics, world(false)).close();
        assertThat(err.toString()).isEmpty();

        Progress.shown(metrics, world(true)).close();
        assertThat(err.toString()).startsWith("\r").endsWith("\r");
    }

    private Surroundings world(boolean terminal) {
        return AtTerminal.surroundings(Path.of("."), AtTerminal.NOON, terminal, new StringWriter(), err);
    }
}
