package topfive.processor.merge;

import java.util.Arrays;

/** Which texts are tied to which, seen from both ends. A tie that either end, or both, count stands once. */
final class Graph {
    private static final class Ends {
        private int[] to = new int[4];
        private float[] scores = new float[4];
        private boolean[] byBoth = new boolean[4];
        private int size;

        private int find(int other) {
            for (int i = 0; i < size; i++) {
                if (to[i] == other) {
                    return i;
                }
            }
            return -1;
        }

        private void add(int other, float score) {
            if (size == to.length) {
                to = Arrays.copyOf(to, 2 * size);
                scores = Arrays.copyOf(scores, 2 * size);
                byBoth = Arrays.copyOf(byBoth, 2 * size);
            }
            to[size] = other;
            scores[size] = score;
            byBoth[size++] = false;
        }

        private void remove(int place) {
            size--;
            to[place] = to[size];
            scores[place] = scores[size];
            byBoth[place] = byBoth[size];
        }
    }

    private Ends[] ends = new Ends[64];

    void put(int slot) {
        if (slot >= ends.length) {
            ends = Arrays.copyOf(ends, Math.max(slot + 1, 2 * ends.length));
        }
        ends[slot] = new Ends();
    }

    /** @return whether the two were not tied before */
    boolean tie(int a, int b, float score) {
        int there = ends[a].find(b);
        if (there < 0) {
            ends[a].add(b, score);
            ends[b].add(a, score);
            return true;
        }
        ends[a].byBoth[there] = true;
        ends[b].byBoth[ends[b].find(a)] = true;
        return false;
    }

    /** @return whether the two are no longer tied */
    boolean untie(int a, int b) {
        int there = ends[a].find(b);
        int here = ends[b].find(a);
        if (ends[a].byBoth[there]) {
            ends[a].byBoth[there] = false;
            ends[b].byBoth[here] = false;
            return false;
        }
        ends[a].remove(there);
        ends[b].remove(here);
        return true;
    }

    int degree(int slot) {
        return ends[slot].size;
    }

    int to(int slot, int place) {
        return ends[slot].to[place];
    }

    float score(int slot, int place) {
        return ends[slot].scores[place];
    }
}
