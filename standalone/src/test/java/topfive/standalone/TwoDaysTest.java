package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Day;
import topfive.contract.Document;
import topfive.contract.Edition;
import topfive.processor.Pipeline;
import topfive.processor.choose.EditionOfDay;
import topfive.processor.merge.Facts;
import topfive.processor.merge.Reading;

/** What was told does not come back, what is new of it does: the second written day after the first, and the first day again. */
class TwoDaysTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 14);
    private static final LocalDate SECOND = FIRST.plusDays(1);
    private static final Pattern PERCENTAGE = Pattern.compile("(\\S+ \\S+ )(\\d+(?:\\.\\d+)?)(%| percent)");
    private static final Duration A_DAY = Duration.ofDays(1);

    @TempDir
    private static Path data;

    private static Analysis analysis;
    private static Pipeline pipeline;
    private static List<Document> first;
    private static List<Reading> readings;
    private static EditionOfDay told;

    @BeforeAll
    static void readTheFirstDay() {
        analysis = Analysis.load();
        pipeline = analysis.pipeline(List.of("en"), new Day(ZoneOffset.UTC, Duration.ofMinutes(30)));
        first = SampleDocuments.of(FIRST, data.resolve("first"));
        readings = read(first);
        told = pipeline.edition(readings, FIRST);
    }

    @AfterAll
    static void close() {
        analysis.close();
    }

    @Test
    void the_same_texts_under_other_addresses_the_day_after_are_nothing_but_the_reason() {
        var edition = after(first.stream()
                .map(each -> Copies.again(each, A_DAY, UnaryOperator.identity()))
                .toList());
        assertThat(edition.insights()).isEmpty();
        assertThat(edition.missed()).isEmpty();
        assertThat(edition.shortfall()).contains("nothing new: what they claim stood word for word in reports");
    }

    @Test
    void one_changed_figure_in_all_that_was_told_is_one_update_that_names_it() {
        var change = told.edition().insights().stream()
                .flatMap(ranked -> changes(ranked).stream())
                .findFirst()
                .orElseThrow();
        assertThat(after(retold(first, change)).insights())
                .singleElement()
                .satisfies(ranked -> assertThat(news(ranked)).isEqualTo(change.news()));
    }

    @Test
    void whichever_figure_of_the_five_is_changed_is_one_update_that_names_it() {
        int changed = 0;
        for (var ranked : told.edition().insights()) {
            for (var change : changes(ranked)) {
                var touched = first.stream()
                        .filter(each -> each.texts().stream().anyMatch(text -> text.contains(change.from())))
                        .toList();
                assertThat(after(retold(touched, change)).insights())
                        .as("%s", change)
                        .singleElement()
                        .satisfies(each -> assertThat(news(each)).isEqualTo(change.news()));
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(2);
    }

    @Test
    void what_the_second_day_continues_comes_back_with_its_news_or_not_at_all() throws Exception {
        var earlier = Labels.of(FIRST);
        var later = Labels.of(SECOND);
        var today = read(SampleDocuments.of(SECOND, data.resolve("second")));
        for (var continued : later.continued()) {
            var then = pipeline.edition(stating(continued.of(), earlier, readings), FIRST);
            assertThat(then.edition().insights()).isNotEmpty();
            var now = pipeline.edition(stating(continued.idea(), later, today), SECOND, List.of(then.told()))
                    .edition();
            if (continued.news().isEmpty()) {
                assertThat(now.insights()).isEmpty();
                assertThat(now.shortfall()).startsWith("Nothing new: all that was found was told");
            } else {
                assertThat(now.insights()).anySatisfy(ranked -> {
                    assertThat(ranked.novelty().kind()).isEqualTo("update");
                    assertThat(ranked.novelty().whatIsNew())
                            .containsAll(Facts.of(continued.news()).figures());
                });
            }
        }
    }

    @Test
    void the_wire_texts_of_both_days_are_one_voice() throws Exception {
        for (var day : List.of(FIRST, SECOND)) {
            var documents = day.equals(FIRST) ? first : SampleDocuments.of(day, data.resolve("second"));
            for (var wire : Labels.of(day).wire()) {
                var carried = documents.stream()
                        .filter(each -> wire.contains(each.url()))
                        .toList();
                assertThat(carried).hasSameSizeAs(wire);
                assertThat(pipeline.edition(carried, day).edition().insights())
                        .isNotEmpty()
                        .allMatch(ranked -> ranked.independentSources() == 1)
                        .anyMatch(ranked -> ranked.reports() == wire.size());
            }
        }
    }

    private static List<Reading> stating(String idea, Labels labels, List<Reading> all) {
        return all.stream()
                .map(each -> new Reading(
                        each.documentId(),
                        each.contentHash(),
                        each.sourceId(),
                        each.fetchedAt(),
                        each.day(),
                        each.language(),
                        each.setAside(),
                        each.late(),
                        each.claims().stream()
                                .filter(claim -> labels.idea(claim.insight()).equals(Optional.of(idea)))
                                .toList()))
                .filter(each -> !each.claims().isEmpty())
                .toList();
    }

    /** A percentage that is another now; the words around it keep it to this claim. */
    private record Change(String from, String to, String news) {}

    private static List<Change> changes(Edition.Ranked ranked) {
        return PERCENTAGE
                .matcher(ranked.claim())
                .results()
                .map(found -> new Change(
                        found.group(),
                        found.group(1) + other(found.group(2)) + found.group(3),
                        other(found.group(2)) + "%"))
                .toList();
    }

    private static String other(String number) {
        var kept = number.length() == 1 ? number : number.substring(0, number.length() - 1);
        return kept + (number.endsWith("3") ? "7" : "3");
    }

    private static String news(Edition.Ranked ranked) {
        return ranked.novelty().kind().equals("update")
                ? String.join(", ", ranked.novelty().whatIsNew())
                : "no update";
    }

    private static List<Document> retold(List<Document> documents, Change change) {
        return documents.stream()
                .map(each -> Copies.again(each, A_DAY, text -> text.replace(change.from(), change.to())))
                .toList();
    }

    private static Edition after(List<Document> documents) {
        var both = Stream.concat(readings.stream(), read(documents).stream()).toList();
        return pipeline.edition(both, SECOND, List.of(told.told())).edition();
    }

    private static List<Reading> read(List<Document> documents) {
        return documents.stream()
                .map(document -> pipeline.reader().read(document, null))
                .toList();
    }
}
