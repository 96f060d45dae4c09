package topfive.processor.merge;

import java.util.List;

/**
 * Texts that say the same, and the cluster that was made of them.
 *
 * @param changes how often somebody began or ceased to say one of them, until then
 */
record Idea(List<Copies> texts, int changes, Cluster cluster) {
    /** The one that these were before, where nothing about them has changed since. */
    static Idea of(List<Copies> texts) {
        var before = texts.get(0).idea();
        return before != null && before.texts.equals(texts) && before.changes == changes(texts) ? before : made(texts);
    }

    private static Idea made(List<Copies> texts) {
        return new Idea(
                texts,
                changes(texts),
                Clusters.one(texts.stream()
                        .flatMap(Copies::members)
                        .sorted((a, b) -> Claim.EARLIEST.compare(a.claim(), b.claim()))
                        .toList()));
    }

    private static int changes(List<Copies> texts) {
        return texts.stream().mapToInt(Copies::changes).sum();
    }
}
