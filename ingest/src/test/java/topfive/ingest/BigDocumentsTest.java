package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;

/** The largest that is honest is read within the processor time that a document may take. */
class BigDocumentsTest {
    private static final String SENTENCE =
            "The pilots of the northern harbour refuse night shifts from Monday on, and the terminal counts the ships that wait. ";

    private static CopyDesk desk;

    @BeforeAll
    static void load() {
        desk = new CopyDesk(Languages.load(), new OwnThread());
    }

    @Test
    void six_hours_of_talk_in_sixty_thousand_captions() throws Unreadable {
        var words = SENTENCE.split(" ");
        var captions = many(
                60_000,
                at -> clock(at * 360L) + " --> " + clock(at * 360L + 350) + "\n" + words[at % words.length] + "\n\n");

        assertThat(spoken("WEBVTT\n\n" + captions).text()).hasSizeGreaterThan(300_000);
    }

    @Test
    void a_hundred_thousand_words_each_with_its_second() throws Unreadable {
        var words = SENTENCE.split(" ");
        var segments = many(
                100_000,
                at -> ",{\"speaker\":\"Ann\",\"startTime\":" + at / 5.0 + ",\"body\":\"" + words[at % words.length]
                        + "\"}");

        assertThat(spoken("{\"segments\":[" + segments.substring(1) + "]}").text())
                .hasSizeGreaterThan(500_000);
    }

    @Test
    void a_page_of_three_megabytes() throws Unreadable {
        var page = "<html><body><article>" + many(25_000, at -> "<p>" + at + " " + SENTENCE + "</p>\n");

        assertThat(page.length()).isGreaterThan(3_000_000);
        assertThat(desk.read(CopyDesk.Copy.page(Desk.utf8(page), "text/html", "https://a.example/b"))
                        .text())
                .hasSizeGreaterThan(500_000);
    }

    @Test
    void a_feed_of_twenty_thousand_items() throws Unreadable {
        var items = many(
                20_000,
                at -> "<item><guid>" + at + "</guid><title>Ship " + at + "</title>"
                        + "<pubDate>Wed, 14 Oct 2026 08:00:00 +0200</pubDate><description>" + SENTENCE
                        + "</description></item>");
        var feed = "<rss><channel><title>Harbour</title>" + items + "</channel></rss>";

        assertThat(desk.feed(Desk.utf8(feed), "", "https://a.example/feed").items())
                .hasSize(20_000);
    }

    private static Reading spoken(String transcript) throws Unreadable {
        return desk.read(new CopyDesk.Copy(Desk.utf8(transcript), "", "", "talk", "en", List.of(), true));
    }

    private static String many(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining());
    }

    private static String clock(long ms) {
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d.%03d", ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, ms % 1000);
    }
}
