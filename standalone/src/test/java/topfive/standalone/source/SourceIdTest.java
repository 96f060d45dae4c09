package topfive.standalone.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceIdTest {
    @ParameterizedTest
    @CsvSource({
        "Quay News, https://quay.example/feed, quay-news",
        "'Möwe & Café: täglich', https://m.example/feed, mowe-cafe-taglich",
        "'', https://feeds.quay.example/feed, quay-example",
        "RSS, https://www.quay.example/feed, quay-example",
        "'Новости', https://novosti.example/, novosti-example",
        "'A very long title that goes on and on and on about ships', https://ships.example/, a-very-long-title-that-goes-on-and-on",
        "'', inbox/, inbox"
    })
    void an_id_is_made_of_the_title_or_else_of_the_place(String title, String url, String id) {
        assertThat(SourceId.of(title, url, List.of())).isEqualTo(id);
    }

    @Test
    void an_id_that_is_taken_gets_a_number() {
        assertThat(SourceId.of("Quay News", "https://x.example", List.of("quay-news", "quay-news-2")))
                .isEqualTo("quay-news-3");
    }

    @ParameterizedTest
    @CsvSource({
        "PT-2S, just now",
        "PT-20S, 20 s ago",
        "PT-5M, 5 min ago",
        "PT-3H, 3 h ago",
        "PT-72H, 3 days ago",
        "PT25M, in 25 min",
        "PT2S, now"
    })
    void moments_are_told_as_a_person_would(Duration away, String words) {
        var now = Instant.parse("2026-10-14T18:00:00Z");
        assertThat(Ago.words(now.plus(away), now)).isEqualTo(words);
    }
}
