package topfive.processor.merge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;

/** A sentence vector of length one. Travels between the stages as 32-bit floats, little-endian: JSON numbers would cost four times that. */
public final class Vector {
    /** As many as the product's encoder gives numbers. */
    static final int SIGNS = 384;
    /** What each number is on average, of so many and length one. */
    private static final float LARGE = 0.05f;

    private final float[] values;

    private Vector(float[] values) {
        this.values = values;
    }

    /** Copies and scales to length one; the null vector stays as it is. */
    public static Vector of(float[] values) {
        var copy = values.clone();
        double square = 0;
        for (var value : copy) {
            square += (double) value * value;
        }
        if (square > 0) {
            var length = Math.sqrt(square);
            for (int i = 0; i < copy.length; i++) {
                copy[i] = (float) (copy[i] / length);
            }
        }
        return new Vector(copy);
    }

    /** The direction that these have in common. */
    public static Vector mean(Collection<Vector> vectors) {
        var sum = new float[vectors.iterator().next().values.length];
        for (var vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector.values[i];
            }
        }
        return of(sum);
    }

    @JsonCreator
    static Vector read(byte[] bytes) {
        var values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new Vector(values);
    }

    @JsonValue
    byte[] bytes() {
        var buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    /** -1 to 1; 0 where the two are of encoders of different size, which have nothing in common. */
    public double cosine(Vector other) {
        if (values.length != other.values.length) {
            return 0;
        }
        // four sums side by side: one alone makes each addition wait for the one before
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        var mine = values;
        var theirs = other.values;
        int i = 0;
        for (; i + 3 < mine.length; i += 4) {
            a += mine[i] * theirs[i];
            b += mine[i + 1] * theirs[i + 1];
            c += mine[i + 2] * theirs[i + 2];
            d += mine[i + 3] * theirs[i + 3];
        }
        for (; i < mine.length; i++) {
            a += mine[i] * theirs[i];
        }
        return (a + b) + (c + d);
    }

    /** Bit i says whether number i is below zero, for the first {@link #SIGNS} numbers; what is not there is not below zero. */
    long[] signs() {
        return where(value -> value < 0);
    }

    /** Which of these are far from zero, on either side: as they are spread, one in three. */
    long[] large() {
        return where(value -> Math.abs(value) > LARGE);
    }

    private long[] where(Predicate<Float> is) {
        var bits = new long[SIGNS / Long.SIZE];
        for (int i = 0; i < Math.min(SIGNS, values.length); i++) {
            if (is.test(values[i])) {
                bits[i / Long.SIZE] |= 1L << i;
            }
        }
        return bits;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
