package topfive.processor.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LexicalEncoderTest {
    private final Encoder encoder = new LexicalEncoder();

    @Test
    void the_same_words_are_close_and_other_words_are_not() {
        var claim = encoder.encode("Insurers left the coast before the water came.");
        var close = encoder.encode("Before the water came, insurers were leaving the coast.");
        var far = encoder.encode("Pupils with a tutor caught up in reading.");
        assertThat(Encoder.cosine(claim, close)).isGreaterThan(0.7);
        assertThat(Encoder.cosine(claim, far)).isLessThan(0.2);
    }

    @Test
    void a_vector_has_length_one_and_a_text_without_words_has_none() {
        var vector = encoder.encode("Insurers left the coast.");
        assertThat(Encoder.cosine(vector, vector)).isCloseTo(1, within(1e-5));
        assertThat(encoder.encode("...")).containsOnly(0f);
    }

    @Test
    void it_never_passes_for_the_real_one() {
        assertThat(encoder.id()).isEqualTo("hashed-words-512/1");
    }
}
