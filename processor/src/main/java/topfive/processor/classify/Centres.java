package topfive.processor.classify;

import java.util.Arrays;
import java.util.List;

/** Means and differences of vectors; all results have length 1. Sums go in the given order, since floating point depends on it. */
final class Centres {
    private Centres() {}

    static float[] mean(List<float[]> vectors) {
        var weights = new double[vectors.size()];
        Arrays.fill(weights, 1);
        return mean(vectors, weights);
    }

    static float[] mean(List<float[]> vectors, double[] weights) {
        var sum = new double[vectors.get(0).length];
        for (int v = 0; v < weights.length; v++) {
            add(sum, vectors.get(v), weights[v]);
        }
        return unit(sum);
    }

    /** Each without what all have in common; one alone stays as it is. */
    static float[][] apart(List<float[]> vectors) {
        if (vectors.size() == 1) {
            return new float[][] {vectors.get(0)};
        }
        var common = new double[vectors.get(0).length];
        vectors.forEach(vector -> add(common, vector, 1.0 / vectors.size()));
        return vectors.stream()
                .map(vector -> {
                    var own = new double[common.length];
                    add(own, vector, 1);
                    for (int i = 0; i < own.length; i++) {
                        own[i] -= common[i];
                    }
                    return unit(own);
                })
                .toArray(float[][]::new);
    }

    private static void add(double[] sum, float[] vector, double weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * vector[i];
        }
    }

    private static float[] unit(double[] vector) {
        double square = 0;
        for (double x : vector) {
            square += x * x;
        }
        var unit = new float[vector.length];
        for (int i = 0; i < unit.length && square > 0; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(square));
        }
        return unit;
    }
}
