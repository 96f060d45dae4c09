package topfive.processor.choose;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which insights the clusters of a published revision held, as far as its edition and its decisions tell. Decisions are kept for ninety
 * days; of a candidate that missed, the edition tells its claim alone.
 */
final class Holdings {
    private static final String SEVERAL = "";

    /** Evidence, and grounds for merging: these were in it. */
    private final Map<String, String> held = new HashMap<>();
    /** A claim alone, where it is the claim of one cluster: the insight that said it may have another id now. */
    private final Map<String, String> claims = new HashMap<>();
    /** Names of before: an insight of it, most times. */
    private final Map<String, String> former = new HashMap<>();

    private final Map<String, Set<String>> names = new HashMap<>();

    private Holdings() {}

    static Holdings of(EarlierRevision revision) {
        var all = new Holdings();
        for (var insight : revision.edition().insights()) {
            var id = insight.clusterId();
            all.add(id, insight.claim());
            insight.evidence().forEach(evidence -> {
                all.held.put(evidence.insightId(), id);
                all.say(id, evidence.quote());
            });
            insight.formerIds().forEach(each -> all.former.putIfAbsent(each, id));
            all.names.get(id).addAll(insight.formerIds());
        }
        revision.edition().missed().forEach(missed -> all.add(missed.clusterId(), missed.claim()));
        for (var decision : revision.decisions()) {
            all.add(decision.clusterId(), decision.claim());
            decision.merged().stream()
                    .flatMap(merge -> Stream.of(merge.a(), merge.b()))
                    .forEach(each -> all.held.putIfAbsent(each, decision.clusterId()));
        }
        return all;
    }

    private void add(String id, String claim) {
        names.computeIfAbsent(id, each -> new HashSet<>(List.of(each)));
        say(id, claim);
    }

    private void say(String id, String claim) {
        claims.merge(claim, id, (one, other) -> one.equals(other) ? one : SEVERAL);
    }

    /** @param claim null where it is not known */
    Optional<String> holderOf(String insight, String claim) {
        var byClaim = claim == null ? SEVERAL : claims.getOrDefault(claim, SEVERAL);
        return Stream.of(
                        held.get(insight),
                        byClaim.equals(SEVERAL) ? null : byClaim,
                        former.get(insight),
                        names.containsKey(insight) ? insight : null)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    /** Its id, and what it was called before. */
    Collection<String> namesOf(String id) {
        return names.get(id);
    }
}
