package topfive.processor.merge;

import java.util.Arrays;

/**
 * The texts nearest to one text, nearest first. Of twenty thousand near texts it remembers some hundred: the first hundred count, as
 * many again stand by for those that go.
 */
final class Ties {
    private final int used;
    private final int kept;

    private int[] to = new int[4];
    private float[] scores = new float[4];
    private int size;
    /** There are nearer ones than any that is not held, but more than are held. */
    private boolean more;

    /** @param used so many count */
    Ties(int used) {
        this.used = used;
        this.kept = 2 * used;
    }

    /** Which of two ties of one text comes first; total, and the same wherever and whenever it is asked. */
    interface Order {
        boolean before(int to, float score, int than, float scoreOfThat);
    }

    /** @return the place it was given; -1 where enough are nearer */
    int add(int other, float score, Order order) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.before(other, score, to[middle], scores[middle])) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        if (low == kept || low == size && more) {
            more = true;
            return -1;
        }
        if (size == kept) {
            size--;
            more = true;
        } else if (size == to.length) {
            to = Arrays.copyOf(to, 2 * size);
            scores = Arrays.copyOf(scores, 2 * size);
        }
        System.arraycopy(to, low, to, low + 1, size - low);
        System.arraycopy(scores, low, scores, low + 1, size - low);
        to[low] = other;
        scores[low] = score;
        size++;
        return low;
    }

    /** @return the place it had; -1 where it is not held */
    int remove(int other) {
        for (int i = 0; i < size; i++) {
            if (to[i] == other) {
                size--;
                System.arraycopy(to, i + 1, to, i, size - i);
                System.arraycopy(scores, i + 1, scores, i, size - i);
                return i;
            }
        }
        return -1;
    }

    /** Those that count are no longer all known: to be found again. */
    boolean isShort() {
        return more && size < used;
    }

    int size() {
        return size;
    }

    int to(int place) {
        return to[place];
    }

    float score(int place) {
        return scores[place];
    }
}
