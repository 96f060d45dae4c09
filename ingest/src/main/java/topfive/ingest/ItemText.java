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

    static String identity(Feed.Item item) {
        if (!item.id().isBlank()) {
            return item.id();
        }
        return Links.absolute(null, item.link())
                .orElseGet(() -> Ids.sha256(item.headline() + "\n"
                        + item.published().map(Object::toString).orElse("")));
    }

    /** Changes when anything does that a document is made of. */
    static String fingerprint(Feed.Item item) {
        return Ids.sha256(item.toString());
    }

    /** Show notes of an episode, the full text of an article, or its teaser; empty where it has no text at all. */
    static Optional<Reading> of(Feed.Item item, String feedLanguage, Languages languages) {
        var paragraphs = ArticlePage.fragment(item.fullest());
        if (paragraphs.isEmpty()) {
            return Optional.empty();
        }
        var text = String.join("\n", paragraphs.stream().map(Paragraph::text).toList());
        var language = languages.of(text, item.language().isEmpty() ? feedLanguage : item.language());
        var body = item.isEpisode() ? notes(paragraphs, item.audio()) : new Reading.Written(paragraphs);
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

    private static Reading.Spoken notes(List<Paragraph> paragraphs, String audio) {
        var turns = paragraphs.stream()
                .map(paragraph -> new Turn(null, null, null, paragraph.text(), Episode.Kind.SPEECH, List.of()))
                .toList();
        return new Reading.Spoken(turns, List.of(), audio);
    }
}
