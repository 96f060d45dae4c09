package topfive.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import topfive.contract.Json;
import topfive.contract.SourceState;

class SourcesPageTest {
    @Test
    void every_source_stands_there_with_what_it_yields() {
        try (var showing = new Showing()) {
            showing.days.source("harbour", state("harbour", "https://harbour.example/feed", "not-modified"));
            showing.days.source("desk", state("desk", null, "fetched"));

            var rows = Jsoup.parse(showing.get("/sources").body()).select("tbody tr");

            assertThat(rows.eachText())
                    .containsExactly(
                            "desk harbour.example feed read 17:00 12 Oct, 10:30 7",
                            "harbour harbour.example feed nothing new 17:00 12 Oct, 10:30 7");
            assertThat(rows.select("a").eachAttr("href")).containsExactly("https://harbour.example/feed");
        }
    }

    @Test
    void what_a_publisher_calls_himself_is_text_and_his_address_a_link_only_if_it_is_one() {
        try (var showing = new Showing()) {
            showing.days.source("x", state("<b onclick=alert(1)>", "javascript:alert(1)", "failed"));

            var page = Jsoup.parse(showing.get("/sources").body());

            assertThat(page.select("tbody b, tbody a")).isEmpty();
            assertThat(page.select("tbody th").text()).isEqualTo("<b onclick=alert(1)>");
        }
    }

    @Test
    void a_source_that_is_gone_from_its_topic_is_gone_from_the_page() {
        try (var showing = new Showing()) {
            showing.days.source("harbour", state("harbour", null, "fetched"));
            showing.days.source("harbour", null);

            assertThat(showing.get("/sources").body()).contains("No source has been read yet.");
        }
    }

    private static SourceState state(String name, String url, String outcome) {
        var json = """
                {"schemaVersion":1,"source":{"id":"x","name":"%s","kind":"feed","owner":"harbour.example","url":%s},
                 "validatorsUrl":"","etag":null,"lastModified":null,"subscribedAt":"2026-10-01T00:00:00Z",
                 "lastFetch":"2026-10-14T15:00:00Z","notBefore":null,"outcome":"%s","detail":"/private/path is missing",
                 "failures":0,"documents":7,"lastNew":"2026-10-12T08:30:00Z"}""".formatted(name, url == null ? "null" : "\"" + url + "\"", outcome);
        return Json.read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), SourceState.class);
    }
}
