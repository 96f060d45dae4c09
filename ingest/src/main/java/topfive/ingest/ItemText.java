package topfive.ingest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import topfive.contract.Article.Paragraph;
import topfive.contract.Document.Quality;
import topfive.contract.Episode;
import topfive.contract.Episode.Turn;
import topfive.contract.Ids;
import topfive.ingest.article.ArticlePage;
import topfive.ingest.feed.Feed;
import topfive.ingest.feed.MediaAddress;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Links;
import topfive.ingest.text.Reading;

/** What a feed item says by itself, before anything is fetched for it. */
final class ItemText {
    private static final Pattern TEASES = Pattern.compile(
            "(?:…|\\.\\.\\.|\\[…]|\\[\\.\\.\\.]|read more|continue reading|weiterlesen)\\W*$",
            Pattern.CASE_INSENSITIVE);
    private static final int FULL_CONTENT = 250;
    private static final int FULL_SUMMARY = 1500;

    private ItemText() {}

    /**
     * Changes when anything does that a document is made of. Not with what changes at every visit: the permits of recordings, and a date
     * that is always now.
     */
    static String fingerprint(Feed.Item item) {
        var dated = item.published().isPresent()
                && item.updated().isPresent()
                && !item.updated().equals(item.published());
        return Ids.sha256(String.join(
                "\n",
                item.title(),
                item.link(),
                words(item.fullest()),
                item.authors().toString(),
                item.language(),
                "" + published(item).isPresent(),
                dated ? item.updated().map(date -> date.toInstant().toString()).orElse("") : "",
                MediaAddress.lasting(item.audio()),
                item.transcripts().stream()
                        .map(link -> MediaAddress.lasting(link.url()))
                        .toList()
                        .toString(),
                item.broadcast().chapters().toString(),
                MediaAddress.lasting(item.broadcast().chaptersUrl())));
    }

    /** Without the markup, in which pictures are counted and shared. */
    private static String words(String html) {
        var out = new StringBuilder(html.length());
        boolean inTag = false;
        for (int at = 0; at < html.length(); at++) {
            char c = html.charAt(at);
            inTag = c == '<' || inTag && c != '>';
            out.append(inTag || c == '>' ? "" : c);
        }
        return out.toString();
    }

    /** Show notes of an episode, the full text of an article, or its teaser; empty where it has no text at all. */
    static Optional<Reading> of(Feed.Item item, String feedLanguage, Languages languages) {
        var paragraphs = ArticlePage.fragment(item.fullest());
        if (paragraphs.isEmpty()) {
            return Optional.empty();
        }
        var text = String.join("\n", paragraphs.stream().map(Paragraph::text).toList());
        var language = languages.of(text, item.language().isEmpty() ? feedLanguage : item.language());
        var body = item.isEpisode() ? notes(paragraphs, item) : new Reading.Written(paragraphs);
        var quality = item.isEpisode() ? Quality.NOTES_ONLY : isFull(item, text) ? Quality.FULL : Quality.TEASER;
        return Optional.of(new Reading(
                item.headline(),
                item.writer(),
                Links.absolute(null, item.link()).orElse(""),
                "",
                published(item),
                language,
                quality,
                false,
                body,
                List.of()));
    }

    static Optional<java.time.OffsetDateTime> published(Feed.Item item) {
        return item.published().or(item::created).or(item::updated);
    }

    private static boolean isFull(Feed.Item item, String text) {
        int enough = item.contents().isEmpty() ? FULL_SUMMARY : FULL_CONTENT;
        return text.length() >= enough && !TEASES.matcher(text).find();
    }

    private static Reading.Spoken notes(List<Paragraph> paragraphs, Feed.Item item) {
        var turns = paragraphs.stream()
                .map(paragraph -> new Turn(null, null, null, paragraph.text(), Episode.Kind.SPEECH, List.of()))
                .toList();
        var chapters = item.broadcast().chapters().stream()
                .map(chapter -> new Episode.Chapter(chapter.startMs(), chapter.title()))
                .toList();
        return new Reading.Spoken(turns, chapters, item.audio());
    }
}
