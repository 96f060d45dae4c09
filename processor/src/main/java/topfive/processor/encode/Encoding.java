package topfive.processor.encode;

import java.util.List;

/**
 * A text as an encoder sees it: as a whole, and word by word, each word as it is meant in this text.
 *
 * @param whole length one
 * @param words the pieces that say something, in the order of the text; empty where the encoder sees only the whole
 */
public record Encoding(float[] whole, List<Word> words) {
    public Encoding {
        words = List.copyOf(words);
    }

    /**
     * A word in its context.
     *
     * @param weight how much it says, more than 0 and at most 1
     * @param direction {@link WordSpace#SIZE} numbers, length one
     */
    public record Word(double weight, float[] direction) {}
}
