package topfive.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import topfive.contract.Json;

class ApiTest {
    private final Showing showing = Showing.both();

    @AfterEach
    void close() {
        showing.close();
    }

    @Test
    void a_day_is_the_edition_byte_for_byte_as_on_the_topic() {
        var onTopic = Json.pretty(Showing.edition("a-changed-day"));
        showing.live(onTopic.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(showing.get("/api/v1/days/2026-10-14?edition=all").body()).isEqualTo(onTopic);
    }

    @Test
    void the_contract_is_served_as_schemas_and_asyncapi() {
        assertThat(showing.get("/schemas/Edition.v1.schema.json").body()).contains("\"$schema\"");
        assertThat(showing.get("/schemas/None.v1.schema.json").statusCode()).isEqualTo(404);
        assertThat(showing.get("/asyncapi.yaml").body()).startsWith("asyncapi: 3.0.0");
    }

    @Test
    void an_etag_is_quoted_and_names_day_and_revision_and_answers_304() {
        var first = showing.get("/api/v1/days/2026-10-13");
        var etag = first.headers().firstValue("ETag").orElse("");

        assertThat(etag).matches("\"2026-10-13-1-[0-9a-f]{12}\"");
        var again = showing.get("/api/v1/days/2026-10-13", "If-None-Match", "\"other\", W/" + etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(etag);
    }

    @Test
    void a_page_answers_304_until_the_day_changes() {
        var etag = showing.get("/d/2026-10-14").headers().firstValue("ETag").orElse("");
        assertThat(showing.get("/d/2026-10-14", "If-None-Match", etag).statusCode())
                .isEqualTo(304);

        showing.live(Showing.edition("a-changed-day"));

        assertThat(showing.get("/d/2026-10-14", "If-None-Match", etag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_compressed_form_has_an_etag_of_its_own() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(showing.service.url() + "/api/v1/days/2026-10-14"))
                .header("Accept-Encoding", "br, gzip");
        var zipped = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(zipped.headers().firstValue("ETag").orElse("")).endsWith("-gzip\"");
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(Json.bytes(Showing.edition("an-open-day")));
        }
        assertThat(showing.get(
                                "/api/v1/days/2026-10-14",
                                "If-None-Match",
                                zipped.headers().firstValue("ETag").orElse(""))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void only_a_named_revision_of_a_closed_day_may_be_kept_for_ever() {
        assertThat(cached("/api/v1/days/2026-10-13?revision=1")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(cached("/api/v1/days/2026-10-13")).isEqualTo("no-cache");
        assertThat(cached("/api/v1/days/2026-10-14")).isEqualTo("no-cache");
    }

    @Test
    void a_revision_that_is_not_held_names_the_one_that_is() {
        var answer = showing.get("/api/v1/days/2026-10-13?revision=2");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("revision").intValue()).isEqualTo(1);
    }

    @Test
    void an_error_is_a_problem_and_lists_what_there_is() {
        var answer = showing.get("/api/v1/days/2031-01-01");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("type").asText()).isEqualTo("/problems#unknown-day");
        assertThat(json(answer).get("days").toString()).isEqualTo("[\"2026-10-14\",\"2026-10-13\"]");
        assertThat(showing.get("/problems").body()).contains("id=\"unknown-day\"");
    }

    @Test
    void the_edition_is_all_where_none_is_named_and_an_unknown_one_is_not_found() {
        var day = "/api/v1/days/2026-10-14";
        assertThat(json(showing.get(day)).get("edition").asText()).isEqualTo("all");
        assertThat(showing.get(day + "?edition=all").body())
                .isEqualTo(showing.get(day).body());

        var unknown = showing.get(day + "?edition=sports");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(json(unknown).get("type").asText()).isEqualTo("/problems#unknown-day");
    }

    @Test
    void nothing_can_be_written() {
        var post = HttpRequest.newBuilder(URI.create(showing.service.url() + "/api/v1/days"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();

        assertThat(showing.send(post).statusCode()).isEqualTo(405);
        assertThat(showing.send(post).headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void any_site_may_read_the_api() {
        for (var path : new String[] {"/api/v1/days", "/api/v1/days/2026-10-14", "/api/v1/days/x", "/feeds/top.json"}) {
            assertThat(showing.get(path).headers().firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .contains("*");
        }
    }

    @Test
    void the_list_of_days_is_newest_first() {
        var days = json(showing.get("/api/v1/days")).get("days");

        assertThat(days).hasSize(2);
        assertThat(days.get(0).get("day").asText()).isEqualTo("2026-10-14");
        assertThat(days.get(1).get("status").asText()).isEqualTo("FINAL");
    }

    @Test
    void an_insight_is_found_by_its_id_and_by_a_former_one() {
        var insight = Showing.edition("an-open-day").insights().get(0);

        for (var id : new String[] {insight.clusterId(), insight.formerIds().get(0)}) {
            assertThat(json(showing.get("/api/v1/insights/" + id))
                            .get("insight")
                            .get("claim")
                            .asText())
                    .isEqualTo(insight.claim());
        }
        assertThat(showing.get("/api/v1/insights/none").statusCode()).isEqualTo(404);
    }

    @Test
    void a_final_stands_before_what_the_live_topic_says() {
        var closed = Showing.edition("a-closed-day-of-three");
        var json = Json.MAPPER.valueToTree(closed);
        ((com.fasterxml.jackson.databind.node.ObjectNode) json)
                .put("status", "OPEN")
                .put("revision", 0);

        showing.live(Json.MAPPER.convertValue(json, topfive.contract.Edition.class));

        assertThat(json(showing.get("/api/v1/days/2026-10-13")).get("status").asText())
                .isEqualTo("FINAL");
    }

    @Test
    void a_withdrawn_day_is_gone_from_page_api_and_feeds() {
        showing.days.daily("all/2026-10-13", null);

        assertThat(showing.get("/d/2026-10-13").statusCode()).isEqualTo(404);
        assertThat(showing.get("/api/v1/days/2026-10-13").statusCode()).isEqualTo(404);
        assertThat(showing.get("/feeds/top.atom").body()).doesNotContain("ferries");
    }

    private String cached(String path) {
        return showing.get(path).headers().firstValue("Cache-Control").orElse("");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.read(answer.body(), JsonNode.class);
    }
}
