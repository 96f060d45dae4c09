package topfive.processor.choose;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import topfive.contract.Ids;
import topfive.processor.merge.CellDay;
import topfive.processor.merge.Cluster;

/**
 * Gives the clusters of a day that is made again the ids that an earlier revision gave them: each that of the earlier cluster that holds
 * most of its insights (ties: the smaller id). No id is given twice; where two clusters want it, the one with more of its insights gets it.
 *
 * <p>What an earlier cluster held is taken from what was published of it ({@link Holdings}), not worked out again: the rules, the program
 * or the encoder by which it was formed may be gone, the topics are there. Of a cluster among the five that is its evidence and the first
 * fifty of its other insights, of any other the insights that its decision names; a very large cluster is known by these.
 *
 * <p>A cluster of which nothing was published keeps the id of its earliest insight. Where another cluster goes by that id, its own is made
 * of it.
 */
final class KeptIds {
    private final Map<String, String> given = new HashMap<>();
    private final Map<String, List<String>> former = new HashMap<>();

    private KeptIds() {}

    /** How many insights of an earlier cluster a cluster has. */
    private record Share(String earlier, Cluster cluster, int insights) {}

    static KeptIds of(EarlierRevision revision, Collection<CellDay> cells) {
        var clusters = cells.stream()
                .flatMap(cell -> cell.clusters().stream())
                .sorted(Comparator.comparing(Cluster::id))
                .toList();
        var kept = new KeptIds();
        kept.name(clusters, Holdings.of(revision));
        return kept;
    }

    Cluster named(Cluster cluster) {
        return cluster.named(given.get(cluster.id()), former.get(cluster.id()));
    }

    private void name(List<Cluster> clusters, Holdings earlier) {
        var shares = shares(clusters, earlier);
        var wearer = new HashMap<String, Cluster>();
        for (var share : shares) {
            if (!wearer.containsKey(share.earlier())
                    && !given.containsKey(share.cluster().id())) {
                wearer.put(share.earlier(), share.cluster());
                given.put(share.cluster().id(), share.earlier());
            }
        }
        var taken = new HashSet<>(given.values());
        for (var cluster : clusters) {
            if (!given.containsKey(cluster.id())) {
                var id = cluster.id();
                while (!taken.add(id)) {
                    id = Ids.sha256("cluster\n" + id).substring(0, 32);
                }
                given.put(cluster.id(), id);
            }
        }
        // of a cluster that is gone the links lead to where most of it went
        shares.forEach(share -> wearer.putIfAbsent(share.earlier(), share.cluster()));
        nameFormer(clusters, earlier, wearer, taken);
    }

    /** Most insights first. */
    private static List<Share> shares(List<Cluster> clusters, Holdings earlier) {
        var shares = new ArrayList<Share>();
        for (var cluster : clusters) {
            var counts = new TreeMap<String, Integer>();
            members(cluster)
                    .forEach((id, claim) ->
                            earlier.holderOf(id, claim).ifPresent(holder -> counts.merge(holder, 1, Integer::sum)));
            counts.forEach((holder, count) -> shares.add(new Share(holder, cluster, count)));
        }
        shares.sort(Comparator.<Share>comparingInt(share -> -share.insights())
                .thenComparing(Share::earlier)
                .thenComparing(share -> share.cluster().id()));
        return shares;
    }

    /** The other insights of the cluster, as ever, and what links may still call it; never what another cluster goes by. */
    private void nameFormer(List<Cluster> clusters, Holdings earlier, Map<String, Cluster> wearer, Set<String> taken) {
        var insights = new HashSet<String>();
        clusters.forEach(cluster -> insights.addAll(members(cluster).keySet()));
        var inherited = new HashMap<String, Set<String>>();
        wearer.forEach((id, cluster) -> earlier.namesOf(id).stream()
                .filter(name -> !insights.contains(name))
                .forEach(name -> inherited
                        .computeIfAbsent(cluster.id(), each -> new TreeSet<>())
                        .add(name)));
        for (var cluster : clusters) {
            var names = new ArrayList<String>();
            names.add(cluster.id());
            names.addAll(cluster.formerIds());
            names.addAll(inherited.getOrDefault(cluster.id(), Set.of()));
            names.removeAll(taken);
            former.put(cluster.id(), names);
        }
    }

    /** Ids with their claims; of those that are no evidence the claim is null. */
    private static Map<String, String> members(Cluster cluster) {
        var members = new LinkedHashMap<String, String>();
        members.put(cluster.id(), null);
        cluster.formerIds().forEach(id -> members.put(id, null));
        cluster.evidence()
                .forEach(claim -> members.put(claim.id(), claim.insight().claim()));
        return members;
    }
}
