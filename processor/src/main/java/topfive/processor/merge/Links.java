package topfive.processor.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The claims of one day and which of them may say the same. Average link never joins two groups without at least one such pair between
 * them, so each connected component can be clustered alone; a component that has not changed is not computed again.
 */
final class Links {
    private final double threshold;
    private final Map<String, Member> nodes = new LinkedHashMap<>();
    private final Map<String, Set<String>> near = new HashMap<>();
    private Map<List<String>, List<Cluster>> known = new HashMap<>();

    Links(double threshold) {
        this.threshold = threshold;
    }

    void add(List<Claim> claims) {
        for (var claim : claims) {
            var node = Member.of(claim);
            for (var other : nodes.values()) {
                if (claim.vector().cosine(other.claim().vector()) >= Resemblance.leastCosine(threshold)
                        && node.to(other).score() >= threshold) {
                    near.computeIfAbsent(node.id(), id -> new HashSet<>()).add(other.id());
                    near.computeIfAbsent(other.id(), id -> new HashSet<>()).add(node.id());
                }
            }
            nodes.put(node.id(), node);
        }
    }

    void remove(List<Claim> claims) {
        for (var claim : claims) {
            nodes.remove(claim.id());
            var neighbours = near.remove(claim.id());
            if (neighbours != null) {
                neighbours.forEach(each -> near.get(each).remove(claim.id()));
            }
        }
    }

    /** @param claims those that count, earliest first */
    List<Cluster> clusters(List<Claim> claims, double sameIdea) {
        var wanted = new LinkedHashMap<String, Claim>();
        claims.forEach(claim -> wanted.put(claim.id(), claim));
        var left = new LinkedHashMap<>(wanted);
        var clusters = new ArrayList<Cluster>();
        var current = new HashMap<List<String>, List<Cluster>>();
        while (!left.isEmpty()) {
            var component = component(left.keySet().iterator().next(), left);
            var ids = component.stream().map(Claim::id).toList();
            var found = known.get(ids);
            if (found == null) {
                found = Clusters.of(
                        component.stream().map(claim -> nodes.get(claim.id())).toList(), sameIdea);
            }
            current.put(ids, found);
            clusters.addAll(found);
        }
        known = current;
        return clusters;
    }

    private List<Claim> component(String start, Map<String, Claim> left) {
        var component = new ArrayList<Claim>();
        var open = new ArrayDeque<>(List.of(start));
        component.add(left.remove(start));
        while (!open.isEmpty()) {
            for (var next : near.getOrDefault(open.poll(), Set.of())) {
                var claim = left.remove(next);
                if (claim != null) {
                    component.add(claim);
                    open.add(next);
                }
            }
        }
        component.sort(Claim.EARLIEST);
        return component;
    }
}
