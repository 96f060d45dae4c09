package topfive.processor.insight;

import java.util.List;
import java.util.Set;

/** Whether a sentence can be understood without the one before, judged by how it opens. */
final class Opening {
    private static final int EARLY = 4;
    private static final int EARLY_IN_SPEECH = 7;
    private static final Set<String> POINTING = Set.of(
            "it", "it's", "they", "they're", "them", "he", "he's", "him", "she", "she's", "these", "those", "this",
            "their", "its", "his", "that's");

    private final Cues cues;

    Opening(Cues cues) {
        this.cues = cues;
    }

    /** @param speech where a pronoun near the beginning is hardly ever explained later in the sentence */
    Line.Lean of(List<String> words, boolean speech) {
        var lean = of(words);
        boolean early = !speech && words.stream().limit(EARLY).anyMatch(POINTING::contains);
        if (lean == Line.Lean.FIRMLY || !early || cues.opens(Cues.Kind.STANDS, words)) {
            return lean;
        }
        return speech ? Line.Lean.FIRMLY : Line.Lean.LIGHTLY;
    }

    private Line.Lean of(List<String> words) {
        if (cues.opens(Cues.Kind.STANDS, words)) {
            return Line.Lean.STANDS;
        }
        var afterLightOne = cues.opens(Cues.Kind.LIGHTLY, words) ? words.subList(1, words.size()) : words;
        if (cues.opens(Cues.Kind.LEANS, words)
                || cues.opens(Cues.Kind.LEANS, afterLightOne) && !cues.opens(Cues.Kind.STANDS, afterLightOne)) {
            return Line.Lean.FIRMLY;
        }
        return cues.opens(Cues.Kind.LIGHTLY, words) ? Line.Lean.LIGHTLY : Line.Lean.STANDS;
    }
}
