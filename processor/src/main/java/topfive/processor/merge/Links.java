package topfive.processor.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said on one day, and which of it may be the same. Held by wording, because a text that a thousand sites carry need be compared
 * once. Average link never joins two groups without at least one near pair between them, so each connected component can be clustered
 * alone; a component that has not changed is not computed again.
 */
final class Links {
    private static final int LARGE = 600;
    private static final double STEP = 0.06;

    private final double threshold;
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> near = new HashMap<>();
    private Map<List<String>, List<Cluster>> known = new HashMap<>();

    Links(double threshold) {
        this.threshold = threshold;
    }

    /** One wording and how many paragraphs of the day have it. */
    private record Text(Node node, int claims) {}

    void add(List<Claim> claims) {
        Paragraph.of(claims).forEach(paragraph -> {
            var text = paragraph.text();
            var there = texts.get(text);
            if (there == null) {
                link(paragraph.node());
            } else {
                texts.put(text, new Text(there.node(), there.claims() + 1));
            }
        });
    }

    private void link(Node node) {
        for (var other : texts.values()) {
            if (node.vector().cosine(other.node().vector()) >= Resemblance.leastCosine(threshold)) {
                var score = Resemblance.between(node, other.node()).score();
                if (score >= threshold) {
                    near.computeIfAbsent(node.id(), id -> new HashMap<>())
                            .put(other.node().id(), score);
                    near.computeIfAbsent(other.node().id(), id -> new HashMap<>())
                            .put(node.id(), score);
                }
            }
        }
        texts.put(node.id(), new Text(node, 1));
    }

    void remove(List<Claim> claims) {
        Paragraph.of(claims).forEach(paragraph -> {
            var text = paragraph.text();
            var there = texts.get(text);
            if (there.claims() > 1) {
                texts.put(text, new Text(there.node(), there.claims() - 1));
            } else {
                texts.remove(text);
                var neighbours = near.remove(text);
                if (neighbours != null) {
                    neighbours.keySet().forEach(each -> near.get(each).remove(text));
                }
            }
        });
    }

    /** @param claims those that count, earliest first */
    List<Cluster> clusters(List<Claim> claims) {
        var clusters = new ArrayList<Cluster>();
        var current = new HashMap<List<String>, List<Cluster>>();
        for (var component : components(copies(claims), threshold)) {
            var ids = component.stream()
                    .flatMap(copies -> copies.claims().stream())
                    .map(Claim::id)
                    .toList();
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

    /** The claims of the paragraphs of one wording, earliest first. */
    private record Copies(Node node, List<Claim> claims) {}

    private Collection<Copies> copies(List<Claim> claims) {
        var copies = new LinkedHashMap<String, Copies>();
        Paragraph.of(claims).forEach(paragraph -> copies.computeIfAbsent(
                        paragraph.text(), text -> new Copies(texts.get(text).node(), new ArrayList<>()))
                .claims()
                .addAll(paragraph.claims()));
        copies.values().forEach(each -> each.claims().sort(Claim.EARLIEST));
        return copies.values();
    }

    /**
     * No single record may take over two seconds, and average link compares all pairs: what is too large is first cut at stricter and
     * stricter links. What even the strictest does not cut is copied from each other.
     */
    private List<Cluster> cluster(List<Copies> component, double link) {
        if (component.size() <= LARGE) {
            return AverageLink.groups(
                            component,
                            copies -> copies.claims().size(),
                            (a, b) -> Resemblance.between(a.node(), b.node()).score(),
                            threshold)
                    .stream()
                    .map(Links::cluster)
                    .toList();
        }
        if (link >= 1) {
            return List.of(cluster(component));
        }
        var stricter = Math.min(1, link + STEP);
        return components(component, stricter).stream()
                .flatMap(part -> cluster(part, stricter).stream())
                .toList();
    }

    private static Cluster cluster(List<Copies> idea) {
        return Clusters.one(idea.stream()
                .flatMap(copies -> copies.claims().stream().map(claim -> new Member(claim, copies.node())))
                .sorted((a, b) -> Claim.EARLIEST.compare(a.claim(), b.claim()))
                .toList());
    }

    private List<List<Copies>> components(Collection<Copies> all, double link) {
        var left = new LinkedHashMap<String, Copies>();
        all.forEach(copies -> left.put(copies.node().id(), copies));
        var components = new ArrayList<List<Copies>>();
        while (!left.isEmpty()) {
            components.add(component(left.keySet().iterator().next(), left, link));
        }
        return components;
    }

    private List<Copies> component(String start, Map<String, Copies> left, double link) {
        var component = new ArrayList<Copies>();
        var open = new ArrayDeque<>(List.of(start));
        component.add(left.remove(start));
        while (!open.isEmpty()) {
            near.getOrDefault(open.poll(), Map.of()).forEach((next, score) -> {
                var copies = score >= link ? left.remove(next) : null;
                if (copies != null) {
                    component.add(copies);
                    open.add(next);
                }
            });
        }
        component.sort(
                (a, b) -> Claim.EARLIEST.compare(a.claims().get(0), b.claims().get(0)));
        return component;
    }
}
