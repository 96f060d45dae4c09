package topfive.ingest.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import topfive.ingest.article.ArticlePage;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.feed.Feed;
import topfive.ingest.feed.FeedFile;
import topfive.ingest.text.Dates;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;
import topfive.ingest.transcript.Transcript;

/**
 * Any bytes through every parser: what comes out is text that may be shown, or {@link Unreadable}. As a plain test the kept inputs run;
 * {@code JAZZER_FUZZ=1} searches for new ones.
 */
class ParsersFuzzTest {
    private static final Languages LANGUAGES = Languages.load();
    private static final CopyDesk DESK = new CopyDesk(LANGUAGES);

    @FuzzTest(maxDuration = "3m")
    void an_article_page(byte[] bytes) {
        check(ArticlePage.read(Encoding.decode(bytes, "text/html"), "https://a.example/b", LANGUAGES, ""));
    }

    @FuzzTest(maxDuration = "3m")
    void a_feed(byte[] bytes) {
        try {
            FeedFile.read(Encoding.decode(bytes, ""), "https://a.example/feed")
                    .items()
                    .forEach(ParsersFuzzTest::check);
        } catch (Unreadable e) {
            assertThat(e.reason()).isNotBlank();
        }
    }

    @FuzzTest(maxDuration = "3m")
    void a_transcript(byte[] bytes) {
        try {
            Transcript.turns(Encoding.decode(bytes, ""), List.of("Ann Lee")).forEach(turn -> isText(turn.text()));
        } catch (Unreadable e) {
            assertThat(e.reason()).isNotBlank();
        }
    }

    @FuzzTest(maxDuration = "3m")
    void anything(byte[] bytes) {
        try {
            check(DESK.read(CopyDesk.Copy.page(bytes, "", "https://a.example/b")));
        } catch (Unreadable e) {
            assertThat(e.reason()).isNotBlank();
        }
    }

    @FuzzTest(maxDuration = "3m")
    void a_date(String stated) {
        Dates.parse(stated).ifPresent(date -> assertThat(date.getYear()).isBetween(-1, 10_000));
    }

    private static void check(Feed.Item item) {
        isText(item.headline());
        isText(item.writer());
    }

    private static void check(Reading reading) {
        isText(reading.title());
        isText(reading.author());
        reading.body().texts().forEach(ParsersFuzzTest::isText);
        assertThat(reading.url()).matches("(?:https?://.+)?");
    }

    private static void isText(String text) {
        assertThat(text.chars()
                        .filter(c -> Character.isISOControl(c) && c != '\n')
                        .count())
                .isZero();
    }
}
