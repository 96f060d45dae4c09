package topfive.processor.choose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import topfive.processor.merge.Cluster;
import topfive.processor.merge.Facts;
import topfive.processor.merge.Node;
import topfive.processor.merge.Resemblance;
import topfive.processor.merge.Rules;

/**
 * Whether an idea is new to those who read the last seven editions.
 *
 * @param earlier the idea told before that it is, or resembles most; null where nothing was told before
 * @param nearness to that idea, 0 to 1
 * @param told it is that idea
 * @param whatIsNew figures, actors and dates that no evidence of the earlier idea holds; with any of them it is an update
 */
record News(Idea earlier, double nearness, boolean told, List<String> whatIsNew) {
    private static final int NAMED = 3;

    /** @param exemplar of the cluster, as it is compared */
    static News of(Cluster cluster, Node exemplar, Collection<Known> before, Rules rules) {
        Idea nearest = null;
        double nearness = 0;
        for (var known : before) {
            var near = Math.max(
                    cluster.centre().cosine(known.idea().centre()),
                    Resemblance.between(exemplar, known.exemplar()).score());
            if (nearest == null || near > nearness) {
                nearest = known.idea();
                nearness = near;
            }
        }
        var told = nearest != null && nearness >= rules.told();
        return new News(nearest, nearness, told, told ? whatIsNew(cluster, nearest) : List.of());
    }

    /** An idea of an earlier edition, as it is compared; worked out once for all candidates. */
    record Known(Idea idea, Node exemplar) {
        static List<Known> of(Collection<Told> editions) {
            return editions.stream()
                    .flatMap(told -> told.ideas().stream())
                    .map(idea -> new Known(idea, Node.of(idea.clusterId(), idea.claim(), idea.exemplar(), idea.words())))
                    .toList();
        }
    }

    boolean isRepeat() {
        return told && whatIsNew.isEmpty();
    }

    boolean isUpdate() {
        return told && !whatIsNew.isEmpty();
    }

    private static List<String> whatIsNew(Cluster cluster, Idea earlier) {
        var now = Facts.of(cluster.evidence().stream()
                .map(claim -> claim.insight().claim())
                .toList());
        var then = Facts.of(earlier.evidence());
        var fresh = new ArrayList<String>();
        fresh.addAll(added(now.figures(), then.figures()));
        fresh.addAll(added(now.dates(), then.dates()));
        fresh.addAll(actors(now.actors(), earlier.evidence()));
        return fresh.stream().limit(NAMED).toList();
    }

    private static List<String> added(Set<String> now, Set<String> then) {
        var fresh = new HashSet<>(now);
        fresh.removeAll(then);
        return fresh.stream().sorted().toList();
    }

    /** A name is new when its last word was not written before: "Dr Mara Voss" is not news after "Voss". */
    private static List<String> actors(Set<String> now, List<String> earlier) {
        var text = String.join(" ", earlier).toLowerCase(Locale.ROOT);
        return now.stream()
                .filter(name ->
                        !text.contains(name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT)))
                .sorted()
                .toList();
    }
}
