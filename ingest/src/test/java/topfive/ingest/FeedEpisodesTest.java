package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import topfive.contract.Document;
import topfive.contract.Document.Quality;
import topfive.contract.Episode;
import topfive.contract.Episode.Chapter;
import topfive.contract.Source;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.feed.FeedFile;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Validators;
import topfive.ingest.fetch.Web;
import topfive.ingest.speech.Heard;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Unreadable;

/** From an episode of a podcast feed to what is said in it. */
class FeedEpisodesTest {
    private static final Instant NOW = Instant.parse("2026-10-14T18:00:00Z");
    private static final String SRT = "1\n00:00:01,000 --> 00:00:04,000\nThe lock was closed for eleven days.\n";
    private static final String NOTES =
            "<description>We talk about the lock.</description><enclosure url='https://cdn.example/1.mp3' type='audio/mpeg' length='1'/>";

    private final Map<String, String> pages = new HashMap<>();
    private final Web web = request -> pages.containsKey(request.url())
            ? new Fetched.Fresh(
                    request.url(),
                    Desk.utf8(pages.get(request.url())),
                    "",
                    Validators.NONE,
                    topfive.ingest.fetch.Hints.NONE)
            : Fetched.Failed.of("http-404", request.url() + " answers 404");

    @Test
    void a_transcript_that_is_missing_or_is_a_page_gives_way_to_the_next() {
        pages.put("https://locks.example/1.vtt", "<html><body><p>Please log in to go on reading.</p></body></html>");
        pages.put("https://locks.example/1.srt", SRT);
        var episode = harvest(transcript("1.json", "application/json", "")
                        + transcript("1.srt", "application/x-subrip", "")
                        + transcript("1.vtt", "text/vtt", ""))
                .get(0);

        assertThat(episode.texts()).containsExactly("The lock was closed for eleven days.");
        assertThat(episode.quality()).isEqualTo(Quality.FULL);
    }

    @Test
    void the_transcript_in_the_language_of_the_feed_comes_before_a_better_format() {
        pages.put("https://locks.example/de.json", "{\"segments\":[{\"body\":\"Die Schleuse war zu.\"}]}");
        pages.put("https://locks.example/1.srt", SRT);
        var episode = harvest(transcript("de.json", "application/json", "de")
                        + transcript("1.srt", "application/srt", "en-GB"))
                .get(0);

        assertThat(episode.texts()).containsExactly("The lock was closed for eleven days.");
    }

    @Test
    void show_notes_are_labelled_as_notes_where_there_is_no_transcript() {
        var episode = harvest("").get(0);

        assertThat(episode.quality()).isEqualTo(Quality.NOTES_ONLY);
        assertThat(episode.texts()).containsExactly("We talk about the lock.");
        assertThat(episode.audioUrl()).isEqualTo("https://cdn.example/1.mp3");
    }

    @Test
    void a_transcript_that_belongs_to_another_episode_is_not_taken_for_this_one() {
        pages.put("https://locks.example/old.srt", SRT);
        pages.put("https://locks.example/new.srt", SRT);
        pages.put(
                "https://locks.example/feed",
                feed(episode("new", "Dredging", "2026-10-14T10:00:00Z", transcript("new.srt", "application/srt", ""))
                        + episode(
                                "old",
                                "The lock",
                                "2026-10-14T09:00:00Z",
                                transcript("old.srt", "application/srt", ""))));
        try (var desk = desk()) {
            desk.ingest.harvestOnce();
            assertThat(desk.documents()).extracting(Document::title).containsExactly("The lock", "Dredging");
            assertThat(desk.documents())
                    .extracting(Document::quality)
                    .containsExactly(Quality.FULL, Quality.NOTES_ONLY);
        }
    }

    @Test
    void an_episode_under_a_new_guid_keeps_its_transcript() {
        pages.put("https://locks.example/1.srt", SRT);
        try (var desk = desk()) {
            for (var guid : List.of("old-guid", "new-guid")) {
                pages.put(
                        "https://locks.example/feed",
                        feed(episode(
                                guid, "The lock", "2026-10-14T09:00:00Z", transcript("1.srt", "application/srt", ""))));
                desk.ingest.harvestOnce();
            }
            assertThat(desk.documents()).hasSize(2).allMatch(document -> document.quality() == Quality.FULL);
            assertThat(desk.documents().get(0).contentHash())
                    .isEqualTo(desk.documents().get(1).contentHash());
        }
    }

    @Test
    void chapters_come_from_the_file_that_the_feed_names_or_from_the_feed_itself() {
        pages.put("https://locks.example/1.srt", SRT);
        pages.put(
                "https://locks.example/1.chapters.json",
                "{\"version\":\"1.2.0\",\"chapters\":[{\"startTime\":61.5,\"title\":\"Dredging\"},{\"startTime\":0,\"title\":\"The lock\"},"
                        + "{\"startTime\":30,\"toc\":false,\"title\":\"A picture\"}]}");
        var srt = transcript("1.srt", "application/srt", "");
        assertThat(harvest(srt + "<podcast:chapters url='/1.chapters.json' type='application/json+chapters'/>")
                        .get(0)
                        .chapters())
                .containsExactly(new Chapter(0, "The lock"), new Chapter(61_500, "Dredging"));
        assertThat(harvest(srt + "<psc:chapters><psc:chapter start='00:01:01.5' title='Dredging'/></psc:chapters>")
                        .get(0)
                        .chapters())
                .containsExactly(new Chapter(61_500, "Dredging"));
        assertThat(harvest("<psc:chapters><psc:chapter start='5' title='Notes have them, too'/></psc:chapters>")
                        .get(0)
                        .chapters())
                .containsExactly(new Chapter(5_000, "Notes have them, too"));
    }

    @Test
    void the_people_of_the_show_are_known_to_who_reads_the_transcript() {
        pages.put("https://locks.example/1.srt", SRT.replace("The lock", "Mira Okafor: The lock"));
        var transcript = transcript("1.srt", "application/srt", "");

        assertThat(harvest(transcript + "<podcast:person role='guest'>Mira Okafor</podcast:person>")
                        .get(0)
                        .turns())
                .singleElement()
                .satisfies(turn -> assertThat(turn.speaker()).isEqualTo("Mira Okafor"));
    }

    @Test
    void an_episode_that_nobody_wrote_down_is_heard_where_a_command_for_it_is_given() throws Exception {
        var heard = new ArrayList<String>();
        EpisodeText.Hearing command = audio -> {
            heard.add(audio);
            return Optional.of(new Heard.Words(Desk.utf8(SRT), "stdout"));
        };
        pages.put("https://locks.example/1.srt", SRT.replace("eleven", "twelve"));
        var documents = harvest(
                feed(episode("a", "Heard", "2026-10-14T09:00:00Z", "")
                        + episode("b", "Written", "2026-10-14T09:00:00Z", transcript("1.srt", "application/srt", ""))
                        + episode("c", "Long ago", "2026-01-14T09:00:00Z", "")),
                command);

        assertThat(heard).containsExactly("https://cdn.example/1.mp3");
        assertThat(documents).extracting(Document::title).containsExactly("Long ago", "Heard", "Written");
        assertThat(documents)
                .extracting(Document::quality)
                .containsExactly(Quality.NOTES_ONLY, Quality.FULL, Quality.FULL);
        assertThat(documents.get(1).texts()).containsExactly("The lock was closed for eleven days.");
    }

    private List<Document> harvest(String feed, EpisodeText.Hearing command) throws InterruptedException, Unreadable {
        try (var desk = desk()) {
            var outbox = new Outbox(desk.producer, desk.metrics);
            var source = new Source("a", "a", "feed", "locks.example", "https://locks.example/feed");
            var round = new Round(source, source.url(), NOW, NOW, new Batch(outbox, new Memory(), desk.metrics));
            new FeedHarvest(web, new CopyDesk(Languages.load()), Optional.of(command))
                    .items(FeedFile.read(feed, source.url()), round);
            return desk.documents();
        }
    }

    /** The only episode of the feed, by a desk that has seen nothing before. */
    private List<Episode> harvest(String inside) {
        pages.put("https://locks.example/feed", feed(episode("g", "The lock", "2026-10-14T09:00:00Z", inside)));
        try (var desk = desk()) {
            desk.ingest.harvestOnce();
            return desk.documents().stream().map(Episode.class::cast).toList();
        }
    }

    private Desk desk() {
        return new Desk(NOW, web, Desk.source("a", "feed", "https://locks.example/feed"));
    }

    private static String feed(String episodes) {
        return "<rss xmlns:podcast='https://podcastindex.org/namespace/1.0' xmlns:psc='http://podlove.org/simple-chapters'><channel>"
                + "<title>Locks</title><language>en</language>" + episodes + "</channel></rss>";
    }

    private static String episode(String guid, String title, String date, String inside) {
        return "<item><guid isPermaLink='false'>" + guid + "</guid><title>" + title + "</title><pubDate>" + date
                + "</pubDate>" + NOTES + inside + "</item>";
    }

    private static String transcript(String file, String type, String language) {
        return "<podcast:transcript url='/" + file + "' type='" + type + "' language='" + language + "'/>";
    }
}
