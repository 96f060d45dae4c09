package topfive.processor.merge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A whole text in 133 bytes, to tell whether two documents are one text that was trimmed, edited or quoted at length: how many different
 * runs of three words it has, and for each of 128 hash functions one byte of the least value among them (minwise hashing, Broder 1997; one
 * byte is enough, Li and König 2010). A function of the words alone. What share of them two texts have in common comes out to within
 * about 0.04.
 */
public final class Sketch {
    /** Stands first: what another version sketched is like nothing. */
    private static final byte VERSION = 1;

    private static final int FUNCTIONS = 128;
    private static final int HEAD = 1 + Integer.BYTES;
    private static final int RUN = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** Two bytes are equal by chance so often. */
    private static final double CHANCE = 1 / 256.0;

    static final Sketch NONE = new Sketch(new byte[0]);

    private final byte[] bytes;

    private Sketch(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Of texts without a run of three words there is {@link #NONE}. */
    static Sketch of(Iterable<String> texts) {
        var runs = new Runs();
        texts.forEach(runs::read);
        return runs.sketch();
    }

    @JsonCreator
    static Sketch read(byte[] bytes) {
        return new Sketch(bytes);
    }

    @JsonValue
    byte[] bytes() {
        return bytes.clone();
    }

    /** @return the share of all runs that stand in both, 0 to 1, estimated; 0 where one of them is unknown */
    double jaccard(Sketch other) {
        if (!isComparable() || !other.isComparable()) {
            return 0;
        }
        int equal = 0;
        for (int i = HEAD; i < bytes.length; i++) {
            equal += bytes[i] == other.bytes[i] ? 1 : 0;
        }
        return Math.max(0, ((double) equal / FUNCTIONS - CHANCE) / (1 - CHANCE));
    }

    /** @return the share of the shorter text that stands in the other, 0 to 1, estimated; rough where the other is much longer */
    double contained(Sketch other) {
        var jaccard = jaccard(other);
        if (jaccard == 0) {
            return 0;
        }
        var shared = jaccard / (1 + jaccard) * ((double) runs() + other.runs());
        return Math.min(1, shared / Math.min(runs(), other.runs()));
    }

    private boolean isComparable() {
        return bytes.length == HEAD + FUNCTIONS && bytes[0] == VERSION && runs() > 0;
    }

    private int runs() {
        return ByteBuffer.wrap(bytes).getInt(1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Reads the words of a text one after the other; a run does not reach over the end of a block, where sites put what is theirs. */
    private static final class Runs {
        private final long[] least = new long[FUNCTIONS];
        private final java.util.Set<Long> seen = new java.util.HashSet<>();

        Runs() {
            Arrays.fill(least, Long.MAX_VALUE);
        }

        void read(String text) {
            var word = WORD.matcher(text.toLowerCase(Locale.ROOT));
            long first = 0;
            long second = 0;
            for (int i = 1; word.find(); i++) {
                long third = mixed(word.group().hashCode());
                if (i >= RUN) {
                    take(mixed(first * 31 * 31 + second * 31 + third));
                }
                first = second;
                second = third;
            }
        }

        private void take(long run) {
            if (seen.add(run)) {
                for (int i = 0; i < FUNCTIONS; i++) {
                    least[i] = Math.min(least[i], mixed(run + i * 0x9E3779B97F4A7C15L));
                }
            }
        }

        Sketch sketch() {
            if (seen.isEmpty()) {
                return NONE;
            }
            var bytes = ByteBuffer.allocate(HEAD + FUNCTIONS).put(VERSION).putInt(seen.size());
            for (var each : least) {
                bytes.put((byte) each);
            }
            return new Sketch(bytes.array());
        }

        /** Finaliser of splitmix64: every bit of the input shows in every bit. */
        private static long mixed(long bits) {
            long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
            z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
            return z ^ (z >>> 31);
        }
    }
}
