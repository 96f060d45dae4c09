package topfive.processor.choose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import topfive.processor.merge.AverageLink;
import topfive.processor.merge.Cluster;
import topfive.processor.merge.Resemblance;
import topfive.processor.merge.Rules;

/** Which clusters are about one story: looser than saying the same. */
final class Stories {
    private Stories() {}

    /** @return cluster id to the number of its story */
    static Map<String, Integer> of(List<Cluster> clusters, Rules rules) {
        var stories = new HashMap<String, Integer>();
        var groups = AverageLink.groups(
                clusters,
                (a, b) -> Resemblance.between(a.exemplar(), b.exemplar()).score(),
                rules.sameStory());
        for (int i = 0; i < groups.size(); i++) {
            for (var cluster : groups.get(i)) {
                stories.put(cluster.id(), i);
            }
        }
        return stories;
    }
}
