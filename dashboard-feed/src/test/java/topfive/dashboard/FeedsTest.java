package topfive.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Edition;
import topfive.contract.Json;

class FeedsTest {
    private final Showing showing = Showing.both();
    private final List<Edition.Ranked> open = Showing.edition("an-open-day").insights();

    @AfterEach
    void close() {
        showing.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/top.rss", "/feeds/top.atom"})
    void each_insight_is_one_entry_that_keeps_its_address_for_ever(String path) throws FeedException {
        var feed = read(path);

        assertThat(feed.getEntries()).hasSize(8);
        assertThat(feed.getEntries().subList(0, 5))
                .extracting(SyndEntry::getTitle)
                .containsExactlyElementsOf(
                        open.stream().map(Edition.Ranked::claim).toList());
        var first = feed.getEntries().get(0);
        assertThat(first.getUri())
                .isEqualTo(showing.service.url() + "/i/" + open.get(0).clusterId());
        assertThat(first.getLink())
                .isEqualTo(
                        showing.service.url() + "/d/2026-10-14#c-" + open.get(0).clusterId());
        assertThat(first.getPublishedDate().toInstant()).isEqualTo("2026-10-14T05:10:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/daily.rss", "/feeds/daily.atom"})
    void a_day_is_an_entry_once_it_is_closed(String path) throws FeedException {
        assertThat(read(path).getEntries())
                .extracting(SyndEntry::getTitle)
                .containsExactly("The five of Tuesday, 13 October 2026");
    }

    @Test
    void a_json_feed_has_what_its_readers_need() {
        var feed = Json.read(showing.get("/feeds/top.json").body(), JsonNode.class);

        assertThat(feed.get("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.get("feed_url").asText()).isEqualTo(showing.service.url() + "/feeds/top.json");
        assertThat(feed.get("items")).hasSize(8).allSatisfy(item -> {
            assertThat(item.get("id").asText()).startsWith(showing.service.url() + "/i/");
            assertThat(item.get("content_html").asText()).isNotBlank();
        });
    }

    @Test
    void a_feed_names_itself_and_when_it_changed() {
        assertThat(showing.get("/feeds/top.rss").body())
                .contains("<atom:link href=\"" + showing.service.url() + "/feeds/top.rss\" rel=\"self\"");
        assertThat(showing.get("/feeds/top.atom").body())
                .contains("<updated>2026-10-14T14:42:00Z</updated>", "rel=\"self\"");
        assertThat(showing.get("/feeds/top.atom").headers().firstValue("Last-Modified"))
                .contains("Wed, 14 Oct 2026 14:42:00 GMT");
    }

    @Test
    void an_unchanged_feed_is_not_sent_again() {
        var etag = showing.get("/feeds/top.atom").headers().firstValue("ETag").orElse("");

        assertThat(showing.get("/feeds/top.atom", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void characters_that_xml_cannot_hold_are_left_out() throws FeedException {
        var edition = Json.read(
                Json.pretty(Showing.edition("a-changed-day"))
                        .replace("A model that", "A\\u0000\\u000b\\ud83d model\\ufffe that"),
                Edition.class);
        showing.live(edition);

        assertThat(read("/feeds/top.rss").getEntries().get(0).getTitle()).startsWith("A model that");
        assertThat(read("/feeds/top.atom").getEntries().get(0).getTitle()).startsWith("A model that");
    }

    @Test
    void before_the_first_day_a_feed_is_empty_and_valid() throws FeedException {
        try (var empty = new Showing()) {
            var feed = new SyndFeedInput()
                    .build(new StringReader(empty.get("/feeds/top.atom").body()));
            assertThat(feed.getEntries()).isEmpty();
        }
    }

    private SyndFeed read(String path) throws FeedException {
        return new SyndFeedInput().build(new StringReader(showing.get(path).body()));
    }
}
