package topfive.processor.encode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes the frozen directions of {@link WordSpace}: the principal components of the words of the texts given, one a line. {@code
 * MakeWordSpace TEXTS OUTPUT}. A new file is a new version of the encoder.
 */
final class MakeWordSpace {
    private static final int ROUNDS = 60;

    private MakeWordSpace() {}

    public static void main(String[] args) throws IOException {
        var words = new ArrayList<float[]>();
        try (var encoder = MiniLm.load()) {
            for (var text : Files.readAllLines(Path.of(args[0]))) {
                var ids = encoder.ids(text);
                var pieces = encoder.pieces(text);
                for (int i = 0; i < ids.length; i++) {
                    if (WordSpace.weight(ids[i]) > 0) {
                        words.add(MiniLm.unit(pieces[i].clone()));
                    }
                }
            }
        }
        var directions = components(scatter(words));
        var bytes = ByteBuffer.allocate(directions.length * directions[0].length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (var direction : directions) {
            for (var number : direction) {
                bytes.putFloat((float) number);
            }
        }
        Files.write(Path.of(args[1]), bytes.array());
        System.out.println(words.size() + " words");
    }

    private static double[][] scatter(List<float[]> words) {
        int n = words.get(0).length;
        var scatter = new double[n][n];
        for (var word : words) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    scatter[i][j] += (double) word[i] * word[j] / words.size();
                }
            }
        }
        return scatter;
    }

    /** Orthogonal iteration (Golub and Van Loan, Matrix Computations, section 7.3). */
    private static double[][] components(double[][] scatter) {
        var random = new SplittableRandom(64);
        var basis = new double[WordSpace.SIZE][scatter.length];
        for (var row : basis) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextDouble() - 0.5;
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int d = 0; d < basis.length; d++) {
                basis[d] = times(scatter, basis[d]);
            }
            orthonormal(basis);
        }
        return basis;
    }

    private static double[] times(double[][] scatter, double[] vector) {
        var product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            product[i] = dot(scatter[i], vector);
        }
        return product;
    }

    private static void orthonormal(double[][] basis) {
        for (int d = 0; d < basis.length; d++) {
            for (int before = 0; before < d; before++) {
                var along = dot(basis[d], basis[before]);
                for (int i = 0; i < basis[d].length; i++) {
                    basis[d][i] -= along * basis[before][i];
                }
            }
            var length = Math.sqrt(dot(basis[d], basis[d]));
            for (int i = 0; i < basis[d].length; i++) {
                basis[d][i] /= length;
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
