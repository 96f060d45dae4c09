package topfive.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Edition;
import topfive.contract.Json;

/** What comes from elsewhere stays text: a page full of attacks has the same elements and attributes as one full of plain words. */
class HostileTextTest {
    private static final Set<String> OURS = Set.of(
            "edition",
            "day",
            "zone",
            "status",
            "updatedAt",
            "closesAt",
            "firstSeen",
            "lastSeen",
            "publishedAt",
            "kind");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</h2></article></main><iframe src=//evil.example>",
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "${7*7} @if(true) <%= 1 %> {{x}}",
                "]]><!-- --!><svg onload=alert(1)>",
                "\u202egnp.exe \u2066 \u0000\u0007\ud800"
            })
    void an_attack_in_every_field_changes_no_element_and_no_attribute(String attack) {
        assertThat(skeleton(filledWith(attack))).isEqualTo(skeleton(filledWith("plain words")));
    }

    @Test
    void only_absolute_web_addresses_become_links() {
        try (var showing = new Showing().live(filledWith("javascript:alert(1)"))) {
            assertThat(Jsoup.parse(showing.get("/d/2026-10-14").body())
                            .select("article a[href]")
                            .eachAttr("href"))
                    .allMatch(href -> href.startsWith("#") || href.startsWith("/d/"));
        }
    }

    @Test
    void digest_and_feed_entries_stay_text_too() {
        var attack = filledWith("</p><script>alert(1)</script>");
        assertThat(Jsoup.parse(Digest.html(attack, "https://topfive.example")).select("script"))
                .isEmpty();
        assertThat(Digest.markdown(attack, "https://topfive.example")).doesNotContain("<script>");
        try (var showing = new Showing().live(attack)) {
            var feed = Jsoup.parse(showing.get("/feeds/top.rss").body(), org.jsoup.parser.Parser.xmlParser());
            assertThat(Jsoup.parse(feed.select("item > description").text()).select("script"))
                    .isEmpty();
        }
    }

    @Test
    void a_terminal_is_not_steered_by_the_text_digest() {
        assertThat(Digest.text(filledWith("a\u001b[2Jb\u0007"), "https://topfive.example"))
                .doesNotContain("\u001b", "\u0007");
    }

    /** Names of elements and their attributes in order, without their values. */
    private static List<String> skeleton(Edition edition) {
        try (var showing = new Showing().live(edition)) {
            return Jsoup.parse(showing.get("/d/2026-10-14").body()).getAllElements().stream()
                    .map(element -> element.tagName()
                            + element.attributes().asList().stream()
                                    .map(attribute -> attribute.getKey())
                                    .toList())
                    .toList();
        }
    }

    private static Edition filledWith(String text) {
        JsonNode json = Json.MAPPER.valueToTree(Showing.edition("an-open-day"));
        return Json.MAPPER.convertValue(replaced(json, text), Edition.class);
    }

    private static JsonNode replaced(JsonNode node, String text) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                if (!OURS.contains(name)) {
                    object.set(name, replaced(object.get(name), text));
                }
            });
            return object;
        }
        if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                array.set(i, replaced(array.get(i), text));
            }
            return array;
        }
        return node.isTextual() ? TextNode.valueOf(text) : node;
    }
}
