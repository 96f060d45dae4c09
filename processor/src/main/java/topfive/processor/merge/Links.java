package topfive.processor.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The claims of one day and which of them may say the same. Average link never joins two groups without at least one such pair between
 * them, so each connected component can be clustered alone; a component that has not changed is not computed again.
 */
final class Links {
    private static final int LARGE = 600;
    private static final double STEP = 0.06;

    private final double threshold;
    private final Map<String, Member> nodes = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> near = new HashMap<>();
    private Map<List<String>, List<Cluster>> known = new HashMap<>();

    Links(double threshold) {
        this.threshold = threshold;
    }

    void add(List<Claim> claims) {
        for (var claim : claims) {
            var node = Member.of(claim);
            for (var other : nodes.values()) {
                if (claim.vector().cosine(other.claim().vector()) >= Resemblance.leastCosine(threshold)) {
                    link(node, other);
                }
            }
            nodes.put(node.id(), node);
        }
    }

    private void link(Member a, Member b) {
        var score = a.to(b).score();
        if (score >= threshold) {
            near.computeIfAbsent(a.id(), id -> new HashMap<>()).put(b.id(), score);
            near.computeIfAbsent(b.id(), id -> new HashMap<>()).put(a.id(), score);
        }
    }

    void remove(List<Claim> claims) {
        for (var claim : claims) {
            nodes.remove(claim.id());
            var neighbours = near.remove(claim.id());
            if (neighbours != null) {
                neighbours.keySet().forEach(each -> near.get(each).remove(claim.id()));
            }
        }
    }

    /** @param claims those that count, earliest first */
    List<Cluster> clusters(List<Claim> claims) {
        var clusters = new ArrayList<Cluster>();
        var current = new HashMap<List<String>, List<Cluster>>();
        for (var component : components(claims, threshold)) {
            var ids = component.stream().map(Claim::id).toList();
            var found = known.get(ids);
            if (found == null) {
                found = cluster(component, threshold);
            }
            current.put(ids, found);
            clusters.addAll(found);
        }
        known = current;
        return clusters;
    }

    /**
     * No single record may take over two seconds, and average link compares all pairs: what is too large is first cut at stricter and
     * stricter links. What even the strictest does not cut are copies of one text.
     */
    private List<Cluster> cluster(List<Claim> component, double link) {
        var members = component.stream().map(claim -> nodes.get(claim.id())).toList();
        if (component.size() <= LARGE) {
            return Clusters.of(members, threshold);
        }
        if (link >= 1) {
            return List.of(Clusters.one(members));
        }
        var stricter = Math.min(1, link + STEP);
        return components(component, stricter).stream()
                .flatMap(part -> cluster(part, stricter).stream())
                .toList();
    }

    private List<List<Claim>> components(List<Claim> claims, double link) {
        var left = new LinkedHashMap<String, Claim>();
        claims.forEach(claim -> left.put(claim.id(), claim));
        var components = new ArrayList<List<Claim>>();
        while (!left.isEmpty()) {
            components.add(component(left.keySet().iterator().next(), left, link));
        }
        return components;
    }

    private List<Claim> component(String start, Map<String, Claim> left, double link) {
        var component = new ArrayList<Claim>();
        var open = new ArrayDeque<>(List.of(start));
        component.add(left.remove(start));
        while (!open.isEmpty()) {
            near.getOrDefault(open.poll(), Map.of()).forEach((next, score) -> {
                var claim = score >= link ? left.remove(next) : null;
                if (claim != null) {
                    component.add(claim);
                    open.add(next);
                }
            });
        }
        component.sort(Claim.EARLIEST);
        return component;
    }
}
