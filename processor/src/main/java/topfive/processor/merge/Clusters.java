package topfive.processor.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import topfive.contract.Decision;

/** From claims that say the same to a cluster; a pure function of the set. */
final class Clusters {
    private static final int FORMER_IDS = 50;
    private static final int GROUNDS = 20;

    private Clusters() {}

    /** @param members of one idea, in the order of {@link Claim#EARLIEST} */
    static Cluster one(List<Member> members) {
        var claims = members.stream().map(Member::claim).toList();
        var centre = Vector.mean(claims.stream().map(Claim::vector).toList());
        var independence = Independence.of(members);
        var exemplar = exemplar(claims, centre);
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
                claims.get(claims.size() - 1).published(),
                grounds(members));
    }

    private static String kind(Claim claim) {
        return claim.insight().speaker() != null || claim.insight().startMs() != null ? "podcast" : "article";
    }

    /** The claim nearest to the middle of them, weighed with how well it reads. */
    private static Claim exemplar(List<Claim> claims, Vector centre) {
        return claims.stream()
                .max(Comparator.<Claim>comparingDouble(claim -> claim.vector().cosine(centre)
                                + claim.insight().quality().score() / 1000.0)
                        .thenComparing(Claim.EARLIEST.reversed()))
                .orElseThrow();
    }

    /** The exemplar, then the earliest of each other independent voice, then the rest in order of time; one claim for each document. */
    private static List<Claim> evidence(Claim exemplar, List<Claim> claims, Independence independence) {
        var chosen = new ArrayList<>(List.of(exemplar));
        var voices = new HashSet<>(List.of(independence.groupOf(exemplar)));
        var owners = new HashSet<>(List.of(exemplar.insight().source().owner()));
        var documents = new HashSet<>(List.of(exemplar.insight().documentId()));
        for (var pass : List.of("voices", "owners", "all")) {
            for (var claim : claims) {
                var is = claim.insight();
                var wanted = switch (pass) {
                    case "voices" -> !voices.contains(independence.groupOf(claim));
                    case "owners" -> !owners.contains(is.source().owner());
                    default -> true;
                };
                if (wanted && chosen.size() < Cluster.EVIDENCE && documents.add(is.documentId())) {
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
        if (a.node() == b.node() && a.claim().insight().documentId().equals(b.claim().insight().documentId())) {
            return "same paragraph";
        }
        return resemblance.copy() ? "copy" : "same idea";
    }
}
