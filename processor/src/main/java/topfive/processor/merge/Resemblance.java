package topfive.processor.merge;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * How much two claims say the same: a pure, symmetric function of the two texts. Their meaning as a whole and word by word carries it;
 * rare words in common, figures, actors and denial correct it, because vectors hardly see a changed number or a "not".
 *
 * @param score 0 to 1
 * @param copy one text is the other, or nearly: a wire text, a repost
 * @param contrary near in meaning, but one denies or the figures exclude each other
 */
public record Resemblance(double score, boolean copy, boolean contrary) {
    private static final double WHOLE = 0.40;
    private static final double WORDS = 0.75;
    /** For the text of which less is found in the other. */
    private static final double LEAST_OF_WORDS = 0.15;

    private static final double RARE_WORDS = 0.525;
    private static final double MOST_BY_RARE_WORDS = 0.175;
    private static final double ALL = WHOLE + WORDS + LEAST_OF_WORDS + MOST_BY_RARE_WORDS;

    private static final double SAME_FIGURE = 0.16;
    private static final double OTHER_FIGURES = 0.14;
    private static final double OTHER_ACTORS = 0.015;
    /** One denies what the other says. */
    private static final double CONTRADICTION = 0.15;

    /** Cosine below which texts are not about one thing, whatever words they share: the cheap test before the full one. */
    private static final double ABOUT_ONE_THING = 0.28;

    /** What words laid side by side add at most; of texts of seven kinds that say the same at most 0.1 % have more. */
    private static final double FOUND = 0.25;

    private static final double FOUND_BY_COSINE = 0.6;
    private static final double FOUND_BY_STEMS = 0.5;

    private static final double COPY = 0.5;
    private static final double NEAR = 0.6;

    /**
     * The score where it is at least this, or else 0, and the words laid side by side only where it may be: not where they would have to be
     * found better in each other than those of texts are with such a cosine and so many stems in common. Depends on the two alone.
     */
    static double atLeast(double least, Node a, Node b) {
        var cosine = a.vector().cosine(b.vector());
        if (cosine < Math.min(ABOUT_ONE_THING, least * ALL / WHOLE)) {
            return 0;
        }
        var x = a.wording();
        var y = b.wording();
        var stems = x.stems().cosine(y.stems());
        var found = Math.min(WORDS + LEAST_OF_WORDS, FOUND + FOUND_BY_COSINE * cosine + FOUND_BY_STEMS * stems);
        if (besides(x, y, cosine, stems) + found < least * ALL && !isCopy(x, y)) {
            return 0;
        }
        var score = score(a, b);
        return score >= least ? score : 0;
    }

    /** Always in the same direction: a sum taken in another order may differ in its last digit. */
    static double score(Node a, Node b) {
        return (a.id().compareTo(b.id()) <= 0 ? between(a, b) : between(b, a)).score();
    }

    /** Symmetric. */
    public static Resemblance between(Node a, Node b) {
        var x = a.wording();
        var y = b.wording();
        if (isCopy(x, y)) {
            return new Resemblance(1, true, false);
        }
        var cosine = Math.max(0, a.vector().cosine(b.vector()));
        if (cosine < ABOUT_ONE_THING) {
            return new Resemblance(WHOLE * cosine / ALL, false, false);
        }
        var sum = besides(x, y, cosine, x.stems().cosine(y.stems())) + byWords(a, b, cosine);
        return new Resemblance(Math.max(0, Math.min(1, sum / ALL)), false, cosine >= NEAR && denial(x, y));
    }

    private static boolean isCopy(Wording x, Wording y) {
        return Wording.jaccard(x.shingles(), y.shingles()) >= COPY;
    }

    private static double besides(Wording x, Wording y, double cosine, double stems) {
        return WHOLE * cosine
                + Math.min(MOST_BY_RARE_WORDS, RARE_WORDS * stems)
                + SAME_FIGURE * Math.min(2, sharedFigures(x, y))
                - (exclude(x, y) ? OTHER_FIGURES : 0)
                - OTHER_ACTORS * otherActors(x.names(), y.names())
                - (denial(x, y) ? CONTRADICTION : 0);
    }

    private static boolean denial(Wording x, Wording y) {
        return x.contradicts(y) || y.contradicts(x);
    }

    /** An encoder that sees only the whole says of the words what it says of the whole. */
    private static double byWords(Node a, Node b, double cosine) {
        if (a.words().isEmpty() || b.words().isEmpty()) {
            return (WORDS + LEAST_OF_WORDS) * cosine;
        }
        var alignment = a.words().with(b.words());
        return WORDS * alignment.both() + LEAST_OF_WORDS * alignment.least();
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

    /** Each names somebody, and nobody is named by both: as sure as the less distinct of the two names. */
    private static double otherActors(Map<String, Double> x, Map<String, Double> y) {
        return Collections.disjoint(x.keySet(), y.keySet()) ? Math.min(most(x), most(y)) : 0;
    }

    private static double most(Map<String, Double> names) {
        double most = 0;
        for (var distinct : names.values()) {
            most = Math.max(most, distinct);
        }
        return most;
    }
}
