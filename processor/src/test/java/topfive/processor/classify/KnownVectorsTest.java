package topfive.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import topfive.processor.encode.Encoder;
import topfive.processor.encode.LexicalEncoder;
import topfive.processor.encode.MiniLm;

/** The file is written anew with {@code -Dtopfive.write=true}. */
class KnownVectorsTest {
    private static MiniLm encoder;
    private static Map<String, float[]> fresh;

    @BeforeAll
    static void encode() throws IOException {
        encoder = MiniLm.load();
        fresh = texts().collect(Collectors.toList()).parallelStream()
                .collect(Collectors.toMap(Function.identity(), encoder::encode, (a, b) -> a, TreeMap::new));
        if (Boolean.getBoolean("topfive.write")) {
            write();
        }
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void every_text_of_the_shipped_taxonomies_is_known_and_nothing_else() {
        var known = KnownVectors.of(encoder);
        assertThat(fresh.keySet()).allMatch(known::knows);
        assertThat(known.size()).isEqualTo(fresh.size());
    }

    @Test
    void what_is_known_is_what_the_encoder_says_today() {
        var known = KnownVectors.of(encoder);
        assertThat(fresh)
                .allSatisfy((text, vector) -> assertThat(
                                cosine(known.encode(Stream.of(text)).get(0), vector))
                        .isGreaterThan(0.999));
    }

    @Test
    void another_encoder_knows_nothing_by_heart() {
        assertThat(KnownVectors.of(new LexicalEncoder()).size()).isZero();
    }

    @Test
    void a_text_that_is_not_shipped_is_encoded() {
        var text = "A text that stands nowhere else.";
        assertThat(KnownVectors.of(encoder).encode(Stream.of(text)).get(0)).isEqualTo(encoder.encode(text));
    }

    private static double cosine(float[] a, float[] b) {
        return Encoder.cosine(a, b) / Math.sqrt(Encoder.cosine(a, a) * Encoder.cosine(b, b));
    }

    private static Stream<String> texts() {
        return Stream.of(Taxonomy.mediaTopics(), Taxonomy.themes())
                .flatMap(taxonomy -> taxonomy.labels().stream())
                .flatMap(Taxonomy.Entry::texts);
    }

    private static void write() throws IOException {
        for (var root : List.of("src/main/resources", "target/classes")) {
            try (var out = new DataOutputStream(Files.newOutputStream(Path.of(root + KnownVectors.FILE)))) {
                out.writeUTF(encoder.id());
                out.writeInt(encoder.encode("").length);
                out.writeInt(fresh.size());
                for (var entry : fresh.entrySet()) {
                    write(out, entry.getKey(), entry.getValue());
                }
            }
        }
    }

    private static void write(DataOutputStream out, String text, float[] vector) throws IOException {
        float most = 0;
        for (float x : vector) {
            most = Math.max(most, Math.abs(x));
        }
        float step = most / Byte.MAX_VALUE;
        out.writeLong(KnownVectors.key(text));
        out.writeFloat(step);
        for (float x : vector) {
            out.writeByte(Math.round(x / step));
        }
    }
}
