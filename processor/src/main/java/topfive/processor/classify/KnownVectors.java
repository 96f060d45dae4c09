package topfive.processor.classify;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import topfive.processor.encode.Encoder;

/**
 * An encoder that knows the texts of the shipped taxonomies by heart: over a thousand texts take seconds at every start, and their vectors
 * would differ a little from one kind of machine to the next. Kept as bytes, one per number, which moves a vector by less than a
 * thousandth. What is not known, or known to another encoder, is encoded.
 */
final class KnownVectors {
    static final String FILE = "/topfive/processor/taxonomy/vectors.bin";

    private final Encoder encoder;
    private final Map<Long, float[]> known;

    private KnownVectors(Encoder encoder, Map<Long, float[]> known) {
        this.encoder = encoder;
        this.known = known;
    }

    static KnownVectors of(Encoder encoder) {
        return new KnownVectors(encoder, load(encoder.id()));
    }

    List<float[]> encode(Stream<String> texts) {
        return texts.toList().parallelStream()
                .map(text -> knows(text) ? known.get(key(text)) : encoder.encode(text))
                .toList();
    }

    boolean knows(String text) {
        return known.containsKey(key(text));
    }

    int size() {
        return known.size();
    }

    /** The beginning of the text's sha-256. */
    static long key(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Map<Long, float[]> load(String encoderId) {
        try (var stream = KnownVectors.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IOException(FILE + " is missing on the class path");
            }
            var in = new DataInputStream(stream);
            if (!in.readUTF().equals(encoderId)) {
                return Map.of();
            }
            int size = in.readInt();
            var known = new TreeMap<Long, float[]>();
            for (int left = in.readInt(); left > 0; left--) {
                known.put(in.readLong(), vector(in.readFloat(), in.readNBytes(size)));
            }
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("the vectors of the shipped taxonomies cannot be read", e);
        }
    }

    private static float[] vector(float step, byte[] bytes) {
        var vector = new float[bytes.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = step * bytes[i];
        }
        return vector;
    }
}
