package topfive.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import topfive.contract.Edition;
import topfive.contract.Json;

/** A closed day was made again: its first idea in other words, its second gone into the first. */
class RevisionTest {
    private static final String DAY = "/api/v1/days/2026-10-13";

    private final Showing showing = Showing.both();
    private final Edition was = Showing.edition("a-closed-day-of-three");
    private String tagBefore;
    private Edition now;

    @BeforeEach
    void publish() {
        tagBefore = tag(DAY);
        ObjectNode json = Json.MAPPER.valueToTree(was);
        json.put("revision", 2).put("updatedAt", "2026-10-20T09:15:00Z");
        ((ObjectNode) json.at("/insights/0")).put("claim", "The same idea in other words.");
        ((ObjectNode) json.at("/insights/0"))
                .withArray("formerIds")
                .add(was.insights().get(1).clusterId());
        json.withArray("insights").remove(1);
        now = Json.read(Json.bytes(json), Edition.class);
        showing.live(now).daily(now);
    }

    @AfterEach
    void close() {
        showing.close();
    }

    @Test
    void the_page_and_the_digests_show_the_newest_and_say_of_when_it_is() {
        var page = Jsoup.parse(showing.get("/d/2026-10-13").body());

        assertThat(page.select("p.state").text())
                .startsWith("Final · closed 14 Oct, 00:30 · revision 2, of 20 Oct, 11:15");
        assertThat(page.select("p.state time").last().attr("datetime")).isEqualTo("2026-10-20T09:15:00Z");
        assertThat(page.select("article h2").first().text()).isEqualTo("The same idea in other words.");
        assertThat(Digest.text(now, "")).contains("Final, revision 2 of 20 Oct, 11:15, closed 14 Oct, 00:30");
        assertThat(Jsoup.parse(Digest.html(now, "")).text())
                .contains("Final, revision 2, of 20 Oct, 11:15 · closed 14 Oct, 00:30");
    }

    @Test
    void the_api_gives_the_newest_under_another_tag_and_no_longer_the_old_one() {
        assertThat(showing.get(DAY).body())
                .isEqualTo(new String(Json.bytes(now), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(tag(DAY)).startsWith("\"2026-10-13-2-").isNotEqualTo(tagBefore);
        assertThat(showing.get(DAY, "If-None-Match", tagBefore).statusCode()).isEqualTo(200);
        assertThat(showing.get(DAY + "?revision=1").statusCode()).isEqualTo(404);
        assertThat(showing.get(DAY + "?revision=2").statusCode()).isEqualTo(200);
    }

    @Test
    void in_the_feeds_it_is_the_same_entry_which_has_changed() {
        var days = Json.read(showing.get("/feeds/daily.json").body(), JsonNode.class)
                .at("/items");
        assertThat(days).hasSize(1);
        assertThat(days.at("/0/id").asText()).isEqualTo(showing.service.url() + "/d/2026-10-13");
        assertThat(days.at("/0/title").asText()).isEqualTo("The five of Tuesday, 13 October 2026 (revision 2)");
        assertThat(days.at("/0/date_published").asText()).isEqualTo("2026-10-13T22:30:00Z");
        assertThat(days.at("/0/date_modified").asText()).isEqualTo("2026-10-20T09:15:00Z");

        var first = was.insights().get(0).clusterId();
        assertThat(Json.read(showing.get("/feeds/top.json").body(), JsonNode.class)
                        .at("/items"))
                .filteredOn(item -> item.get("id").asText().equals(showing.service.url() + "/i/" + first))
                .singleElement()
                .satisfies(
                        item -> assertThat(item.get("date_modified").asText()).isEqualTo("2026-10-20T09:15:00Z"));
        assertThat(showing.get("/feeds/daily.atom").headers().firstValue("Last-Modified"))
                .contains("Tue, 20 Oct 2026 09:15:00 GMT");
    }

    @Test
    void a_link_to_an_idea_that_went_into_another_leads_there() {
        var gone = was.insights().get(1).clusterId();

        var answer = showing.get("/i/" + gone);
        assertThat(answer.headers().firstValue("Location")).contains("/d/2026-10-13#c-" + gone);
        var page = Jsoup.parse(showing.get("/d/2026-10-13").body());
        assertThat(page.getElementById("c-" + gone)).isNotNull();
    }

    private String tag(String path) {
        return showing.get(path).headers().firstValue("ETag").orElseThrow();
    }
}
