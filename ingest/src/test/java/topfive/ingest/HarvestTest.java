package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Document.Quality;
import topfive.contract.Episode;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Hints;
import topfive.ingest.fetch.Validators;
import topfive.ingest.fetch.Web;

class HarvestTest {
    private static final Instant NOW = Instant.parse("2026-10-14T18:00:00Z");
    private static final String FULL =
            "The harbour authority raised its fees by 12 percent on Monday, and the shipping lines say they will pass all of it on. "
                    .repeat(3);

    private final Map<String, Fetched> pages = new HashMap<>();
    private final Web web =
            request -> pages.getOrDefault(request.url(), Fetched.Failed.of("http-404", request.url() + " answers 404"));

    @Test
    void an_item_with_its_full_text_is_a_document_of_the_registrable_domain() {
        serve(
                "https://news.a.co.uk/feed",
                feed(item(
                        "g1",
                        "Wed, 14 Oct 2026 04:10:00 +0000",
                        "<content:encoded>&lt;p&gt;" + FULL + "&lt;/p&gt;</content:encoded>")));
        try (var desk = harvest()) {
            var article = (Article) desk.documents().get(0);
            assertThat(article.source().owner()).isEqualTo("a.co.uk");
            assertThat(article.title()).isEqualTo("Title g1");
            assertThat(article.publishedAt()).isEqualTo("2026-10-14T04:10:00Z");
            assertThat(article.fetchedAt()).isEqualTo(NOW);
            assertThat(article.language()).isEqualTo("en");
            assertThat(article.texts()).containsExactly(FULL.strip());
            assertThat(desk.producer.history().get(0).key()).isEqualTo(article.id());
            assertThat(desk.producer
                            .history()
                            .get(0)
                            .headers()
                            .lastHeader("ce_type")
                            .value())
                    .asString()
                    .isEqualTo("topfive.documents.v1");
        }
    }

    @Test
    void the_linked_page_is_fetched_for_a_teaser_and_the_teaser_kept_where_it_is_missing() {
        serve(
                "https://news.a.co.uk/feed",
                feed(item("g1", "", "<description>Short one.</description>")
                        + item("g2", "", "<description>Short two.</description>")));
        serve("https://news.a.co.uk/g1", "<html><body><article><h1>x</h1><p>" + FULL + "</p></article></body></html>");
        try (var desk = harvest()) {
            assertThat(desk.documents()).extracting(Document::quality).containsExactly(Quality.FULL, Quality.TEASER);
            assertThat(desk.documents().get(0).texts()).containsExactly(FULL.strip());
            assertThat(desk.documents().get(1).texts()).containsExactly("Short two.");
        }
    }

    @Test
    void an_episode_takes_its_best_transcript_and_show_notes_where_there_is_none() {
        var transcripts =
                "<podcast:transcript url=\"/t.srt\" type=\"application/x-subrip\"/><podcast:transcript url=\"/t.json\" type=\"application/json\"/>";
        var audio =
                "<enclosure url=\"https://cdn.a.co.uk/1.mp3\" type=\"audio/mpeg\"/><description>What we talked about.</description>";
        serve("https://news.a.co.uk/feed", feed(item("g1", "", audio + transcripts) + item("g2", "", audio)));
        serve(
                "https://news.a.co.uk/t.json",
                "{\"segments\":[{\"speaker\":\"Ann\",\"startTime\":1,\"body\":\"Rents fell by 7 percent.\"}]}");
        serve("https://news.a.co.uk/t.srt", "1\n00:00:01,000 --> 00:00:02,000\nWrong one.");
        try (var desk = harvest()) {
            var spoken = (Episode) desk.documents().get(0);
            assertThat(spoken.texts()).containsExactly("Rents fell by 7 percent.");
            assertThat(spoken.audioUrl()).isEqualTo("https://cdn.a.co.uk/1.mp3");
            assertThat(desk.documents().get(1).quality()).isEqualTo(Quality.NOTES_ONLY);
        }
    }

    @Test
    void what_is_known_is_not_sent_again_and_a_changed_text_is_a_revision() {
        serve("https://news.a.co.uk/feed", feed(item("g1", "", "<content:encoded>" + FULL + "</content:encoded>")));
        try (var desk = harvest()) {
            desk.ingest.harvestOnce();
            serve(
                    "https://news.a.co.uk/feed",
                    feed(item("g1", "", "<content:encoded>" + FULL + " Corrected.</content:encoded>")));
            desk.ingest.harvestOnce();

            assertThat(desk.documents()).extracting(Document::revision).containsExactly(1, 2);
            assertThat(desk.documents())
                    .extracting(Document::id)
                    .containsOnly(desk.documents().get(0).id());
            assertThat(desk.documents().get(1).contentHash())
                    .isNotEqualTo(desk.documents().get(0).contentHash());
        }
    }

    @Test
    void what_a_new_source_published_before_yesterday_is_backlog_and_stays_it() {
        var old = item("old", "Mon, 12 Oct 2026 04:10:00 +0000", "<content:encoded>" + FULL + "</content:encoded>");
        var fresh =
                item("new", "Tue, 13 Oct 2026 19:00:00 +0000", "<content:encoded>" + FULL + " New.</content:encoded>");
        var undated = item("undated", "", "<content:encoded>" + FULL + " Undated.</content:encoded>");
        serve("https://news.a.co.uk/feed", feed(old + fresh + undated));
        try (var desk = harvest()) {
            assertThat(desk.documents()).extracting(Document::backlog).containsExactly(true, false, true);
        }
    }

    @Test
    void a_source_that_yields_nothing_says_why() {
        serve("https://news.a.co.uk/feed", feed(item("g1", "", "") + item("g2", "", "")));
        try (var desk = harvest()) {
            assertThat(desk.states().get(0).detail()).isEqualTo("2 items without text");
        }
        pages.put("https://news.a.co.uk/g1", Fetched.Failed.of("too-slow", ""));
        try (var desk = harvest()) {
            assertThat(desk.states().get(0).detail())
                    .isEqualTo("1 item whose page could not be had yet; 1 item without text");
        }
        var old = item("old", "Mon, 12 Oct 2026 04:10:00 +0000", "<content:encoded>" + FULL + "</content:encoded>");
        serve("https://news.a.co.uk/feed", feed(old));
        try (var desk = harvest()) {
            desk.ingest.harvestOnce();
            assertThat(desk.states())
                    .extracting(state -> state.detail())
                    .containsExactly(
                            "1 document, all older than 24 h at subscription",
                            "nothing new, last new document 2026-10-14T18:00:00Z");
        }
    }

    @Test
    void a_broken_feed_gives_its_items_and_an_unreadable_one_is_one_dead_letter_with_its_bytes() {
        var broken = feed(
                item("g1", "", "<content:encoded>" + FULL + "</content:encoded>") + item("g2", "", "<description>cut"));
        serve("https://news.a.co.uk/feed", broken.substring(0, broken.indexOf("cut") + 3));
        serve("https://b.example/feed", "<html><body>Not a feed</body></html>");
        try (var desk = new Desk(
                NOW,
                web,
                Desk.source("a", "feed", "https://news.a.co.uk/feed"),
                Desk.source("b", "feed", "https://b.example/feed"))) {
            desk.ingest.harvestOnce();
            desk.ingest.harvestOnce();

            assertThat(desk.documents()).hasSize(1);
            assertThat(desk.states())
                    .filteredOn(state -> state.source().id().equals("a"))
                    .first()
                    .satisfies(state -> assertThat(state.detail())
                            .isEqualTo("the feed breaks off: 1 items read, the last one is incomplete and left out"));
            assertThat(desk.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.bytes()).asString().isEqualTo("<html><body>Not a feed</body></html>");
                assertThat(letter.reason()).isEqualTo("not-a-feed");
                assertThat(letter.stage()).isEqualTo("parse");
                assertThat(letter.origin()).isEqualTo("https://b.example/feed");
            });
        }
    }

    @Test
    void the_validators_of_an_answer_are_kept_with_the_source_and_used_next_time() {
        var body = feed(item("g1", "", "<content:encoded>" + FULL + "</content:encoded>"));
        var given = new Validators("https://news.a.co.uk/feed", "\"e\"", null);
        Web conditional = request -> request.validators().equals(given)
                ? new Fetched.NotModified(Hints.NONE)
                : new Fetched.Fresh(request.url(), Desk.utf8(body), "", given, Hints.NONE);
        try (var desk = new Desk(NOW, conditional, Desk.source("a", "feed", "https://news.a.co.uk/feed"))) {
            desk.ingest.harvestOnce();
            desk.ingest.harvestOnce();

            assertThat(desk.states()).extracting(state -> state.outcome()).containsExactly("fetched", "not-modified");
            assertThat(desk.states()).extracting(state -> state.etag()).containsOnly("\"e\"");
        }
    }

    @Test
    void a_page_that_could_not_be_had_for_the_moment_is_asked_for_again() {
        serve("https://news.a.co.uk/feed", feed(item("g1", "", "<description>Short.</description>")));
        pages.put("https://news.a.co.uk/g1", Fetched.Failed.of("http-503", "later"));
        pages.put("https://news.a.co.uk/g1", Fetched.Failed.of("too-slow", "later"));
        try (var desk = harvest()) {
            serve("https://news.a.co.uk/g1", "<html><body><article><p>" + FULL + "</p></article></body></html>");
            desk.ingest.harvestOnce();

            assertThat(desk.documents()).extracting(Document::quality).containsExactly(Quality.TEASER, Quality.FULL);
        }
    }

    @Test
    void a_page_over_the_limit_is_a_dead_letter_with_what_was_read() {
        pages.put(
                "https://a.example/p",
                new Fetched.Failed("too-large", "https://a.example/p is larger than 3072 KiB", Desk.utf8("head")));
        try (var desk = new Desk(NOW, web, Desk.source("p", "page", "https://a.example/p"))) {
            desk.ingest.harvestOnce();

            assertThat(desk.documents()).isEmpty();
            assertThat(desk.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.truncated()).isTrue();
                assertThat(letter.reason()).isEqualTo("too-large");
            });
        }
    }

    @Test
    void while_the_broker_is_away_nothing_is_remembered_and_nothing_lost() {
        serve("https://news.a.co.uk/feed", feed(item("g1", "", "<content:encoded>" + FULL + "</content:encoded>")));
        try (var desk = new Desk(NOW, web, Desk.source("a", "feed", "https://news.a.co.uk/feed"))) {
            desk.producer.sendException = new TimeoutException("away");
            assertThatThrownBy(desk.ingest::harvestOnce)
                    .isInstanceOf(Ingest.BrokerAway.class)
                    .hasMessageContaining("before it had taken everything");
            assertThat(desk.ingest.ready()).isFalse();
            desk.producer.sendException = null;
            desk.ingest.harvestOnce();

            assertThat(desk.documents()).hasSize(1);
            assertThat(desk.states()).hasSize(1);
            assertThat(desk.ingest.ready()).isTrue();
        }
    }

    @Test
    void a_folder_gives_each_file_once_and_leaves_unfinished_ones(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("notes.txt"), FULL);
        Files.writeString(folder.resolve(".hidden.txt"), FULL);
        Files.writeString(folder.resolve("half.txt.part"), FULL);
        Files.writeString(folder.resolve("empty.txt"), "");
        try (var desk = new Desk(
                NOW,
                web,
                true,
                Optional.empty(),
                folder.getParent(),
                Desk.source("notes", "folder", folder.getFileName().toString()))) {
            desk.ingest.harvestOnce();
            desk.ingest.harvestOnce();

            assertThat(desk.documents()).extracting(Document::title).containsExactly("notes");
            assertThat(desk.deadLetters()).extracting(letter -> letter.reason()).containsExactly("empty");
        }
    }

    @Test
    void a_page_that_reserves_its_text_is_no_document_and_its_source_says_why() {
        serve(
                "https://news.a.co.uk/reserved",
                "<html><head><meta name=tdm-reservation content=1></head><body><p>" + FULL + "</p></body></html>");
        try (var desk = new Desk(NOW, web, Desk.source("reserved", "page", "https://news.a.co.uk/reserved"))) {
            desk.ingest.harvestOnce();

            assertThat(desk.documents()).isEmpty();
            assertThat(desk.deadLetters()).isEmpty();
            assertThat(desk.states().get(0).outcome()).isEqualTo("refused");
            assertThat(desk.states().get(0).detail()).contains("reserves its text from mining");
        }
    }

    private Desk harvest() {
        var desk = new Desk(NOW, web, Desk.source("a", "feed", "https://news.a.co.uk/feed"));
        desk.ingest.harvestOnce();
        return desk;
    }

    private void serve(String url, String body) {
        pages.put(url, new Fetched.Fresh(url, Desk.utf8(body), "", Validators.NONE, Hints.NONE));
    }

    private static String feed(String items) {
        return "<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>A</title><language>en</language>"
                + items + "</channel></rss>";
    }

    private static String item(String guid, String date, String rest) {
        return "<item><title>Title " + guid + "</title><guid isPermaLink=\"false\">" + guid
                + "</guid><link>https://news.a.co.uk/" + guid + "</link>"
                + (date.isEmpty() ? "" : "<pubDate>" + date + "</pubDate>") + rest + "</item>";
    }
}
