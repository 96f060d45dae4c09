package topfive.processor.merge;

import java.util.Collections;
import java.util.Set;

/**
 * How much two claims say the same: a pure, symmetric function of the two texts. Meaning (vectors) carries it; shared words, figures,
 * actors and denial correct it, because vectors hardly see a changed number or a "not".
 *
 * @param score 0 to 1
 * @param copy one text is the other, or nearly: a wire text, a repost
 * @param contrary near in meaning, but one denies or the figures exclude each other
 */
public record Resemblance(double score, boolean copy, boolean contrary) {
    private static final double RARE_WORDS = 0.25;
    private static final double CONTAINED = 0.15;
    private static final double CHARACTERS = 0.40;
    private static final double SAME_FIGURE = 0.10;
    private static final double SAME_ACTOR = 0.02;
    /** What words, figures and names can add to the meaning at the most. */
    private static final double MOST_BY_WORDS = 0.30;

    private static final double OTHER_FIGURES = 0.08;
    private static final double OTHER_ACTORS = 0.06;
    private static final double DENIAL = 0.04;
    private static final double COPY = 0.5;
    private static final double NEAR = 0.6;

    /** With less than this cosine no pair reaches {@code score}, whatever its words: the cheap test before the full one. */
    static double leastCosine(double score) {
        return score - MOST_BY_WORDS;
    }

    /** Symmetric. */
    public static Resemblance between(Node a, Node b) {
        var x = a.wording();
        var y = b.wording();
        if (Wording.jaccard(x.shingles(), y.shingles()) >= COPY) {
            return new Resemblance(1, true, false);
        }
        var cosine = Math.max(0, a.vector().cosine(b.vector()));
        var denial = x.denies() != y.denies();
        var score = cosine + Math.min(MOST_BY_WORDS, inCommon(x, y)) - apart(x, y) - (denial ? DENIAL : 0);
        return new Resemblance(
                Math.max(0, Math.min(1, score)), false, cosine >= NEAR && (x.contradicts(y) || y.contradicts(x)));
    }

    private static double inCommon(Wording x, Wording y) {
        return RARE_WORDS * x.stems().cosine(y.stems())
                + CONTAINED * x.stems().containment(y.stems())
                + CHARACTERS * Wording.jaccard(x.grams(), y.grams())
                + SAME_FIGURE * Math.min(2, sharedFigures(x, y))
                + (Collections.disjoint(x.names(), y.names()) ? 0 : SAME_ACTOR);
    }

    private static double apart(Wording x, Wording y) {
        return (exclude(x, y) ? OTHER_FIGURES : 0) + (otherActors(x, y) ? OTHER_ACTORS : 0);
    }

    private static int sharedFigures(Wording x, Wording y) {
        int shared = 0;
        for (var kind : x.figures().entrySet()) {
            var there = y.figures().getOrDefault(kind.getKey(), Set.of());
            for (var figure : kind.getValue()) {
                shared += there.contains(figure) ? 1 : 0;
            }
        }
        return shared;
    }

    /** Both give figures of one kind, and none of that kind is in both. */
    private static boolean exclude(Wording x, Wording y) {
        for (var kind : x.figures().entrySet()) {
            var there = y.figures().get(kind.getKey());
            if (there != null && Collections.disjoint(kind.getValue(), there)) {
                return true;
            }
        }
        return false;
    }

    /** Each names somebody, and nobody is named by both. */
    private static boolean otherActors(Wording x, Wording y) {
        return !x.names().isEmpty() && !y.names().isEmpty() && Collections.disjoint(x.names(), y.names());
    }
}
