package topfive.processor.merge;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Content words by their stem, each with how much it says, in one fixed order: a sum over them is the same to the last digit whenever and
 * wherever it is made, and two lists are held against each other in one go.
 */
public final class Stems {
    private static final Comparator<String> ORDER =
            Comparator.comparingInt(String::hashCode).thenComparing(Comparator.naturalOrder());

    private final String[] stems;
    /** Of the stems: only words of one hash are read. */
    private final int[] hashes;

    private final double[] weights;
    private final double square;

    private Stems(List<String> stems, double[] weights) {
        this.stems = stems.toArray(String[]::new);
        this.hashes = stems.stream().mapToInt(String::hashCode).toArray();
        this.weights = weights;
        double sum = 0;
        for (var weight : weights) {
            sum += weight * weight;
        }
        this.square = sum;
    }

    static Stems of(Map<String, Double> weighed) {
        var sorted = weighed.keySet().stream().sorted(ORDER).toList();
        return new Stems(sorted, sorted.stream().mapToDouble(weighed::get).toArray());
    }

    boolean contains(String stem) {
        return List.of(stems).contains(stem);
    }

    /** Cosine of the stems, each weighed by how much its word says. */
    double cosine(Stems other) {
        var length = Math.sqrt(square * other.square);
        return length == 0 ? 0 : shared(other) / length;
    }

    private double shared(Stems other) {
        double sum = 0;
        for (int i = 0, j = 0; i < stems.length && j < other.stems.length; ) {
            int mine = hashes[i];
            int theirs = other.hashes[j];
            int order = mine != theirs ? Integer.compare(mine, theirs) : stems[i].compareTo(other.stems[j]);
            if (order == 0) {
                sum += weights[i++] * other.weights[j++];
            } else if (order < 0) {
                i++;
            } else {
                j++;
            }
        }
        return sum;
    }
}
