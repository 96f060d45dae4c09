package topfive.processor.choose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import topfive.processor.merge.AverageLink;
import topfive.processor.merge.Node;
import topfive.processor.merge.Rules;

/** Which clusters are about one story: looser than saying the same. */
final class Stories {
    private Stories() {}

    /** @return exemplar id to the number of its story */
    static Map<String, Integer> of(List<Node> exemplars, Nearness pairs, Rules rules) {
        var stories = new HashMap<String, Integer>();
        var groups = AverageLink.groups(exemplars, (a, b) -> pairs.of(a, b).score(), rules.story());
        for (int i = 0; i < groups.size(); i++) {
            for (var exemplar : groups.get(i)) {
                stories.put(exemplar.id(), i);
            }
        }
        return stories;
    }
}
