package topfive.processor.encode;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words hashed into 512 numbers, for machines on which {@link MiniLm} cannot run. Only by explicit configuration, never as a silent
 * replacement: it sees the same words, not the same meaning, and needs thresholds of its own.
 */
public final class LexicalEncoder implements Encoder {
    private static final int SIZE = 512;
    private static final int SHORTEST_STEM = 5;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    @Override
    public float[] encode(String text) {
        var vector = new float[SIZE];
        var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            add(vector, words.group());
        }
        for (int i = 0; i < SIZE; i++) {
            vector[i] = (float) (Math.signum(vector[i]) * Math.log1p(Math.abs(vector[i])));
        }
        return MiniLm.unit(vector);
    }

    @Override
    public String id() {
        return "hashed-words-512/1";
    }

    /** Longer words weigh more: they are rarer. The sign keeps collisions from adding up. */
    private static void add(float[] vector, String word) {
        var stem = word.length() > SHORTEST_STEM ? word.substring(0, SHORTEST_STEM) : word;
        int hash = spread(stem.hashCode());
        float weight = Math.min(stem.length(), SHORTEST_STEM) / (float) SHORTEST_STEM;
        vector[Math.floorMod(hash, SIZE)] += (hash >>> 31 == 0 ? 1 : -1) * weight * weight;
    }

    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
