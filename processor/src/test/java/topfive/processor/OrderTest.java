package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Article;
import topfive.contract.Ids;
import topfive.contract.Topics;

/** State is sets keyed by document: the order of arrival does not show in what comes out. */
class OrderTest {
    private static final String OTHER =
            "Harbor pilots in Port Verrin move 18% more boxes because a driver at a desk changes cranes in ten seconds.";

    @TempDir
    private Path folder;

    @Test
    void revisions_count_in_any_order() {
        var day = new ArrayList<>(withRevisions());
        var expected = finals(folder.resolve("in-order"), day);
        var random = new Random(11);
        for (int round = 0; round < 8; round++) {
            Collections.shuffle(day, random);
            assertThat(finals(folder.resolve("round-" + round), day)).isEqualTo(expected);
        }
    }

    @Test
    void what_was_told_is_not_told_again() {
        try (var run = new Run(folder)) {
            run.send(Sample.day()).fence("2026-03-04");
            var reworded = Sample.day().stream()
                    .map(OrderTest::tomorrow)
                    .map(each -> revised(
                            each,
                            0,
                            "en",
                            each.texts().stream()
                                    .map(text -> text.replace(" the ", " this "))
                                    .toArray(String[]::new)))
                    .toList();
            run.send(reworded).fence("2026-03-05");
            var second = run.values(Topics.DAILY).get(1);
            assertThat(second.comparedWith())
                    .extracting(each -> each.day().toString())
                    .containsExactly("2026-03-04");
            assertThat(second.missed()).extracting(each -> each.reason()).contains("told-before");
        }
    }

    @Test
    void what_stood_word_for_word_in_reports_of_the_day_before_is_nothing_but_a_number() {
        try (var run = new Run(folder)) {
            run.send(Sample.day()).fence("2026-03-04");
            run.send(Sample.day().stream().map(OrderTest::tomorrow).toList()).fence("2026-03-05");
            var second = run.values(Topics.DAILY).get(1);
            assertThat(second.insights()).isEmpty();
            assertThat(second.missed()).isEmpty();
            assertThat(second.counts().dropped()).containsOnlyKeys("said-before");
            assertThat(second.shortfall())
                    .isEqualTo(
                            "7 documents read, nothing new: what they claim stood word for word in reports of the last seven days.");
        }
    }

    @Test
    void a_report_of_yesterday_that_comes_while_both_days_are_open_makes_its_copy_of_today_old() {
        try (var run = new Run(folder)) {
            run.send(Sample.day().stream().map(OrderTest::tomorrow).toList());
            assertThat(run.live().insights()).isNotEmpty();
            run.send(Sample.day());
            var today = run.letTimePass().values(Topics.LIVE).stream()
                    .filter(each -> each.day().toString().equals("2026-03-05"))
                    .toList();
            assertThat(today.get(today.size() - 1).insights()).isEmpty();
        }
    }

    @Test
    void an_earlier_report_renames_an_open_cluster_and_the_old_name_still_leads_to_it() {
        try (var run = new Run(folder)) {
            var canal = Sample.day().get(0);
            var before = run.send(Sample.day()).live().insights().stream()
                    .filter(each -> each.independentSources() == 2)
                    .findFirst()
                    .orElseThrow();
            var text = canal.texts().get(0);
            var early =
                    Sample.article("early.example", text, Sample.NOON.minusSeconds(3600), Sample.NOON.plusSeconds(900));
            var after = run.send(early).live().insights().stream()
                    .filter(each -> each.reports() == 3)
                    .findFirst()
                    .orElseThrow();
            assertThat(after.clusterId()).isNotEqualTo(before.clusterId());
            assertThat(after.formerIds()).contains(before.clusterId());
        }
    }

    /** A change of one word, a text that came back, another language, and a withdrawal. */
    private static List<Article> withRevisions() {
        var all = new ArrayList<Article>(Sample.day());
        var day = Sample.day();
        all.add(revised(day.get(2), 60, "en", OTHER));
        all.add(revised(day.get(2), 120, "en", day.get(2).texts().get(0)));
        all.add(revised(day.get(3), 60, "de", "Die Alarme am Bett wurden leiser, weil 61% davon wegfielen."));
        all.add(revised(day.get(4), 60, "en"));
        all.add(revised(day.get(5), 0, "en", day.get(5).texts().toArray(String[]::new)));
        return all;
    }

    private static Article revised(Article article, int seconds, String language, String... texts) {
        var fetchedAt = article.fetchedAt().plusSeconds(seconds);
        return copy(article, article.publishedAt(), fetchedAt, language, List.of(texts));
    }

    private static Article tomorrow(Article article) {
        var day = java.time.Duration.ofDays(1);
        var copy = copy(
                article, article.publishedAt().plus(day), article.fetchedAt().plus(day), "en", article.texts());
        return new Article(
                1,
                Ids.document(copy.source().id(), "tomorrow"),
                copy.contentHash(),
                1,
                copy.source(),
                copy.url(),
                copy.title(),
                null,
                copy.publishedAt(),
                copy.fetchedAt(),
                "en",
                copy.quality(),
                false,
                false,
                copy.paragraphs());
    }

    private static Article copy(
            Article of, Instant publishedAt, Instant fetchedAt, String language, List<String> texts) {
        return new Article(
                1,
                of.id(),
                Ids.contentHash(texts),
                2,
                of.source(),
                of.url(),
                of.title(),
                null,
                publishedAt,
                fetchedAt,
                language,
                of.quality(),
                false,
                false,
                texts.stream().map(Article.Paragraph::of).toList());
    }

    private static List<String> finals(Path state, List<Article> day) {
        try (var run = new Run(state)) {
            return run.send(day).letTimePass().fence("2026-03-04").finals();
        }
    }
}
