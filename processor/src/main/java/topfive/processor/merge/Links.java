package topfive.processor.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What is said on one day, and the clusters among it. Average link never joins two groups without at least one near pair between them, so
 * what hangs together is clustered apart from the rest, and again only when it has changed.
 */
final class Links {
    private final Bond bond;
    private final Limits limits;
    private final Neighbourhood near;
    private final Map<String, Integer> slots = new HashMap<>();
    /** By slot. */
    private final List<Copies> texts = new ArrayList<>();

    /** Slots that hang together with others than before, or are said by others. */
    private final BitSet changed = new BitSet();
    /** Of which a text is no longer said. */
    private final List<Part> lost = new ArrayList<>();
    /** Said, but not compared yet. */
    private final Map<String, Claim> waiting = new LinkedHashMap<>();

    Links(Bond bond, Limits limits) {
        this.bond = bond;
        this.limits = limits;
        this.near = new Neighbourhood(bond.average(), limits, changed::set);
    }

    /** Takes these later, all at once, which is cheaper: when there is more to take, or when clusters are asked for. */
    void expect(Collection<Claim> claims) {
        claims.forEach(claim -> waiting.put(claim.id(), claim));
    }

    void add(Collection<Claim> claims) {
        settle();
        take(claims);
    }

    private void settle() {
        take(waiting.values());
        waiting.clear();
    }

    private void take(Collection<Claim> claims) {
        var paragraphs = Paragraph.of(claims);
        var unknown = paragraphs.stream()
                .filter(paragraph -> !slots.containsKey(paragraph.text()))
                .collect(Collectors.toMap(Paragraph::text, each -> each, (one, same) -> one, LinkedHashMap::new))
                .values();
        var each = unknown.size() > Neighbourhood.FEW ? unknown.parallelStream() : unknown.stream();
        for (int slot : near.add(each.map(Paragraph::node).toList())) {
            slots.put(near.node(slot).id(), slot);
            while (texts.size() <= slot) {
                texts.add(null);
            }
            texts.set(slot, new Copies(near.node(slot)));
        }
        for (var paragraph : paragraphs) {
            int slot = slots.get(paragraph.text());
            paragraph.claims().forEach(texts.get(slot)::add);
            changed.set(slot);
        }
    }

    /** @param claims all of a document */
    void remove(Collection<Claim> claims) {
        if (waiting.keySet().removeAll(claims.stream().map(Claim::id).toList())) {
            return;
        }
        for (var paragraph : Paragraph.of(claims)) {
            int slot = slots.get(paragraph.text());
            var copies = texts.get(slot);
            paragraph.claims().forEach(copies::remove);
            changed.set(slot);
            if (copies.size() == 0) {
                near.remove(slot);
                slots.remove(paragraph.text());
                texts.set(slot, null);
                if (copies.part() != null) {
                    lost.add(copies.part());
                }
            }
        }
    }

    /** What has changed since it was asked last. */
    record Change(List<Cluster> gone, List<Cluster> come) {}

    Change change() {
        settle();
        var change = new Change(new ArrayList<>(), new ArrayList<>());
        var open = new ArrayDeque<Copies>();
        var dissolved = new HashSet<Part>();
        var made = new HashSet<Part>();
        changed.stream().mapToObj(texts::get).filter(Objects::nonNull).forEach(open::add);
        changed.clear();
        lost.stream().filter(dissolved::add).forEach(part -> dissolve(part, change, open));
        lost.clear();
        while (!open.isEmpty()) {
            var copies = open.poll();
            if (copies.size() == 0 || made.contains(copies.part())) {
                continue;
            }
            var component = component(copies);
            component.stream()
                    .map(Copies::part)
                    .filter(part -> part != null && dissolved.add(part))
                    .forEach(part -> dissolve(part, change, open));
            var part = Part.of(component, bond, limits);
            made.add(part);
            change.come.addAll(part.clusters());
        }
        return change;
    }

    private static void dissolve(Part part, Change change, Collection<Copies> open) {
        change.gone.addAll(part.clusters());
        open.addAll(part.texts());
    }

    private List<Copies> component(Copies of) {
        var component = new ArrayList<Copies>();
        near.component(slots.get(of.node().id())).forEach(slot -> component.add(texts.get(slot)));
        component.sort(Comparator.comparing(Copies::earliest, Claim.EARLIEST));
        return component;
    }
}
