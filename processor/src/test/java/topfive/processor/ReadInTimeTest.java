package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Episode;
import topfive.contract.Limits;
import topfive.processor.classify.Classifier;
import topfive.processor.encode.Encoder;
import topfive.processor.encode.LexicalEncoder;
import topfive.processor.read.DocumentReader;

/** Half a mebibyte of whatever would make a pattern, a sentence or a name cost more than its length. */
class ReadInTimeTest {
    private static final int SENTENCE = 890;
    /** What is measured is processor time, however busy the machine. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private final DocumentReader reader = Sample.pipeline().reader();
    private final ReadInTime inTime = new ReadInTime(ReadInTime.BUDGET, LONG);

    @ParameterizedTest
    @ValueSource(strings = {"abc def\r", "a. . . . b", "a b.[ C", "“a, b ", "a-b-"})
    void any_text_within_the_limit_is_read_in_time(String unit) {
        var whole = filled(unit, Limits.TEXT / 2);
        var sentence = filled(unit, SENTENCE) + ".";
        var sentences = Collections.nCopies(Limits.TEXT / 2 / SENTENCE, sentence);
        for (var document : List.of(article(whole), episode(sentences, i -> "Ann"))) {
            assertThatCode(() -> inTime.read(reader, document, null)).doesNotThrowAnyException();
        }
    }

    @Test
    void so_is_a_conversation_of_thousands() {
        var said = IntStream.range(0, 4000)
                .mapToObj(i -> "Port " + i + " cut its fees by 12% because the lines had moved on, and traffic rose.")
                .toList();
        assertThatCode(() -> inTime.read(reader, episode(said, i -> "Speaker" + i + " X"), null))
                .doesNotThrowAnyException();
    }

    @Test
    void a_speaker_without_a_name_is_nobody() {
        assertThatCode(() -> inTime.read(reader, episode(List.of("The port cut its fees."), i -> "@"), null))
                .doesNotThrowAnyException();
    }

    @Test
    void a_reading_that_never_ends_is_given_up_and_the_next_document_is_read() {
        var impatient = new ReadInTime(Duration.ofMillis(200), LONG);
        var never = reader(text -> {
            while (!Thread.interrupted()) { // it takes no core from the tests to come
                Thread.onSpinWait();
            }
            throw new AssertionError("nobody reads any more");
        });
        assertThatCode(() -> impatient.read(never, Sample.day().get(0), null))
                .isInstanceOf(Guard.Refusal.class)
                .hasMessage("to read it took more than 200 ms");
        assertThat(impatient.read(reader, Sample.day().get(0), null).claims()).hasSize(2);
    }

    @Test
    void what_is_given_up_still_gets_into_the_transaction_that_was_begun(@TempDir Path state) {
        var properties = Run.properties(state, Sample.DAYS);
        var transaction = (Integer) properties.get(StreamsConfig.producerPrefix("transaction.timeout.ms"));
        assertThat(ReadInTime.PATIENCE).isLessThan(Duration.ofMillis(transaction));
        assertThat(ReadInTime.BUDGET).isEqualTo(Duration.ofSeconds(2));
        var atOnce = (Integer) properties.get(StreamsConfig.mainConsumerPrefix("max.poll.records"));
        assertThat(ReadInTime.BUDGET.multipliedBy(atOnce)).isLessThan(Duration.ofMillis(transaction));
    }

    @Test
    void what_a_reading_throws_comes_out_as_it_was_thrown() {
        var error = new NoClassDefFoundError("Vectors");
        var failing = reader(text -> {
            throw error;
        });
        assertThatCode(() -> inTime.read(failing, Sample.day().get(0), null)).isSameAs(error);
    }

    private interface Vectors {
        float[] of(String text);
    }

    private DocumentReader reader(Vectors vectors) {
        var words = new LexicalEncoder();
        var encoder = new Encoder() {
            @Override
            public float[] encode(String text) {
                return vectors.of(text);
            }

            @Override
            public String id() {
                return words.id();
            }
        };
        return new DocumentReader(
                reader.extractor(), encoder, new Classifier(words), reader.languages(), reader.days());
    }

    private static String filled(String unit, int length) {
        return unit.repeat(length / unit.length() + 1).substring(0, length);
    }

    private static Document article(String text) {
        var of = Sample.article("worst.example", text);
        return new Article(
                1,
                of.id(),
                of.contentHash(),
                1,
                of.source(),
                of.url(),
                of.title(),
                null,
                of.publishedAt(),
                of.fetchedAt(),
                "en",
                of.quality(),
                false,
                false,
                List.of(Article.Paragraph.of(text)));
    }

    private static Document episode(List<String> texts, IntFunction<String> speaker) {
        var of = Sample.article("worst.example", texts.get(0));
        return new Episode(
                1,
                of.id(),
                of.contentHash(),
                1,
                of.source(),
                of.url(),
                of.title(),
                null,
                of.publishedAt(),
                of.fetchedAt(),
                "en",
                of.quality(),
                false,
                false,
                null,
                IntStream.range(0, texts.size())
                        .mapToObj(i -> new Episode.Turn(speaker.apply(i), null, null, texts.get(i), null, null))
                        .toList(),
                List.of());
    }
}
