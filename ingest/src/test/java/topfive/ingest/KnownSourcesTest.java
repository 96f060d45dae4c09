package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import topfive.contract.Json;
import topfive.contract.Source;
import topfive.contract.SourceState;

class KnownSourcesTest {
    private static final SourceState STATE =
            SourceState.never(new Source("a", "A", "feed", "a.example", "https://a.example/feed"), Instant.EPOCH);

    private final Memory memory = new Memory();

    @Test
    void of_a_source_that_was_removed_nothing_is_known() {
        KnownSources.remember(memory, "a", Json.bytes(STATE));
        assertThat(memory.state("a")).contains(STATE);

        KnownSources.remember(memory, "a", null);
        assertThat(memory.state("a")).isEmpty();
    }

    @Test
    void a_state_that_cannot_be_read_is_left_out() {
        KnownSources.remember(memory, "a", Json.bytes(STATE));
        KnownSources.remember(memory, "b", "{\"source\":".getBytes(StandardCharsets.UTF_8));

        assertThat(memory.states()).containsExactly(STATE);
    }
}
