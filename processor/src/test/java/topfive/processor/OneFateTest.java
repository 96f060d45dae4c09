package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Article;
import topfive.contract.DeadLetter;
import topfive.contract.Fence;
import topfive.contract.Insight;
import topfive.contract.Json;
import topfive.contract.Limits;
import topfive.contract.Source;
import topfive.contract.Topics;
import topfive.processor.encode.Encoding;
import topfive.processor.merge.Claim;
import topfive.processor.merge.Reading;
import topfive.processor.merge.Vector;
import topfive.processor.merge.Words;

/** Whatever comes, it becomes an insight or a dead letter with its bytes, and the next record is read. */
class OneFateTest {
    private static final int LARGEST_INSIGHT = 14 * 1024;
    private static final byte[] NO_TEXT = {(byte) 0xff, 0, (byte) 0xc3, 0x28};

    @TempDir
    private Path state;

    @Test
    void a_dead_letter_has_key_and_value_byte_for_byte_also_where_they_are_no_text() {
        try (var run = new Run(state)) {
            run.send(NO_TEXT, NO_TEXT).send(null, NO_TEXT).send(Sample.day());
            var letters = run.records(Topics.DEAD_LETTERS);
            assertThat(letters)
                    .hasSize(2)
                    .allSatisfy(each -> assertThat(each.value()).isEqualTo(NO_TEXT));
            assertThat(letters.get(0).key()).isEqualTo(NO_TEXT);
            assertThat(letters.get(1).key()).isNull();
            var letter =
                    DeadLetter.from(null, letters.get(1).value(), letters.get(1).headers());
            assertThat(List.of(letter.reason(), letter.stage(), letter.origin(), "" + letter.length()))
                    .containsExactly("not-a-document", "read", "topfive.documents.v1/0@1", "4");
            assertThat(letter.detail()).isNotBlank();
            assertThat(run.values(Topics.INSIGHTS)).hasSizeGreaterThanOrEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"url", "title", "language", "id", "source"})
    void a_document_of_nearly_four_mebibytes_in_one_field_stalls_nothing(String field) {
        try (var run = new Run(state)) {
            var poison = stuffed(field, "x".repeat(Limits.DOCUMENT_RECORD - 64 * 1024));
            run.send(poison).send(Sample.day()).letTimePass().fence("2026-03-04");
            var letters = run.records(Topics.DEAD_LETTERS);
            if (field.equals("title")) {
                assertThat(letters).isEmpty();
            } else {
                assertThat(letters).hasSize(1);
                assertThat(letters.get(0).value()).isEqualTo(Json.bytes(poison));
            }
            for (var topic : List.of(Topics.INSIGHTS, Topics.LIVE, Topics.DAILY, Topics.DECISIONS)) {
                assertThat(run.records(topic))
                        .isNotEmpty()
                        .allSatisfy(each -> assertThat(each.key().length + each.value().length)
                                .isLessThan(1_000_000));
            }
        }
    }

    @Test
    void what_was_read_what_came_late_and_what_is_a_dead_letter_is_counted() {
        try (var run = new Run(state)) {
            run.send(Sample.day()).fence("2026-03-04").send(Sample.article("late.example", "Too late."));
            run.send(null, NO_TEXT).send(null, NO_TEXT);
            assertThat(run.counted("topfive.documents.read")).isEqualTo(8);
            assertThat(run.counted("topfive.documents.late")).isEqualTo(1);
            assertThat(run.counted("topfive.dead.letters", "stage", "read", "reason", "not-a-document"))
                    .isEqualTo(2);
        }
    }

    @Test
    void a_language_that_is_no_code_names_no_cell() {
        try (var run = new Run(state)) {
            run.send(stuffed("language", "/"));
            var letters = run.records(Topics.DEAD_LETTERS);
            assertThat(letters).hasSize(1);
            assertThat(DeadLetter.from("", new byte[0], letters.get(0).headers())
                            .reason())
                    .isEqualTo("bad-language");
        }
    }

    @Test
    void fifty_documents_with_the_longest_names_make_an_edition_that_fits() {
        try (var run = new Run(state)) {
            for (int i = 0; i < 50; i++) {
                var text = Sample.day().get(i % 7).texts().get(0) + " " + i;
                var of = Sample.article("owner" + i + ".example", text);
                var long10k = new Source(
                        of.source().id(),
                        "n".repeat(10_000),
                        "page",
                        of.source().owner(),
                        null);
                run.send(new Article(
                        1,
                        of.id(),
                        of.contentHash(),
                        1,
                        long10k,
                        of.url(),
                        "t".repeat(50_000),
                        null,
                        of.publishedAt(),
                        of.fetchedAt(),
                        "en",
                        of.quality(),
                        false,
                        false,
                        of.paragraphs()));
            }
            run.fence("2026-03-04");
            assertThat(run.records(Topics.DEAD_LETTERS)).isEmpty();
            assertThat(run.records(Topics.DAILY))
                    .singleElement()
                    .satisfies(each -> assertThat(each.value().length).isBetween(50_000, 1_000_000));
        }
    }

    @Test
    void a_fence_that_cannot_be_true_closes_nothing() {
        try (var run = new Run(state)) {
            run.fence("2099-01-01").fence("0001-01-01").send(new Fence(1, Sample.DAY, 1, 2));
            run.send(Sample.day()).letTimePass().fence("2026-03-04");
            assertThat(run.records(Topics.DEAD_LETTERS))
                    .extracting(each ->
                            DeadLetter.from("", each.value(), each.headers()).reason())
                    .containsExactly("bad-time", "bad-time", "bad-fence");
            assertThat(run.values(Topics.DAILY)).singleElement().satisfies(edition -> {
                assertThat(edition.day()).isEqualTo(Sample.DAY);
                assertThat(edition.counts().late()).isZero();
                assertThat(edition.insights()).hasSize(5);
            });
        }
    }

    @Test
    void a_text_longer_than_any_that_is_sent_is_not_read() {
        try (var run = new Run(state)) {
            run.send(Sample.article("long.example", "Ports cut fees. ".repeat(Limits.TEXT / 16 + 1)));
            run.send(Sample.article("long.example", "x".repeat(Limits.TEXT)));
            assertThat(run.records(Topics.DEAD_LETTERS))
                    .extracting(each ->
                            DeadLetter.from("", each.value(), each.headers()).detail())
                    .containsExactly("a text of 524304 bytes; at most 524288");
        }
    }

    /** As many insights as are taken from one document, each as large as one may be. */
    @Test
    void the_largest_reading_there_can_be_goes_to_the_next_stage_and_into_the_store() {
        var chance = new Random(1);
        var text = IntStream.range(0, 400)
                .mapToObj(i -> "Rents in " + invented(chance) + " fell by " + (10 + i) + "% after " + invented(chance)
                        + " allowed six " + invented(chance) + " on each lot, because builders added " + (1000 + i)
                        + " homes in two years.")
                .collect(Collectors.joining("\n"));
        var read = Sample.pipeline().reader().read(Sample.article("long.example", text), null);
        assertThat(read.claims()).hasSizeGreaterThanOrEqualTo(24);
        var room = LARGEST_INSIGHT
                - read.insights().stream()
                        .mapToInt(insight -> Json.bytes(insight).length)
                        .max()
                        .orElseThrow();
        assertThatThrownBy(() -> Sizes.checked(padded(read, room + 1)))
                .hasMessageContaining("at most " + LARGEST_INSIGHT);

        var largest = Sizes.checked(padded(read, room));
        assertThatCode(() -> {
                    Sizes.check(new Record<>(ReadDocuments.CELLS, new Outcome.Read(largest, Sample.DAY), 0));
                    Sizes.checkStored(ReadDocuments.CELLS, Json.bytes(largest));
                })
                .doesNotThrowAnyException();
    }

    /** A name, so that no two sentences say the same. */
    private static String invented(Random chance) {
        return chance.ints(4, 0, 60)
                .mapToObj(i -> "bdfgklmnprst".substring(i % 12, i % 12 + 1) + "aeiou".charAt(i / 12))
                .collect(Collectors.joining("", "V", "n"));
    }

    private static Reading padded(Reading of, int room) {
        var vector = new float[384];
        Arrays.fill(vector, 0.05f);
        var words = Words.of(new Encoding(vector, Collections.nCopies(256, new Encoding.Word(1, vector))));
        return new Reading(
                of.documentId(),
                of.contentHash(),
                of.sourceId(),
                of.fetchedAt(),
                of.day(),
                of.language(),
                of.setAside(),
                of.late(),
                of.claims().stream()
                        .map(claim -> new Claim(
                                padded(claim.insight(), room),
                                claim.published(),
                                Vector.of(vector),
                                words,
                                claim.origin()))
                        .toList());
    }

    private static Insight padded(Insight of, int room) {
        return new Insight(
                of.schemaVersion(),
                of.id(),
                of.documentId(),
                of.contentHash(),
                of.source(),
                of.title() + "x".repeat(room),
                of.url(),
                of.link(),
                of.publishedAt(),
                of.fetchedAt(),
                of.day(),
                of.language(),
                of.claim(),
                of.spans(),
                of.context(),
                of.speaker(),
                of.startMs(),
                of.topics(),
                of.themes(),
                of.quality(),
                of.encoderId());
    }

    @ParameterizedTest
    @MethodSource("endsOfTime")
    void a_fetch_at_the_ends_of_time_is_a_dead_letter(Instant end) {
        try (var run = new Run(state)) {
            run.send(Sample.article("end.example", "Nothing.", null, end))
                    .send(Sample.day())
                    .letTimePass();
            run.fence("2026-03-04");
            assertThat(run.records(Topics.DEAD_LETTERS))
                    .extracting(each ->
                            DeadLetter.from("", each.value(), each.headers()).reason())
                    .containsExactly("bad-time");
            assertThat(run.values(Topics.DAILY)).anySatisfy(edition -> {
                assertThat(edition.day()).isEqualTo(Sample.DAY);
                assertThat(edition.insights()).hasSize(5);
            });
        }
    }

    static Stream<Instant> endsOfTime() {
        return Stream.of(Instant.MIN, Instant.MAX);
    }

    @Test
    void a_page_that_changes_all_day_stays_many_small_records() {
        try (var run = new Run(state)) {
            for (int i = 0; i < 200; i++) {
                run.send(Sample.article(
                        "live-blog.example",
                        Sample.day().get(i % 7).texts().get(0) + " Update " + i + ".",
                        Sample.NOON,
                        Sample.NOON.plusSeconds(i)));
            }
            assertThat(run.stateKeys("readings")).hasSize(200);
            assertThat(run.live().counts().documents()).isEqualTo(1);
        }
    }

    private static Article stuffed(String field, String text) {
        var of = Sample.day().get(0);
        var source = field.equals("source") ? new Source("s", text, "page", "o", null) : of.source();
        return new Article(
                1,
                field.equals("id") ? text : of.id() + "0",
                of.contentHash() + "0",
                1,
                source,
                field.equals("url") ? "https://a.example/" + text : of.url(),
                field.equals("title") ? text : of.title(),
                null,
                of.publishedAt(),
                of.fetchedAt(),
                field.equals("language") ? Arrays.toString(new int[2]) + text : "en",
                of.quality(),
                false,
                false,
                of.paragraphs());
    }
}
