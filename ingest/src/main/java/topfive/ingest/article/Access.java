package topfive.ingest.article;

import java.util.List;
import topfive.contract.Article.Paragraph;
import topfive.contract.Document.Quality;

/** How much of its article a page shows to a reader without an account. Of the last two no document may be made. */
public enum Access {
    FULL(Quality.FULL),
    TEASER(Quality.TEASER),
    PAYWALLED(Quality.PAYWALLED),
    /** It shows the question whether cookies are welcome, and nothing else. */
    COOKIE_WALL(Quality.TEASER),
    EMPTY(Quality.TEASER);

    private static final int TEASER_BELOW = 250;

    private final Quality quality;

    Access(Quality quality) {
        this.quality = quality;
    }

    static Access of(List<Paragraph> paragraphs, boolean walled, boolean onlyDescription) {
        int length = paragraphs.stream()
                .mapToInt(paragraph -> paragraph.text().length())
                .sum();
        if (Consent.isAll(paragraphs)) {
            return COOKIE_WALL;
        }
        if (length == 0) {
            return EMPTY;
        }
        if (walled) {
            return PAYWALLED;
        }
        return onlyDescription || length < TEASER_BELOW ? TEASER : FULL;
    }

    Quality quality() {
        return quality;
    }
}
