package topfive.processor.insight;

import java.util.List;

/** Whether a sentence can be understood without the one before, judged by how it opens. */
final class Opening {
    private final Cues cues;

    Opening(Cues cues) {
        this.cues = cues;
    }

    Line.Lean of(List<String> words) {
        if (cues.opens("stands", words)) {
            return Line.Lean.STANDS;
        }
        var afterLightOne = cues.opens("lightly", words) ? words.subList(1, words.size()) : words;
        if (cues.opens("leans", words) || cues.opens("leans", afterLightOne) && !cues.opens("stands", afterLightOne)) {
            return Line.Lean.FIRMLY;
        }
        return cues.opens("lightly", words) ? Line.Lean.LIGHTLY : Line.Lean.STANDS;
    }
}
