package topfive.processor.choose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import topfive.processor.merge.Node;
import topfive.processor.merge.Resemblance;

/** How near the candidates of a day are to each other: every pair is compared once, however often it is asked for. */
final class Nearness {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Resemblance[][] pairs;

    Nearness(List<Node> exemplars) {
        pairs = new Resemblance[exemplars.size()][];
        for (int i = 0; i < pairs.length; i++) {
            numbers.put(exemplars.get(i).id(), i);
            pairs[i] = new Resemblance[i];
            for (int j = 0; j < i; j++) {
                pairs[i][j] = Resemblance.between(exemplars.get(j), exemplars.get(i));
            }
        }
    }

    /** Of two different ones. */
    Resemblance of(Node a, Node b) {
        int x = numbers.get(a.id());
        int y = numbers.get(b.id());
        return pairs[Math.max(x, y)][Math.min(x, y)];
    }
}
