package topfive.processor.insight;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Episode;
import topfive.contract.Source;

/** Documents as the tests need them. */
final class Documents {
    private static final Instant FETCHED = Instant.parse("2026-10-14T12:00:00Z");

    private Documents() {}

    static Article article(String... paragraphs) {
        return article(
                Document.Quality.FULL,
                Arrays.stream(paragraphs).map(Article.Paragraph::of).toList());
    }

    static Article article(Document.Quality quality, List<Article.Paragraph> paragraphs) {
        return from("desk", quality, paragraphs);
    }

    static Article statement(int number, String text) {
        return from("statement " + number, Document.Quality.FULL, List.of(Article.Paragraph.of(text)));
    }

    static Episode episode(Episode.Turn... turns) {
        return new Episode(
                1,
                "d",
                "h",
                1,
                source("radio"),
                null,
                "",
                null,
                null,
                FETCHED,
                "en",
                Document.Quality.FULL,
                false,
                false,
                null,
                List.of(turns),
                List.of());
    }

    static Episode.Turn says(String speaker, String text) {
        return new Episode.Turn(speaker, 60_000L, null, text, Episode.Kind.SPEECH, List.of());
    }

    private static Article from(String source, Document.Quality quality, List<Article.Paragraph> paragraphs) {
        return new Article(
                1, "d", "h", 1, source(source), null, "", null, null, FETCHED, "en", quality, false, false, paragraphs);
    }

    private static Source source(String id) {
        return new Source(id, id, "file", id, null);
    }
}
