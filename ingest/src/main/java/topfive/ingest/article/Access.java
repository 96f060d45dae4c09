package topfive.ingest.article;

import topfive.contract.Document.Quality;

/** How much of its article a page shows to a reader without an account. */
public enum Access {
    FULL(Quality.FULL),
    TEASER(Quality.TEASER),
    PAYWALLED(Quality.PAYWALLED);

    private static final int TEASER_BELOW = 250;

    private final Quality quality;

    Access(Quality quality) {
        this.quality = quality;
    }

    static Access of(String text, boolean walled, boolean onlyDescription) {
        if (walled) {
            return PAYWALLED;
        }
        return onlyDescription || text.length() < TEASER_BELOW ? TEASER : FULL;
    }

    Quality quality() {
        return quality;
    }
}
