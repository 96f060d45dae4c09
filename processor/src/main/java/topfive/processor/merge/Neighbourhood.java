package topfive.processor.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Which texts of a day are near to each other, and what hangs together, at every strictness. Each text has a number, its slot. What is tied
 * is a function of the set of texts: of their pairs, and where more than {@link Limits#nearest} are near to one text, of which are the nearest.
 */
final class Neighbourhood {
    private static final double STEP = 0.06;
    private static final int TOGETHER = 256;
    /** One document has no more claims. */
    static final int FEW = 64;

    private final double threshold;
    private final Limits limits;
    private final IntConsumer changed;
    private final Graph graph = new Graph();
    private final List<Components> levels = new ArrayList<>();
    private final Signs signs = new Signs();
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private Node[] nodes = new Node[64];
    private Ties[] ties = new Ties[64];
    private int end;

    /** @param changed is told the slots whose component is another than before */
    Neighbourhood(double threshold, Limits limits, IntConsumer changed) {
        this.threshold = threshold;
        this.limits = limits;
        this.changed = changed;
        for (var least = threshold; ; least = Math.min(1, least + STEP)) {
            levels.add(new Components((float) least, graph));
            if (least >= 1) {
                return;
            }
        }
    }

    private record Near(int to, float score) {}

    /** @return the slots of these texts, in their order */
    int[] add(List<Node> texts) {
        var slots = new int[texts.size()];
        for (int from = 0; from < slots.length; from += TOGETHER) {
            int to = Math.min(slots.length, from + TOGETHER);
            for (int i = from; i < to; i++) {
                slots[i] = put(texts.get(i));
            }
            try {
                link(Arrays.copyOfRange(slots, from, to));
            } catch (RuntimeException | Error e) {
                Arrays.stream(slots, 0, from).forEach(this::remove);
                throw e;
            }
        }
        return slots;
    }

    private int put(Node node) {
        int slot = free.isEmpty() ? end++ : free.poll();
        if (slot == nodes.length) {
            nodes = Arrays.copyOf(nodes, 2 * slot);
            ties = Arrays.copyOf(ties, 2 * slot);
        }
        nodes[slot] = node;
        signs.put(slot, node.vector());
        return slot;
    }

    private void link(int[] slots) {
        var found = new ArrayList<List<Near>>();
        try {
            // what a pair is like depends on nothing but the pair: the threads do not show
            var each = IntStream.range(0, slots.length);
            found.addAll((slots.length > FEW ? each.parallel() : each)
                    .mapToObj(i -> near(slots[i]))
                    .toList());
        } catch (RuntimeException | Error e) {
            Arrays.stream(slots).forEach(this::release);
            throw e;
        }
        for (int i = 0; i < slots.length; i++) {
            link(slots[i], found.get(i));
        }
    }

    private void link(int slot, List<Near> near) {
        graph.put(slot);
        levels.forEach(level -> level.add(slot));
        changed.accept(slot);
        ties[slot] = nearest(slot, near);
        for (int i = 0; i < Math.min(limits.nearest(), ties[slot].size()); i++) {
            tie(slot, ties[slot].to(i), ties[slot].score(i));
        }
        for (var each : near) {
            if (ties[each.to] != null) {
                offer(each.to, slot, each.score);
            }
        }
    }

    void remove(int slot) {
        var near = near(slot);
        var mine = ties[slot];
        ties[slot] = null;
        near.forEach(each -> withdraw(each.to, slot, each.score));
        for (int i = 0; i < Math.min(limits.nearest(), mine.size()); i++) {
            untie(slot, mine.to(i), mine.score(i));
        }
        levels.forEach(level -> level.remove(slot));
        changed.accept(slot);
        release(slot);
    }

    private void release(int slot) {
        nodes[slot] = null;
        free.add(slot);
    }

    Node node(int slot) {
        return nodes[slot];
    }

    /** What is clustered together with this text: the largest component that is not too large, or copies of one text. */
    Components.Slots component(int slot) {
        return levels.stream()
                .map(level -> level.of(slot))
                .filter(component -> component.size() <= limits.together())
                .findFirst()
                .orElseGet(() -> levels.get(levels.size() - 1).of(slot));
    }

    private List<Near> near(int slot) {
        var node = nodes[slot];
        var near = new ArrayList<Near>();
        signs.mayBeNear(slot, end, other -> {
            var score = other == slot || nodes[other] == null ? 0 : Resemblance.atLeast(threshold, node, nodes[other]);
            if (score > 0) {
                near.add(new Near(other, (float) score));
            }
        });
        return near;
    }

    private Ties nearest(int slot, List<Near> near) {
        var nearest = new Ties(limits.nearest());
        var order = order(slot);
        for (var each : near) {
            if (ties[each.to] != null) {
                nearest.add(each.to, each.score, order);
            }
        }
        return nearest;
    }

    /** The higher score; of equal ones, which only copies have, any, but always the same, and each text has others. */
    private Ties.Order order(int slot) {
        var text = nodes[slot].id();
        return (to, score, than, scoreOfThat) -> {
            if (score != scoreOfThat) {
                return score > scoreOfThat;
            }
            int mixed = mix(text, nodes[to].id());
            int mixedThat = mix(text, nodes[than].id());
            return mixed != mixedThat ? mixed < mixedThat : nodes[to].id().compareTo(nodes[than].id()) < 0;
        };
    }

    private static int mix(String a, String b) {
        int mixed = (a.hashCode() * 0x9e3779b9) ^ (b.hashCode() * 0x9e3779b9);
        mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
        return mixed ^ (mixed >>> 13);
    }

    private void offer(int slot, int other, float score) {
        var at = ties[slot];
        int place = at.add(other, score, order(slot));
        if (place >= 0 && place < limits.nearest()) {
            tie(slot, other, score);
            if (at.size() > limits.nearest()) {
                untie(slot, at.to(limits.nearest()), at.score(limits.nearest()));
            }
        }
    }

    private void withdraw(int slot, int other, float score) {
        int place = ties[slot].remove(other);
        if (place < 0 || place >= limits.nearest()) {
            return;
        }
        untie(slot, other, score);
        if (ties[slot].isShort()) {
            ties[slot] = nearest(slot, near(slot));
        }
        var at = ties[slot];
        if (at.size() >= limits.nearest()) {
            tie(slot, at.to(limits.nearest() - 1), at.score(limits.nearest() - 1));
        }
    }

    // Whose component is another one now is told at every level, whichever of them is clustered. The two ends are
    // enough: who clusters a
    // component takes all of it, and all of what its texts were clustered with before.

    private void tie(int a, int b, float score) {
        if (graph.tie(a, b, score)) {
            levels.stream().filter(level -> level.tied(a, b, score)).forEach(level -> change(a, b));
        }
    }

    private void untie(int a, int b, float score) {
        if (graph.untie(a, b)) {
            levels.stream().filter(level -> level.untied(a, b, score)).forEach(level -> change(a, b));
        }
    }

    private void change(int a, int b) {
        changed.accept(a);
        changed.accept(b);
    }
}
