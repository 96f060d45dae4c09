package topfive.processor.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import topfive.contract.Decision;

/** From claims that say the same to a cluster; a pure function of the set. */
final class Clusters {
    private static final int FORMER_IDS = 50;
    private static final int GROUNDS = 20;

    private Clusters() {}

    /** @param members of one idea, in the order of {@link Claim#EARLIEST} */
    static Cluster one(List<Member> members) {
        var claims = members.stream().map(Member::claim).toList();
        var independence = Independence.of(members);
        var voices = claims.stream()
                .collect(Collectors.groupingBy(independence::groupOf, TreeMap::new, Collectors.toList()))
                .values();
        var centre = centre(voices);
        var exemplar = Exemplar.of(voices, centre);
        var documents = new HashMap<String, Claim>();
        claims.forEach(claim -> documents.putIfAbsent(claim.insight().documentId(), claim));
        var kinds = new TreeMap<String, Integer>();
        documents.values().forEach(claim -> kinds.merge(kind(claim), 1, Integer::sum));
        return new Cluster(
                claims.get(0).id(),
                claims.stream().skip(1).map(Claim::id).limit(FORMER_IDS).toList(),
                exemplar,
                centre,
                evidence(exemplar, claims, independence),
                documents.size(),
                independence.groups(),
                kinds,
                claims.get(0).published(),
                lastSeen(voices),
                grounds(members),
                List.of());
    }

    /** In the middle of the voices: who repeats himself does not draw it to his side. */
    private static Vector centre(Collection<List<Claim>> voices) {
        return Vector.mean(voices.stream()
                .map(voice -> Vector.mean(voice.stream().map(Claim::vector).toList()))
                .toList());
    }

    /** When the last voice was heard for the first time; a copy does not make a report any fresher. */
    private static Instant lastSeen(Collection<List<Claim>> voices) {
        return voices.stream()
                .map(voice -> voice.get(0).published())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String kind(Claim claim) {
        return claim.insight().speaker() != null || claim.insight().startMs() != null ? "podcast" : "article";
    }

    /**
     * The exemplar, then of each other independent voice what is nearest to it, then of each owner, of each document, and what else is said:
     * what is new of an idea may stand in a document's second passage.
     */
    private static List<Claim> evidence(Claim exemplar, List<Claim> claims, Independence independence) {
        var chosen = new ArrayList<>(List.of(exemplar));
        var voices = new HashSet<>(List.of(independence.groupOf(exemplar)));
        var owners = new HashSet<>(List.of(exemplar.insight().source().owner()));
        var documents = new HashSet<>(List.of(exemplar.insight().documentId()));
        var nearest = claims.stream()
                .sorted(Comparator.<Claim>comparingDouble(
                                claim -> -claim.vector().cosine(exemplar.vector()))
                        .thenComparing(Claim.EARLIEST))
                .toList();
        for (var pass : List.of("voices", "owners", "documents", "all")) {
            for (var claim : nearest) {
                var is = claim.insight();
                var wanted = switch (pass) {
                    case "voices" -> !voices.contains(independence.groupOf(claim));
                    case "owners" -> !owners.contains(is.source().owner());
                    case "documents" -> !documents.contains(is.documentId());
                    default -> true;
                };
                if (wanted && chosen.size() < Cluster.EVIDENCE && !chosen.contains(claim)) {
                    documents.add(is.documentId());
                    voices.add(independence.groupOf(claim));
                    owners.add(is.source().owner());
                    chosen.add(claim);
                }
            }
        }
        return chosen;
    }

    private static List<Decision.Merge> grounds(List<Member> members) {
        var grounds = new ArrayList<Decision.Merge>();
        // every claim with the nearest of those before it: enough to see how the cluster hangs together
        for (int i = 1; i < members.size() && grounds.size() < GROUNDS; i++) {
            Resemblance best = null;
            Member nearest = null;
            for (int j = 0; j < Math.min(i, 200); j++) {
                var resemblance = members.get(j).to(members.get(i));
                if (best == null || resemblance.score() > best.score()) {
                    best = resemblance;
                    nearest = members.get(j);
                }
            }
            grounds.add(new Decision.Merge(
                    nearest.id(),
                    members.get(i).id(),
                    (int) Math.round(1000 * best.score()),
                    kind(best, nearest, members.get(i))));
        }
        return grounds;
    }

    private static String kind(Resemblance resemblance, Member a, Member b) {
        if (a.node() == b.node()
                && a.claim().insight().documentId().equals(b.claim().insight().documentId())) {
            return "same paragraph";
        }
        return resemblance.copy() ? "copy" : "same idea";
    }
}
