package topfive.processor.encode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pieces of a text say something, and where they point. The encoder's 384 numbers for a piece are brought down to 64: the directions
 * in which the words of our own label definitions and sample texts differ most (principal components, made once by {@code MakeWordSpace} of
 * the tests, and frozen). Words compared in these directions tell claims apart at least as well as in all 384: docs/quality.md.
 */
final class WordSpace {
    static final int SIZE = 64;
    static final String FILE = "words.v1.bin";
    private static final int FULL = 384;
    /** In the encoder's word list, which is ordered by how often a word is met; below stand marks and single characters. */
    private static final int THE = 1996;

    private static final double LAST = Math.log(30_522 - THE);
    /** A piece that says less ("their", "would") is left out. */
    private static final double LEAST = 0.35;

    /** By direction. */
    private final float[][] directions;

    private WordSpace(float[][] directions) {
        this.directions = directions;
    }

    static WordSpace load() {
        try (var file = WordSpace.class.getResourceAsStream(FILE)) {
            var numbers = ByteBuffer.wrap(file.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            var directions = new float[SIZE][FULL];
            for (var direction : directions) {
                numbers.get(direction);
            }
            return new WordSpace(directions);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read from the class path", e);
        }
    }

    /** @return 0 to 1; 0 for a mark, a single character or one of the commonest words */
    static double weight(long piece) {
        var rarity = piece < THE ? 0 : Math.log(1.0 + piece - THE) / LAST;
        return rarity < LEAST ? 0 : Math.min(1, rarity * rarity);
    }

    /** @param vectors of the pieces, 384 numbers each */
    List<Encoding.Word> words(long[] pieces, float[][] vectors) {
        var words = new ArrayList<Encoding.Word>();
        for (int i = 0; i < pieces.length; i++) {
            var weight = weight(pieces[i]);
            if (weight > 0) {
                words.add(new Encoding.Word(weight, direction(vectors[i])));
            }
        }
        return words;
    }

    private float[] direction(float[] vector) {
        var direction = new float[SIZE];
        for (int d = 0; d < SIZE; d++) {
            float sum = 0;
            for (int i = 0; i < FULL; i++) {
                sum += directions[d][i] * vector[i];
            }
            direction[d] = sum;
        }
        return MiniLm.unit(direction);
    }
}
