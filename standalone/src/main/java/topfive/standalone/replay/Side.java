package topfive.standalone.replay;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import topfive.contract.Decision;
import topfive.contract.Edition;

/** One of the two editions that are compared, with the decisions behind it, and what earlier editions said for those it names as rivals. */
record Side(Edition edition, Map<String, Decision> decisions, Map<String, String> claims) {
    static Side of(Edition edition, Map<String, Decision> decisions, Map<String, String> earlier) {
        var claims = new HashMap<>(earlier);
        edition.missed().forEach(missed -> claims.put(missed.clusterId(), missed.claim()));
        edition.insights().forEach(insight -> claims.put(insight.clusterId(), insight.claim()));
        return new Side(edition, new TreeMap<>(decisions), claims);
    }

    /** By these ids an idea is found again, although other rules may have drawn its cluster differently. */
    static Set<String> ids(Edition.Ranked insight) {
        var ids = new HashSet<>(insight.formerIds());
        ids.add(insight.clusterId());
        insight.evidence().forEach(evidence -> ids.add(evidence.insightId()));
        return ids;
    }

    Change.Standing standing(Edition.Ranked insight) {
        return new Change.Standing(
                insight.clusterId(),
                insight.claim(),
                insight.rank(),
                insight.score(),
                insight.scoreParts(),
                Stream.concat(insight.topics().stream(), insight.themes().stream())
                        .toList(),
                null,
                null,
                null);
    }

    /** Of an idea that is one of the five on the other side alone; null where no candidate here holds any of it. */
    Change.Standing ofCandidate(Edition.Ranked there) {
        var ids = ids(there);
        var decided = Optional.ofNullable(decisions.get(there.clusterId()))
                .or(() -> decisions.values().stream()
                        .filter(decision -> holds(decision, ids))
                        .findFirst());
        return decided.map(this::standing)
                .orElseGet(() -> edition.missed().stream()
                        .filter(missed -> ids.contains(missed.clusterId()))
                        .findFirst()
                        .map(this::standing)
                        .orElse(null));
    }

    private static boolean holds(Decision decision, Set<String> ids) {
        return ids.contains(decision.clusterId())
                || decision.merged().stream().anyMatch(merge -> ids.contains(merge.a()) || ids.contains(merge.b()));
    }

    private Change.Standing standing(Decision decision) {
        return new Change.Standing(
                decision.clusterId(),
                decision.claim(),
                decision.rank(),
                decision.score(),
                decision.scoreParts(),
                null,
                decision.reason(),
                decision.rival(),
                claims.get(decision.rival()));
    }

    private Change.Standing standing(Edition.Missed missed) {
        return new Change.Standing(
                missed.clusterId(),
                missed.claim(),
                null,
                missed.score(),
                missed.scoreParts(),
                null,
                missed.reason(),
                missed.rival(),
                claims.get(missed.rival()));
    }
}
