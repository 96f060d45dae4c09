package topfive.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HintsTest {
    private static final Instant NOW = Instant.parse("2026-10-14T12:00:00Z");
    private static final HttpUrl AT = HttpUrl.get("https://news.example/feeds/all?x=1");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=600                   |     | 600",
                "public, MAX-AGE=600, private  |     | 600",
                "max-age=\"600\"               |     | 600",
                "max-age=600                   | 500 | 100",
                "max-age=600                   | 700 | 0",
                "s-maxage=600                  |     | -1",
                "max-age=-5                    |     | -1",
                "max-age=99999999999999999999  |     | -1",
                "no-cache                      |     | -1",
                "max-age=                      |     | -1"
            })
    void says_how_long_an_answer_holds(String cacheControl, String age, long seconds) {
        var headers = new Headers.Builder().add("Cache-Control", cacheControl);
        if (age != null) {
            headers.add("Age", age);
        }
        assertThat(hints(headers.build()).maxAge()).isEqualTo(seconds < 0 ? null : Duration.ofSeconds(seconds));
    }

    @Test
    void an_expiry_counts_from_the_servers_own_clock() {
        var wrongClock =
                Headers.of("Date", "Mon, 01 Jan 2001 00:00:00 GMT", "Expires", "Mon, 01 Jan 2001 01:00:00 GMT");

        assertThat(hints(wrongClock).maxAge()).isEqualTo(Duration.ofHours(1));
        assertThat(hints(Headers.of("Expires", "Wed, 14 Oct 2026 12:30:00 GMT")).maxAge())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(hints(Headers.of("Expires", "Thu, 01 Jan 1970 00:00:00 GMT")).maxAge())
                .isEqualTo(Duration.ZERO);
        assertThat(hints(Headers.of("Expires", "0")).maxAge()).isNull();
        assertThat(hints(Headers.of("Expires", "Wed, 14 Oct 2026 13:00:00 GMT", "Cache-Control", "max-age=60"))
                        .maxAge())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void hubs_and_the_own_address_are_read_from_link_headers() {
        var headers = new Headers.Builder()
                .add("Link", "<https://hub.example/a,b>; rel=\"hub\", </feeds/all>; rel=self; type=\"x;y\"")
                .add("Link", "<style.css>; rel=stylesheet, <https://two.example/>; title=\"hub\"; REL=\"Hub other\"")
                .add("Link", "<unfinished; rel=hub")
                .add("Link", "<javascript:x>; rel=hub")
                .build();

        assertThat(hints(headers).links())
                .containsExactly(
                        new Hints.Link("hub", "https://hub.example/a,b"),
                        new Hints.Link("self", "https://news.example/feeds/all"),
                        new Hints.Link("hub", "https://two.example/"));
    }

    @Test
    void no_more_than_ten_hubs_are_believed() {
        var headers = new Headers.Builder().add("Link", "<https://hub.example/>; rel=hub, ".repeat(100));

        assertThat(hints(headers.build()).links()).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tdm-reservation: 1",
                "TDM-Reservation:  1 ",
                "X-Robots-Tag: noai",
                "X-Robots-Tag: noindex, NoAI",
                "X-Robots-Tag: noimageai",
                "X-Robots-Tag: topfive: noai"
            })
    void reserved_rights_are_noticed(String header) {
        assertThat(hints(new Headers.Builder().add(header).build()).reserved()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tdm-reservation: 0",
                "tdm-reservation: yes",
                "X-Robots-Tag: noindex",
                "X-Robots-Tag: otherbot: noai"
            })
    void nothing_else_reserves_rights(String header) {
        assertThat(hints(new Headers.Builder().add(header).build()).reserved()).isFalse();
    }

    @Test
    void only_permanent_redirects_move_an_address() throws Refused {
        assertThat(moved()).isFalse();
        assertThat(moved(301)).isTrue();
        assertThat(moved(301, 308)).isTrue();
        assertThat(moved(301, 302)).isFalse();
        assertThat(moved(307, 301)).isFalse();
    }

    private static boolean moved(int... statuses) throws Refused {
        var trip = new Trip(AT, Duration.ofSeconds(1));
        for (int hop = 0; hop < statuses.length; hop++) {
            trip.follow(answer(statuses[hop], Headers.of("Location", "/hop" + hop)));
        }
        return trip.movedForGood();
    }

    private static Hints hints(Headers headers) {
        return Hints.of(answer(200, headers), AT, false, NOW);
    }

    private static Answer answer(int status, Headers headers) {
        return new Answer(status, headers, Taken.NOTHING, true, "");
    }
}
