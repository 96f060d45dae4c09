package topfive.ingest.text;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import topfive.contract.Article.Paragraph;
import topfive.contract.Document.Quality;
import topfive.contract.Episode.Chapter;
import topfive.contract.Episode.Turn;

/**
 * What a page, transcript or file says, before it belongs to a source.
 *
 * @param url canonical address, "" where unknown
 * @param site the name of the publication, "" where unknown
 * @param published as stated, with the source's own offset
 * @param notes what a person should know: one line each
 */
public record Reading(
        String title,
        String author,
        String url,
        String site,
        Optional<OffsetDateTime> published,
        String language,
        Quality quality,
        boolean truncated,
        Body body,
        List<String> notes) {

    public Reading {
        notes = List.copyOf(notes);
    }

    /** Written or spoken. */
    public sealed interface Body permits Written, Spoken {
        List<String> texts();
    }

    public record Written(List<Paragraph> paragraphs) implements Body {
        public Written {
            paragraphs = List.copyOf(paragraphs);
        }

        @Override
        public List<String> texts() {
            return paragraphs.stream().map(Paragraph::text).toList();
        }
    }

    /** @param audioUrl "" where unknown */
    public record Spoken(List<Turn> turns, List<Chapter> chapters, String audioUrl) implements Body {
        public Spoken {
            turns = List.copyOf(turns);
            chapters = List.copyOf(chapters);
        }

        @Override
        public List<String> texts() {
            return turns.stream().map(Turn::text).toList();
        }
    }

    public String text() {
        return String.join("\n", body.texts());
    }

    public Reading with(Body other) {
        return new Reading(title, author, url, site, published, language, quality, truncated, other, notes);
    }

    public Reading with(Quality other) {
        return new Reading(title, author, url, site, published, language, other, truncated, body, notes);
    }

    public Reading noting(String note) {
        var more = new java.util.ArrayList<>(notes);
        more.add(note);
        return new Reading(title, author, url, site, published, language, quality, truncated, body, more);
    }

    /** What a feed knows of its item, where the text itself does not say. */
    public Reading filledFrom(String otherTitle, String otherAuthor, String otherUrl, Optional<OffsetDateTime> stated) {
        return new Reading(
                title.isEmpty() ? otherTitle : title,
                author.isEmpty() ? otherAuthor : author,
                url.isEmpty() ? otherUrl : url,
                site,
                published.or(() -> stated),
                language,
                quality,
                truncated,
                body,
                notes);
    }
}
