package topfive.processor.insight;

import java.util.List;

/** How much of what is said means something by itself: talk is full of words that fill it. */
final class Substance {
    /** Words. */
    private static final int FEWEST_SOLID = 7;

    private static final int FEWEST_SOLID_ADDED = 6;
    /** Of all words. */
    private static final double SOLID_SHARE = 0.36;

    private static final double SOLID_SHARE_IF_CLEAR = 0.28;

    private final Cues cues;

    Substance(Cues cues) {
        this.cues = cues;
    }

    /** @param clear nothing is hedged and nobody is spoken to: then a little less is enough */
    boolean isEnough(List<String> words, boolean clear) {
        long solid = solid(words);
        return solid >= FEWEST_SOLID && solid >= (clear ? SOLID_SHARE_IF_CLEAR : SOLID_SHARE) * words.size();
    }

    /** Whether a sentence adds enough to the one before. */
    boolean addsEnough(List<String> words) {
        long solid = solid(words);
        return solid >= FEWEST_SOLID_ADDED && solid >= SOLID_SHARE_IF_CLEAR * words.size();
    }

    private long solid(List<String> words) {
        return words.stream().filter(this::isSolid).count();
    }

    boolean isSolid(String word) {
        return !Terms.of(List.of(word)).isEmpty() && !cues.at(List.of(word), 0).contains(Cues.Kind.THIN);
    }
}
