package topfive.processor.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MiniLmTest {
    private static final String CLAIM = "The company cut jobs to pay for new machines.";

    private MiniLm encoder;

    @BeforeAll
    void load() {
        encoder = MiniLm.load();
    }

    @AfterAll
    void close() {
        encoder.close();
    }

    @Test
    void a_vector_has_384_numbers_and_length_one() {
        var vector = encoder.encode(CLAIM);
        assertThat(vector).hasSize(384);
        assertThat(Encoder.cosine(vector, vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void the_same_text_gives_the_same_bits_whatever_was_encoded_between() {
        var first = encoder.encode(CLAIM);
        encoder.encode("Snow is expected above six hundred metres until Thursday, and the pass will be closed.");
        assertThat(encoder.encode(CLAIM)).isEqualTo(first);
    }

    @Test
    void two_threads_at_once_get_the_same_bits_as_one() throws Exception {
        var alone = encoder.encode(CLAIM);
        Callable<float[]> again = () -> encoder.encode(CLAIM);
        var threads = Executors.newFixedThreadPool(2);
        try {
            for (var answer : threads.invokeAll(
                    IntStream.range(0, 40).mapToObj(i -> again).toList())) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_paraphrase_is_closer_than_something_else() {
        var claim = encoder.encode(CLAIM);
        var paraphrase = encoder.encode("Staff were let go so that the firm could afford equipment.");
        var other = encoder.encode("The champions lost at home for the first time in two years.");
        assertThat(Encoder.cosine(claim, paraphrase)).isGreaterThan(Encoder.cosine(claim, other) + 0.3);
    }

    @Test
    void a_text_longer_than_the_encoder_reads_is_cut_not_refused() {
        assertThat(encoder.encode("word ".repeat(5_000))).hasSize(384);
    }

    @Test
    void an_empty_text_has_a_vector_too() {
        assertThat(encoder.encode("")).hasSize(384);
    }

    @Test
    void the_tokenizer_is_told_to_call_nobody() {
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
        assertThat(System.getProperty("OPT_OUT_TRACKING")).isEqualTo("true");
    }

    @Test
    void its_id_names_model_and_version() {
        assertThat(encoder.id()).isEqualTo("all-minilm-l6-v2-q/2");
    }

    @Test
    void closing_waits_for_those_who_encode_and_whoever_comes_later_is_told() throws Exception {
        var own = MiniLm.load();
        var threads = Executors.newFixedThreadPool(2);
        try {
            var begun = new CountDownLatch(2);
            Callable<Integer> reader = () -> {
                for (int i = 0; ; i++) {
                    try {
                        own.encode(CLAIM.repeat(20));
                    } catch (IllegalStateException e) {
                        assertThat(e).hasMessageContaining("is closed");
                        return i;
                    }
                    begun.countDown();
                }
            };
            var readers = List.of(threads.submit(reader), threads.submit(reader));
            begun.await();
            own.close();
            own.close();
            for (var each : readers) {
                assertThat(each.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
