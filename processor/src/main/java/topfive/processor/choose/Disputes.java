package topfive.processor.choose;

import java.util.List;
import topfive.processor.merge.Cluster;
import topfive.processor.merge.Resemblance;

/** Which clusters contradict each other: near in meaning, but one denies what the other says. Linked, never merged. */
final class Disputes {
    private Disputes() {}

    static List<String> of(Cluster cluster, List<Cluster> all) {
        return all.stream()
                .filter(other -> !other.id().equals(cluster.id()))
                .filter(other -> Resemblance.between(cluster.exemplar(), other.exemplar())
                        .contrary())
                .map(Cluster::id)
                .sorted()
                .limit(3)
                .toList();
    }
}
