package topfive.processor.choose;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
    /** Money and shares before counts of things. */
    private static final Comparator<String> TELLING = Comparator.comparing(
                    (String figure) -> !figure.matches("[$€£].*|.*%"))
            .thenComparing(Comparator.naturalOrder());

    /** @param exemplar of the cluster, as it is compared */
    static News of(Cluster cluster, Node exemplar, Collection<Known> before, Rules rules) {
        Idea nearest = null;
        double nearness = 0;
        for (var known : before) {
            var near = quotes(cluster, known.idea())
                    ? 1
                    : Math.max(
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

    /** A passage that was shown as evidence of an idea is of that idea, whatever company it is in today. */
    private static boolean quotes(Cluster cluster, Idea earlier) {
        return cluster.evidence().stream()
                .anyMatch(claim -> earlier.evidence().contains(claim.insight().claim()));
    }

    /** An idea of an earlier edition, as it is compared; worked out once for all candidates. */
    record Known(Idea idea, Node exemplar) {
        static List<Known> of(Collection<Told> editions) {
            return editions.stream()
                    .flatMap(told -> told.ideas().stream())
                    .map(idea ->
                            new Known(idea, Node.of(idea.clusterId(), idea.claim(), idea.exemplar(), idea.words())))
                    .toList();
        }
    }

    boolean isRepeat() {
        return told && whatIsNew.isEmpty();
    }

    boolean isUpdate() {
        return told && !whatIsNew.isEmpty();
    }

    /** Of what was not said word for word before, in the order of the evidence: figures, then dates, then actors. */
    private static List<String> whatIsNew(Cluster cluster, Idea earlier) {
        var held = Held.by(earlier.evidence());
        var figures = new LinkedHashSet<String>();
        var dates = new LinkedHashSet<String>();
        var actors = new LinkedHashSet<String>();
        for (var claim : cluster.evidence()) {
            if (cluster.saidBefore().contains(claim.id())) {
                continue;
            }
            var says = claim.insight().claim();
            var facts = Facts.of(says);
            facts.figures().stream()
                    .sorted(TELLING)
                    .filter(each -> !held.figure(each, says))
                    .forEach(figures::add);
            facts.dates().stream()
                    .sorted()
                    .filter(each -> !held.date(each, claim.insight().day()))
                    .forEach(dates::add);
            facts.actors().stream().sorted().filter(each -> !held.actor(each)).forEach(actors::add);
        }
        return Stream.of(figures, dates, actors)
                .flatMap(Set::stream)
                .limit(NAMED)
                .toList();
    }
}
