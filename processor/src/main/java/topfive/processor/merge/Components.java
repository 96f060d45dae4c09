package topfive.processor.merge;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * What hangs together by ties of at least one strength, kept up as ties come and go. A tie that comes makes one component of two at the cost
 * of the smaller; when one goes, both ends are followed step by step until they meet, or until one of them has nowhere left to go.
 */
final class Components {
    private final float least;
    private final Graph graph;
    private Slots[] of = new Slots[64];
    /** Where a slot stands in its component. */
    private int[] place = new int[64];

    private final Walk here = new Walk();
    private final Walk there = new Walk();

    Components(float least, Graph graph) {
        this.least = least;
        this.graph = graph;
    }

    /** A growing list. */
    static final class Slots {
        private int[] all = new int[1];
        private int size;

        void add(int slot) {
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = slot;
        }

        int size() {
            return size;
        }

        void forEach(IntConsumer action) {
            for (int i = 0; i < size; i++) {
                action.accept(all[i]);
            }
        }
    }

    Slots of(int slot) {
        return of[slot];
    }

    void add(int slot) {
        if (slot >= of.length) {
            of = Arrays.copyOf(of, Math.max(slot + 1, 2 * of.length));
            place = Arrays.copyOf(place, of.length);
        }
        move(slot, new Slots());
    }

    /** A slot without ties. */
    void remove(int slot) {
        of[slot] = null;
    }

    /** @return whether two components are one now */
    boolean tied(int a, int b, float score) {
        if (score < least || of[a] == of[b]) {
            return false;
        }
        var large = of[a].size >= of[b].size ? of[a] : of[b];
        var small = large == of[a] ? of[b] : of[a];
        small.forEach(slot -> move(slot, large));
        return true;
    }

    /** @return whether one component is two now */
    boolean untied(int a, int b, float score) {
        if (score < least) {
            return false;
        }
        here.from(a);
        there.from(b);
        while (true) {
            var next = here.reached.size <= there.reached.size ? here : there;
            var other = next == here ? there : here;
            if (next.isDone()) {
                split(next.reached);
                return true;
            }
            if (next.step(other)) {
                return false;
            }
        }
    }

    private void split(Slots gone) {
        var old = of[gone.all[0]];
        var part = new Slots();
        gone.forEach(slot -> {
            // the last one takes the place of the one that goes
            int last = old.all[--old.size];
            old.all[place[slot]] = last;
            place[last] = place[slot];
            move(slot, part);
        });
    }

    private void move(int slot, Slots to) {
        place[slot] = to.size;
        of[slot] = to;
        to.add(slot);
    }

    /** All that can be reached from one end, nearest first. */
    private final class Walk {
        private Slots reached = new Slots();
        private int[] seen = new int[64];
        private int number;
        private int next;

        void from(int slot) {
            reached = new Slots();
            number++;
            next = 0;
            see(slot);
        }

        boolean isDone() {
            return next == reached.size;
        }

        boolean sees(int slot) {
            return slot < seen.length && seen[slot] == number;
        }

        /** Goes on from one more slot. @return whether it met the other */
        boolean step(Walk other) {
            int slot = reached.all[next++];
            for (int i = 0; i < graph.degree(slot); i++) {
                int to = graph.to(slot, i);
                if (graph.score(slot, i) >= least && !sees(to)) {
                    if (other.sees(to)) {
                        return true;
                    }
                    see(to);
                }
            }
            return false;
        }

        private void see(int slot) {
            if (slot >= seen.length) {
                seen = Arrays.copyOf(seen, Math.max(slot + 1, 2 * seen.length));
            }
            seen[slot] = number;
            reached.add(slot);
        }
    }
}
