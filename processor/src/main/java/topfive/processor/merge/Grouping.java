package topfive.processor.merge;

import java.util.Comparator;
import java.util.List;

/** Groups of texts that are alike; what a cell does with the claims of a day. */
public final class Grouping {
    private Grouping() {}

    /** Average link over the resemblance of the texts; the order of the list does not show but for ties. */
    public static List<List<Node>> of(List<Node> nodes, Bond bond) {
        var sorted = nodes.stream().sorted(Comparator.comparing(Node::id)).toList();
        return AverageLink.groups(sorted, (a, b) -> Resemblance.between(a, b).score(), bond);
    }
}
