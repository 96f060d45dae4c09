package topfive.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import topfive.contract.Json;

class SketchTest {
    @Test
    void what_two_texts_share_is_estimated_to_within_a_tenth() {
        for (int shared = 0; shared <= 400; shared += 50) {
            var one = Sketch.of(List.of(words(1, shared), words(2, 400 - shared)));
            var other = Sketch.of(List.of(words(1, shared), words(3, 400 - shared)));
            assertThat(one.jaccard(other)).isCloseTo(shared / (800.0 - shared), within(0.1));
            assertThat(other.jaccard(one)).isEqualTo(one.jaccard(other));
        }
    }

    @Test
    void a_fifth_of_a_text_is_seen_to_stand_in_it() {
        var whole = Sketch.of(List.of(words(1, 100), words(2, 400)));
        assertThat(Sketch.of(List.of(words(1, 100))).contained(whole)).isGreaterThan(0.6);
        assertThat(Sketch.of(List.of(words(3, 100))).contained(whole)).isLessThan(0.2);
    }

    @Test
    void spaces_capitals_and_marks_do_not_show() {
        assertThat(Sketch.of(List.of("Six  homes,\nfit on “a” lot.")))
                .isEqualTo(Sketch.of(List.of("six homes fit on a lot")));
    }

    @Test
    void a_text_of_two_words_and_what_was_read_before_there_were_sketches_are_like_nothing() {
        var text = Sketch.of(List.of("six homes fit on a lot"));
        assertThat(Sketch.of(List.of("two words")).jaccard(Sketch.of(List.of("two words"))))
                .isZero();
        assertThat(Origin.UNKNOWN.sketch().jaccard(text)).isZero();
        assertThat(Origin.UNKNOWN.sketch().contained(Origin.UNKNOWN.sketch())).isZero();
    }

    @Test
    void it_travels_as_a_string_of_its_bytes() {
        var origin = new Origin(List.of("northwire"), Sketch.of(List.of("six homes fit on a lot")));
        assertThat(Json.read(Json.bytes(origin), Origin.class)).isEqualTo(origin);
        assertThat(Json.bytes(origin)).hasSizeLessThan(250);
    }

    private static String words(long seed, int count) {
        var random = new Random(seed);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("w").append(random.nextInt(5000)).append(' ');
        }
        return text.toString();
    }
}
