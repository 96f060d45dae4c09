package topfive.standalone.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import topfive.contract.Json;
import topfive.contract.Source;
import topfive.contract.SourceState;
import topfive.standalone.config.SourceEntry;

class ListedTest {
    private static final Instant NOW = Instant.parse("2026-10-14T18:00:00Z");
    private static final SourceEntry QUAY =
            new SourceEntry("quay", "Quay News", "https://quay.example/feed", "feed", Duration.ofMinutes(30), "");
    private static final SourceEntry TIDES =
            new SourceEntry("tide-letter", "Tides", "https://tides.example/", "page", Duration.ofHours(2), "");

    @Test
    void each_source_says_when_it_is_asked_what_it_yields_and_why_nothing() {
        var states = Map.of("quay", state(), "gone-from-the-file", state());
        var listed = new Listed(List.of(QUAY, TIDES, QUAY.muted(true)), Optional.of(states), NOW);

        assertThat(listed.lines())
                .containsExactly(
                        "ID           KIND  STATE   LAST       NEXT    EVERY  DOCS  LAST NEW  ADDRESS",
                        "quay         feed  failed  5 min ago  in 2 h  2h       42  3 h ago   https://quay.example/feed",
                        "  answers 503; 4 times in a row; says it has moved to https://quay.example/new",
                        "tide-letter  page  never   -          -       2h        0  -         https://tides.example/",
                        "quay         feed  muted   5 min ago  -       2h       42  3 h ago   https://quay.example/feed",
                        "  answers 503; 4 times in a row; says it has moved to https://quay.example/new");
    }

    @Test
    void as_json_it_has_the_entry_and_the_whole_state() {
        var json = new Listed(List.of(QUAY, TIDES), Optional.of(Map.of("quay", state())), NOW).json();

        assertThat(json.at("/0/every").asText()).isEqualTo("30m");
        assertThat(json.at("/0/state/outcome").asText()).isEqualTo("failed");
        assertThat(json.at("/1/id").asText()).isEqualTo("tide-letter");
        assertThat(json.at("/1/state").isNull()).isTrue();
    }

    private static SourceState state() {
        var source = new Source("quay", "Quay News", "feed", "quay.example", "https://quay.example/feed");
        ObjectNode json = Json.MAPPER.valueToTree(SourceState.never(source, NOW.minus(Duration.ofDays(9))));
        json.put("lastFetch", NOW.minusSeconds(300).toString());
        json.put("nextFetch", NOW.plus(Duration.ofHours(2)).toString());
        json.put("everySeconds", 7_200);
        json.put("lastNew", NOW.minus(Duration.ofHours(3)).toString());
        json.put("outcome", "failed");
        json.put("detail", "answers\u0007503").put("failures", 4).put("documents", 42);
        json.put("movedTo", "https://quay.example/new").put("movedSeen", 1);
        return Json.read(json.toString(), SourceState.class);
    }
}
