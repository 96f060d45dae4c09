package topfive.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @Test
    void one_is_not_many() {
        assertThat(Words.count(1, "report")).isEqualTo("1 report");
        assertThat(Words.count(0, "report")).isEqualTo("0 reports");
    }

    @Test
    void a_reason_nobody_has_put_into_words_is_shown_as_it_is_called() {
        assertThat(Words.reason("withheld-by-editor")).isEqualTo("withheld by editor");
        assertThat(Words.reason("same-idea")).isEqualTo("says the same as");
    }

    @Test
    void languages_that_are_not_read_are_named() {
        assertThat(Words.unread(Map.of("de", 2, "xx", 1)))
                .isEqualTo("3 documents not read: 2 in German, 1 in language xx");
        assertThat(Words.unread(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 00:00", "59999, 00:59", "761000, 12:41", "3725000, 1:02:05", "-5, 00:00"})
    void a_moment_of_an_episode_reads_as_players_show_it(long ms, String shown) {
        assertThat(Times.playing(ms)).isEqualTo(shown);
    }

    @Test
    void a_time_of_another_day_says_which() {
        var times = new Times(ZoneId.of("Europe/Berlin"), LocalDate.parse("2026-10-25"));

        assertThat(times.at(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("02:30");
        assertThat(times.at(Instant.parse("2026-10-25T01:30:00Z"))).isEqualTo("02:30"); // the hour that comes twice
        assertThat(times.at(Instant.parse("2026-10-24T20:00:00Z"))).isEqualTo("24 Oct, 22:00");
        assertThat(times.at(Instant.parse("2025-12-31T20:00:00Z"))).isEqualTo("31 Dec 2025, 21:00");
        assertThat(times.at(null)).isEqualTo("undated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "//evil.example/x",
                "/d/2026-10-14",
                "ftp://example.org/x",
                "https://user@example.org/",
                "https:///x",
                "not an address",
                ""
            })
    void only_an_absolute_web_address_is_a_link(String url) {
        assertThat(Links.safe(url)).isEmpty();
    }

    @Test
    void a_web_address_is_kept_as_it_is() {
        assertThat(Links.safe("https://example.org/a?b=c#t=12")).isEqualTo("https://example.org/a?b=c#t=12");
        assertThat(Links.safe("https://example.org/a b|c")).isEqualTo("https://example.org/a%20b%7Cc");
        assertThat(Links.safe("https://my_host.example.org/ü")).isEqualTo("https://my_host.example.org/ü");
        assertThat(Links.safe("HTTP://example.org/")).isEqualTo("HTTP://example.org/");
    }
}
