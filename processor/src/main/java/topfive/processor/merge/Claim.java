package topfive.processor.merge;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import topfive.contract.Insight;

/**
 * An insight with what is needed to compare it.
 *
 * @param published when its document counts as published; decides which report is the earliest
 * @param words none where the encoder sees only the whole
 * @param origin where its document's text comes from
 */
public record Claim(Insight insight, Instant published, Vector vector, Words words, Origin origin) {
    /** The earliest first; the order in which everything here is computed, so that arrival cannot show. */
    public static final Comparator<Claim> EARLIEST =
            Comparator.comparing(Claim::published).thenComparing(Claim::id);

    public Claim {
        words = Objects.requireNonNullElse(words, Words.NONE);
        origin = Objects.requireNonNullElse(origin, Origin.UNKNOWN);
    }

    public Claim(Insight insight, Instant published, Vector vector, Words words) {
        this(insight, published, vector, words, Origin.UNKNOWN);
    }

    public String id() {
        return insight.id();
    }
}
