package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import topfive.contract.Day;
import topfive.contract.Document;
import topfive.contract.Edition;
import topfive.processor.Pipeline;
import topfive.processor.choose.EditionOfDay;
import topfive.processor.merge.Reading;

/** Whoever puts one item on fifty sites of his own has said it once: nothing moves by more than one rank. */
class FiftyCopiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 14);

    @TempDir
    private static Path data;

    private static Analysis analysis;
    private static Pipeline pipeline;
    private static List<Document> documents;
    private static List<Reading> readings;
    private static EditionOfDay before;

    @BeforeAll
    static void readTheDay() {
        analysis = Analysis.load();
        pipeline = analysis.pipeline(List.of("en"), new Day(ZoneOffset.UTC, Duration.ofMinutes(30)));
        documents = SampleDocuments.of(DAY, data);
        readings = documents.stream()
                .map(document -> pipeline.reader().read(document, null))
                .toList();
        before = pipeline.edition(readings, DAY);
    }

    @AfterAll
    static void close() {
        analysis.close();
    }

    /** One that is told first, one that is told by an agency, one that missed, and a podcast. */
    private static Stream<Document> items() {
        var first = before.edition().insights().get(0).evidence().get(0).documentId();
        return documents.stream()
                .filter(each -> each.id().equals(first)
                        || each.url() != null
                                && each.url().matches(".*(tamarack-rents-fall|sarrin-canal-revenue|hot-rock).*"));
    }

    @ParameterizedTest
    @MethodSource("items")
    void fifty_copies_of_an_item_move_nothing_by_more_than_one_rank(Document item) {
        assertNothingMoves(copies(item, i -> text -> text));
    }

    @ParameterizedTest
    @MethodSource("items")
    void nor_do_fifty_that_are_each_a_little_altered(Document item) {
        assertNothingMoves(copies(item, FiftyCopiesTest::altered));
    }

    /** Other spaces, another word, a site's own line at the end of a paragraph. */
    private static UnaryOperator<String> altered(int i) {
        return text -> text.replace(" the ", i % 3 == 0 ? "  the " : " the ")
                .replaceFirst(" (because|since) ", i % 2 == 0 ? " as " : " for ")
                .replaceFirst("\\.$", i % 5 == 0 ? ". Read on at site " + i + "." : ".");
    }

    private static List<Reading> copies(Document item, IntFunction<UnaryOperator<String>> edit) {
        return IntStream.range(0, 50)
                .mapToObj(i -> Copies.on("copy" + i + ".example", item, edit.apply(i)))
                .map(copy -> pipeline.reader().read(copy, null))
                .toList();
    }

    private static void assertNothingMoves(List<Reading> copies) {
        var all = Stream.concat(readings.stream(), copies.stream()).toList();
        var now = order(pipeline.edition(all, DAY).edition());
        var then = order(before.edition());
        // the last one shown may give its place to the first that was not
        for (int i = 0; i < then.size() - 1; i++) {
            assertThat(now.indexOf(then.get(i)))
                    .as("%s: %s", i + 1, then.get(i))
                    .isBetween(i - 1, i + 1)
                    .isNotNegative();
        }
    }

    /** The five by rank, then those that missed by score. */
    private static List<String> order(Edition edition) {
        return Stream.concat(
                        edition.insights().stream().map(Edition.Ranked::claim),
                        edition.missed().stream().map(Edition.Missed::claim))
                .toList();
    }
}
