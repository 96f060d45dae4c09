package topfive.processor.encode;

import java.util.List;

/**
 * Turns a text into a vector of length 1, so that the dot product of two vectors says how close two texts are.
 *
 * <p>The same text gives the same bits on the same machine type, whatever was encoded before. Vectors of encoders with different ids must
 * never be compared: their cosines live in different ranges.
 */
public interface Encoder {
    float[] encode(String text);

    /** The whole and its words, in one run; an encoder that sees only the whole has no words. */
    default Encoding encodeWords(String text) {
        return new Encoding(encode(text), List.of());
    }

    /** Asked for a vector after its end; what was to be encoded is not to blame. */
    final class Closed extends IllegalStateException {
        public Closed(String encoderId) {
            super("sentence encoder " + encoderId + " is closed");
        }
    }

    /** Names model and preparation, e.g. {@code all-minilm-l6-v2-q/2}; stands in every record that was made with it. */
    String id();

    /** @return the cosine of two vectors of length 1 */
    static double cosine(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("vectors of " + a.length + " and " + b.length + " numbers");
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
