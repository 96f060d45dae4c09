package topfive.processor.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A labelled passage, and the passages that the extractor could make of its sentences alone. */
record Judged(LabelledPassages.Unit unit, List<Draft> drafts, Extractor extractor) {
    static List<Judged> of(String half) {
        var extractor = new Extractor();
        var judged = new ArrayList<Judged>();
        for (var labelled : LabelledPassages.of(half)) {
            var all = extractor.drafts(labelled.document());
            for (var unit : labelled.units()) {
                judged.add(new Judged(unit, all.stream().filter(unit::holds).toList(), extractor));
            }
        }
        return judged;
    }

    boolean isInsight() {
        return unit.isInsight();
    }

    boolean isTaken() {
        return drafts.stream().anyMatch(extractor::isInsight);
    }

    /** The best score without these parts; none where there is nothing to print. */
    int scoreWithout(Set<String> parts) {
        return drafts.stream()
                .mapToInt(draft -> draft.quality().parts().entrySet().stream()
                        .filter(part -> !parts.contains(part.getKey()))
                        .mapToInt(part -> part.getValue())
                        .sum())
                .max()
                .orElse(Integer.MIN_VALUE);
    }
}
