package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.DeadLetter;
import topfive.contract.Document;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Hints;
import topfive.ingest.fetch.Validators;
import topfive.ingest.fetch.Web;

/** What could not be read, read again as if the reader had been mended meanwhile. */
class SecondReadingTest {
    private static final Instant NOW = Instant.parse("2026-10-14T12:00:00Z");
    private static final String FEED = "https://quay.example/feed";
    private static final String TEXT =
            "The harbour board lengthened the quay because two ships a day had to wait outside. ".repeat(6);

    @TempDir
    private Path folder;

    private final Map<String, Fetched> pages = new HashMap<>();
    private final Web web = request -> pages.getOrDefault(request.url(), Fetched.Failed.of("http-404", "not here"));

    @Test
    void a_feed_is_read_under_the_ids_that_it_would_have_had() throws Exception {
        serve(FEED, feed(TEXT));
        List<Document> first;
        try (var desk = new Desk(NOW, web, Desk.source("quay", "feed", FEED))) {
            desk.ingest.harvestOnce();
            first = desk.documents();
        }
        pages.clear();

        var again = read(letter(FEED, feed(TEXT)), "quay", "feed", FEED);

        assertThat(again.said()).isEqualTo("1 document");
        assertThat(again.documents())
                .extracting(Document::id)
                .isEqualTo(first.stream().map(Document::id).toList());
    }

    @Test
    void a_page_belongs_to_the_item_that_links_to_it() throws Exception {
        serve(FEED, feed("In short."));

        var again =
                read(letter("https://quay.example/1", "<article><p>" + TEXT + "</p></article>"), "quay", "feed", FEED);

        assertThat(again.said()).isEqualTo("1 document");
        assertThat(again.documents()).extracting(Document::title).containsExactly("Longer quay");
        assertThat(again.documents().get(0).texts().get(0)).startsWith("The harbour board lengthened");
    }

    @Test
    void an_item_that_has_gone_is_said() throws Exception {
        serve(FEED, feed("In short."));

        assertThat(read(letter("https://quay.example/99", "<p>" + TEXT + "</p>"), "quay", "feed", FEED)
                        .said())
                .isEqualTo("its item is no longer in " + FEED);
    }

    @Test
    void a_file_is_read_from_the_letter_and_not_from_the_disk() throws Exception {
        var file = folder.resolve("notes.txt");
        Files.writeString(file, "changed since");
        var letter = DeadLetter.of(
                        "notes.txt",
                        Desk.utf8("Longer quay\n\n" + TEXT),
                        "failed",
                        "read",
                        "",
                        file.toUri().toString())
                .of("box", "");

        var again = read(letter, "box", "folder", folder.toString());

        assertThat(again.said()).isEqualTo("1 document");
        assertThat(again.documents().get(0).texts().toString()).contains("lengthened the quay");
    }

    @Test
    void what_still_cannot_be_read_is_a_letter_that_has_counted() throws Exception {
        var again = read(letter("https://quay.example/p", "").tried(2), "quay", "page", "https://quay.example/p");

        assertThat(again.said()).startsWith("cannot be read again");
        assertThat(again.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.replays()).isEqualTo(3);
            assertThat(letter.source()).isEqualTo("quay");
        });
    }

    @Test
    void a_source_that_is_no_longer_configured_is_taken_from_the_letter() throws Exception {
        var letter = letter("https://quay.example/p", "<article><p>" + TEXT + "</p></article>");

        var again = read(letter, "other", "feed", "https://other.example/feed");

        assertThat(again.said()).isEqualTo("1 document");
        assertThat(again.documents())
                .extracting(document -> document.source().id())
                .containsExactly("quay");
    }

    @Test
    void a_folder_s_letter_from_nowhere_says_so() throws Exception {
        var letter = DeadLetter.of("x", Desk.utf8(TEXT), "failed", "read", "", "file:%zz")
                .of("box", "");

        assertThat(read(letter, "box", "folder", folder.toString()).said()).startsWith("its origin is no file");
    }

    private record Again(String said, List<Document> documents, List<DeadLetter> letters) {}

    private Again read(DeadLetter letter, String id, String kind, String url) throws Exception {
        try (var desk = new Desk(NOW, web)) {
            var settings = new Settings(
                    List.of(Desk.source(id, kind, url)),
                    List.of(),
                    "",
                    List.of("en"),
                    "127.0.0.1",
                    0,
                    Optional.empty(),
                    folder);
            var metrics = new SimpleMeterRegistry();
            var outbox = new Outbox(desk.producer, metrics);
            var said = new SecondReading(settings, outbox, new Memory(), web, () -> NOW, metrics).read(letter);
            return new Again(said, desk.documents(), desk.deadLetters());
        }
    }

    private static DeadLetter letter(String origin, String body) {
        return DeadLetter.of(null, body.getBytes(StandardCharsets.UTF_8), "failed", "parse", "", origin)
                .of("quay", "");
    }

    private void serve(String url, String body) {
        pages.put(url, new Fetched.Fresh(url, Desk.utf8(body), "", Validators.NONE, Hints.NONE));
    }

    private static String feed(String description) {
        return "<rss version='2.0'><channel><title>Quay News</title><item><title>Longer quay</title>"
                + "<guid isPermaLink='false'>q1</guid><link>https://quay.example/1</link><pubDate>Wed, 14 Oct 2026 08:00:00 GMT</pubDate>"
                + "<description>" + description + "</description></item></channel></rss>";
    }
}
