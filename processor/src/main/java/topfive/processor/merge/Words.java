package topfive.processor.merge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import topfive.processor.encode.Encoding;

/**
 * The words of a text, each as it is meant there. Two texts are laid side by side: each word finds the one that comes nearest to it in the
 * other text (late interaction: Khattab and Zaharia 2020; BERTScore: Zhang et al. 2020). Travels as one byte for a word's weight and one
 * for each number of its direction.
 */
public final class Words {
    public static final Words NONE = new Words(new byte[0]);

    private static final int SIZE = 64;
    private static final int ROW = 1 + SIZE;
    private static final double FULL = 127;
    /** Words that are compared at once. */
    private static final int ABREAST = Long.SIZE / Short.SIZE;

    /** More than a claim can have; a paragraph may. */
    private static final int MOST = 120;

    private final byte[] rows;

    private Words(byte[] rows) {
        this.rows = rows;
    }

    public static Words of(Encoding encoding) {
        var words = encoding.words();
        var rows = new byte[Math.min(MOST, words.size()) * ROW];
        for (int w = 0; w * ROW < rows.length; w++) {
            var word = words.get(w);
            rows[w * ROW] = (byte) Math.max(1, Math.round(FULL * word.weight()));
            for (int i = 0; i < SIZE; i++) {
                rows[w * ROW + 1 + i] = (byte) Math.round(FULL * word.direction()[i]);
            }
        }
        return new Words(rows);
    }

    /** Those of texts that are read together. */
    static Words together(Collection<Words> parts) {
        var length = parts.stream().mapToInt(part -> part.rows.length).sum();
        var rows = new byte[Math.min(MOST * ROW, length)];
        int at = 0;
        for (var part : List.copyOf(parts)) {
            int some = Math.min(part.rows.length, rows.length - at);
            System.arraycopy(part.rows, 0, rows, at, some);
            at += some;
        }
        return new Words(rows);
    }

    @JsonCreator
    static Words read(byte[] rows) {
        return new Words(rows);
    }

    @JsonValue
    byte[] bytes() {
        return rows;
    }

    boolean isEmpty() {
        return rows.length < ROW;
    }

    /**
     * How well the words of each find their like in the other, weighed by how much they say.
     *
     * @param both harmonic mean of the two directions, 0 to 1
     * @param least of the two directions: low where one text says much that the other does not
     */
    record Alignment(double both, double least) {}

    /** Symmetric. Neither may be empty. */
    Alignment with(Words other) {
        var toMine = new int[rows.length / ROW];
        var toTheirs = new int[other.rows.length / ROW];
        Arrays.fill(toMine, Integer.MIN_VALUE);
        Arrays.fill(toTheirs, Integer.MIN_VALUE);
        for (int w = 0; w < toMine.length; w += ABREAST) {
            var abreast = abreast(w);
            for (int v = 0; v < toTheirs.length; v++) {
                long near = dots(abreast, other.rows, v * ROW + 1);
                for (int i = w; i < Math.min(w + ABREAST, toMine.length); i++) {
                    int nearness = (short) near;
                    toMine[i] = Math.max(toMine[i], nearness);
                    toTheirs[v] = Math.max(toTheirs[v], nearness);
                    near = (near - nearness) >> Short.SIZE;
                }
            }
        }
        var a = found(toMine);
        var b = other.found(toTheirs);
        return new Alignment(a + b == 0 ? 0 : 2 * a * b / (a + b), Math.min(a, b));
    }

    /**
     * The numbers of so many words from this one on, side by side in one long: what is multiplied and added then is multiplied and added for
     * all of them, and the sums, below 2^15 since directions have length one, are exact.
     */
    private long[] abreast(int from) {
        var abreast = new long[SIZE];
        for (int at = from * ROW + 1, shift = 0;
                shift < Long.SIZE && at < rows.length;
                at += ROW, shift += Short.SIZE) {
            for (int i = 0; i < SIZE; i++) {
                abreast[i] += (long) rows[at + i] << shift;
            }
        }
        return abreast;
    }

    private static long dots(long[] abreast, byte[] rows, int at) {
        long sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += abreast[i] * rows[at + i];
        }
        return sum;
    }

    /** @param nearest to each word, the nearness of what came nearest to it */
    private double found(int[] nearest) {
        double found = 0;
        double weight = 0;
        for (int w = 0; w < nearest.length; w++) {
            found += (double) rows[w * ROW] * nearest[w];
            weight += rows[w * ROW];
        }
        return Math.max(0, found / weight / (FULL * FULL));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Words that && Arrays.equals(rows, that.rows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(rows);
    }
}
