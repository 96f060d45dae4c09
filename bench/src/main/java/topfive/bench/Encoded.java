package topfive.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import topfive.contract.Ids;
import topfive.processor.encode.MiniLm;
import topfive.processor.merge.Vector;

/** The claims' vectors from the product's encoder. Ten thousand take a minute, so they are kept in {@code bench/target}. */
final class Encoded {
    private Encoded() {}

    static List<Vector> of(List<String> texts) throws IOException {
        var kept = Path.of("bench/target/vectors-" + Ids.contentHash(texts).substring(0, 16) + ".bin");
        var numbers = Files.exists(kept) ? ByteBuffer.wrap(Files.readAllBytes(kept)) : encode(texts, kept);
        var size = numbers.remaining() / Float.BYTES / texts.size();
        var vectors = new ArrayList<Vector>();
        for (int i = 0; i < texts.size(); i++) {
            var vector = new float[size];
            numbers.asFloatBuffer().get(i * size, vector);
            vectors.add(Vector.of(vector));
        }
        return vectors;
    }

    private static ByteBuffer encode(List<String> texts, Path kept) throws IOException {
        try (var encoder = MiniLm.load()) {
            var size = encoder.encode(texts.get(0)).length;
            var numbers = ByteBuffer.allocate(texts.size() * size * Float.BYTES);
            for (var text : texts) {
                for (var number : encoder.encode(text)) {
                    numbers.putFloat(number);
                }
            }
            Files.createDirectories(kept.getParent());
            Files.write(kept, numbers.array());
            return numbers.flip();
        }
    }
}
