package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topfive.contract.Document;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Validators;
import topfive.ingest.fetch.Web;

/** Which item is which, and when it counts. */
class FeedItemsTest {
    private static final Instant NOW = Instant.parse("2026-10-14T18:00:00Z");
    private static final String FEED = "https://harbour.example/feed";
    private static final String FULL =
            "The pilots of the northern harbour refuse night shifts from Monday on, and the terminal says that a third of all ships will wait. "
                    .repeat(3);

    private final Map<String, String> pages = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final Web web = request -> {
        asked.add(request.url());
        return pages.containsKey(request.url())
                ? new Fetched.Fresh(
                        request.url(),
                        Desk.utf8(pages.get(request.url())),
                        "",
                        Validators.NONE,
                        topfive.ingest.fetch.Hints.NONE)
                : Fetched.Failed.of("http-404", request.url() + " answers 404");
    };

    @Test
    void an_edited_title_reaches_readers_under_the_same_id_and_text() {
        try (var desk = desk()) {
            harvest(desk, item("<guid>a</guid><title>Pilots refuse</title>" + full("")));
            harvest(desk, item("<guid>a</guid><title>Pilots refuse night shifts</title>" + full("")));
            harvest(desk, item("<guid>a</guid><title>Pilots refuse night shifts</title>" + full("")));

            assertThat(desk.documents())
                    .extracting(Document::title)
                    .containsExactly("Pilots refuse", "Pilots refuse night shifts");
            assertThat(desk.documents()).extracting(Document::revision).containsExactly(1, 2);
            assertThat(desk.documents())
                    .extracting(Document::id)
                    .containsOnly(desk.documents().get(0).id());
            assertThat(desk.documents())
                    .extracting(Document::contentHash)
                    .containsOnly(desk.documents().get(0).contentHash());
        }
    }

    @Test
    void a_recording_whose_permit_changes_at_every_visit_is_one_episode() {
        var item =
                "<item><title>Night shifts</title><guid>https://cdn.example/7.mp3?id=7&amp;Expires=%d&amp;Signature=x%d</guid>"
                        + "<description>We talk.</description><enclosure url=\"https://cdn.example/7.mp3?id=7&amp;Expires=%d\" type=\"audio/mpeg\"/></item>";
        try (var desk = desk()) {
            harvest(desk, item.replace("%d", "1"));
            harvest(desk, item.replace("%d", "2"));
            assertThat(desk.documents()).hasSize(1);
        }
    }

    @Test
    void items_without_a_word_are_counted_in_what_the_source_says() {
        try (var desk = desk()) {
            harvest(desk, item("<guid>a</guid>") + item("<guid>b</guid><title>Pilots refuse</title>") + item(full("")));

            assertThat(desk.documents()).hasSize(1);
            assertThat(desk.states().get(0).detail()).contains("2 items without text");
        }
    }

    @Test
    void a_guid_that_every_item_carries_does_not_make_them_one() {
        try (var desk = desk()) {
            harvest(
                    desk,
                    item("<guid>1</guid><title>One</title><link>https://harbour.example/1</link>" + full(" One."))
                            + item("<guid>1</guid><title>Two</title><link>https://harbour.example/2</link>"
                                    + full(" Two.")));
            assertThat(desk.documents()).extracting(Document::title).containsExactly("One", "Two");
            assertThat(desk.documents()).extracting(Document::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void items_without_a_guid_that_all_link_to_the_front_page_are_told_apart() {
        try (var desk = desk()) {
            var one = item("<title>One</title><link>https://harbour.example/</link>" + full(" One."));
            var two = item("<title>Two</title><link>https://harbour.example/</link>" + full(" Two."));
            harvest(desk, one);
            harvest(desk, two + one);
            assertThat(desk.documents()).extracting(Document::title).containsExactly("One", "Two");
            assertThat(desk.documents()).extracting(Document::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void one_link_with_two_guids_is_two_documents() {
        try (var desk = desk()) {
            harvest(
                    desk,
                    item("<guid>a</guid><title>Morning</title><link>https://harbour.example/live</link>" + full(" a"))
                            + item("<guid>b</guid><title>Noon</title><link>https://harbour.example/live</link>"
                                    + full(" b")));
            assertThat(desk.documents())
                    .extracting(Document::id)
                    .doesNotHaveDuplicates()
                    .hasSize(2);
        }
    }

    @Test
    void of_two_states_of_one_item_in_a_feed_the_later_is_taken_once() {
        var early =
                "<entry><id>x</id><title>Pilots</title><link href='https://harbour.example/x'/><updated>2026-10-14T08:00:00Z</updated><content>"
                        + FULL + " First.</content></entry>";
        var late = early.replace("T08:", "T09:").replace("First", "Corrected");
        try (var desk = desk()) {
            for (var order : List.of(early + late, late + early, early + late)) {
                pages.put(FEED, "<feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour</title>" + order + "</feed>");
                desk.ingest.harvestOnce();
            }
            assertThat(desk.documents())
                    .singleElement()
                    .satisfies(document -> assertThat(document.texts().get(0)).endsWith("Corrected."));
        }
    }

    @Test
    void a_feed_that_dates_everything_anew_says_nothing_new() {
        try (var desk = desk()) {
            pages.put("https://harbour.example/p", "<article><p>" + FULL + "</p></article>");
            for (var hour : List.of("10", "11", "12")) {
                harvest(
                        desk,
                        item(
                                "<guid>a</guid><title>Pilots</title><link>https://harbour.example/p</link><description>Short.</description>"
                                        + "<pubDate>Wed, 14 Oct 2026 " + hour + ":00:00 +0000</pubDate>"));
            }
            assertThat(desk.documents()).hasSize(1);
            assertThat(asked).filteredOn(url -> url.endsWith("/p")).hasSize(1);
        }
    }

    @Test
    void what_has_no_date_is_taken_with_the_moment_it_was_seen() {
        try (var desk = desk()) {
            harvest(desk, item("<guid>a</guid><title>Pilots</title>" + full("")));
            assertThat(desk.documents()).singleElement().satisfies(document -> {
                assertThat(document.publishedAt()).isNull();
                assertThat(document.fetchedAt()).isEqualTo(NOW);
                assertThat(document.backlog()).isFalse();
            });
        }
    }

    @Test
    void a_long_backlog_is_taken_whole_and_only_its_newest_pages_are_asked_for() {
        try (var desk = desk()) {
            harvest(desk, teasers(300, Instant.parse("2026-05-01T10:00:00Z")));
            assertThat(desk.documents()).hasSize(300).allMatch(Document::backlog);
            assertThat(asked).hasSize(1 + 20);
        }
    }

    @Test
    void of_very_many_new_items_those_that_need_a_page_are_spread_over_visits() {
        try (var desk = desk()) {
            harvest(desk, teasers(150, Instant.parse("2026-10-14T10:00:00Z")));
            assertThat(desk.documents()).hasSize(100);
            assertThat(desk.documents()).noneMatch(document -> document.title().equals("Teaser 0"));
            harvest(desk, teasers(150, Instant.parse("2026-10-14T10:00:00Z")));
            assertThat(desk.documents()).hasSize(150).noneMatch(Document::backlog);
            assertThat(asked).hasSize(2 + 150);
        }
    }

    @Test
    void after_a_restart_the_same_items_are_the_same_documents() {
        List<Document> before;
        var feed =
                item("<guid>a</guid><title>One</title>" + full(" One.")) + item("<title>Two</title>" + full(" Two."));
        try (var desk = desk()) {
            harvest(desk, feed);
            before = desk.documents();
        }
        try (var desk = desk()) {
            harvest(desk, feed);
            assertThat(desk.documents()).isEqualTo(before);
        }
    }

    @Test
    void a_page_leads_to_the_feed_of_its_section_and_not_to_that_of_the_comments() {
        pages.put("https://harbour.example/pilots/", """
                <html><head><link rel="alternate" type="application/rss+xml" title="Comments" href="/pilots/comments/feed/">
                <link rel="alternate" type="application/rss+xml" title="All" href="/feed/">
                <link rel="alternate" type="application/rss+xml" title="Pilots" href="/pilots/feed/"></head><body>Pilots</body></html>
                """);
        pages.put("https://harbour.example/pilots/feed/", rss(item("<guid>a</guid><title>Pilots</title>" + full(""))));
        try (var desk = new Desk(NOW, web, Desk.source("a", "feed", "https://harbour.example/pilots/"))) {
            desk.ingest.harvestOnce();
            assertThat(desk.documents()).extracting(Document::title).containsExactly("Pilots");
        }
    }

    private Desk desk() {
        return new Desk(NOW, web, Desk.source("a", "feed", FEED));
    }

    private void harvest(Desk desk, String items) {
        pages.put(FEED, rss(items));
        desk.ingest.harvestOnce();
    }

    private static String rss(String items) {
        return "<rss><channel><title>Harbour</title><link>https://harbour.example/</link><language>en</language>"
                + items + "</channel></rss>";
    }

    private static String item(String inside) {
        return "<item>" + inside + "</item>";
    }

    private static String full(String end) {
        return "<fullitem>" + FULL + end + "</fullitem>";
    }

    /** The first is the oldest. */
    private static String teasers(int count, Instant first) {
        return IntStream.range(0, count)
                .mapToObj(n -> item("<guid>" + n + "</guid><title>Teaser " + n
                        + "</title><link>https://harbour.example/p/" + n
                        + "</link><description>Short " + n + "</description><pubDate>" + first.plusSeconds(60L * n)
                        + "</pubDate>"))
                .collect(Collectors.joining());
    }
}
