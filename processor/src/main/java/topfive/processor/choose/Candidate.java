package topfive.processor.choose;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import topfive.processor.merge.Cluster;
import topfive.processor.merge.Node;
import topfive.processor.merge.Rules;

/**
 * A cluster that may be among the five.
 *
 * @param exemplar the claim that stands for the cluster, as it is compared
 * @param story candidates of one story have one number
 */
record Candidate(Cluster cluster, Node exemplar, int story, News news, Nearness pairs) {
    String id() {
        return cluster.id();
    }

    int quality() {
        return cluster.exemplar().insight().quality().score();
    }

    String source() {
        return cluster.exemplar().insight().source().id();
    }

    double nearness(Candidate other) {
        return pairs.of(exemplar, other.exemplar).score();
    }

    boolean contradicts(Candidate other) {
        return pairs.of(exemplar, other.exemplar).contrary();
    }

    /** The parts of the score, in thousandths; they add up to it. */
    Map<String, Integer> parts(Rules rules, Instant closesAt, int coverage) {
        var parts = new LinkedHashMap<String, Integer>();
        parts.put("corroboration", rules.corroboration(cluster.independent()));
        parts.put("freshness", rules.freshness(cluster.lastSeen(), closesAt));
        parts.put("novelty", rules.novelty(news.nearness()));
        parts.put("insight", rules.insight(quality()));
        parts.put("coverage", coverage);
        return parts;
    }

    static int sum(Map<String, Integer> parts) {
        return parts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
