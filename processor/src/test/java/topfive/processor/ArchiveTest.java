package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Article;
import topfive.contract.Edition;
import topfive.contract.Fence;
import topfive.contract.Topics;
import topfive.processor.encode.LexicalEncoder;

/** The stages begin with nothing, and editions are published. */
class ArchiveTest {
    private static final LocalDate DAY = Sample.DAY;

    @TempDir
    private Path state;

    @Test
    void what_is_published_is_not_written_again_and_not_open_again() {
        try (var run = run(List.of(edition(DAY)))) {
            run.send(Sample.day()).letTimePass().fence("2026-03-04").letTimePass();
            assertThat(run.finals()).isEmpty();
            assertThat(run.values(Topics.LIVE)).isEmpty();
            assertThat(run.values(Topics.DECISIONS)).isEmpty();
            assertThat(run.fence("2026-03-05").values(Topics.DAILY))
                    .singleElement()
                    .satisfies(edition -> {
                        assertThat(edition.day()).isEqualTo("2026-03-05");
                        assertThat(edition.comparedWith()).containsExactly(new Edition.Compared(DAY, 1));
                    });
            assertThat(run.stateKeys("editions")).containsExactly("closed", "told/2026-03-04", "told/2026-03-05");
        }
    }

    @Test
    void a_later_revision_stands_with_what_it_told() {
        var told = edition(DAY);
        try (var run = run(List.of(revised(told)))) {
            run.send(Sample.day().get(5)).fence("2026-03-04");
            run.send(told.insights().stream().map(ArchiveTest::retold).toList()).fence("2026-03-05");
            assertThat(run.values(Topics.DAILY)).singleElement().satisfies(edition -> {
                assertThat(edition.comparedWith()).containsExactly(new Edition.Compared(DAY, 2));
                assertThat(edition.insights()).isEmpty();
            });
        }
    }

    @Test
    void a_day_that_is_published_needs_no_fence() {
        try (var run = run(List.of(edition(DAY)))) {
            run.send(Sample.day()).fence("2026-03-05").letTimePass();
            assertThat(run.values(Topics.DAILY))
                    .extracting(edition -> edition.day().toString())
                    .containsExactly("2026-03-05");
        }
    }

    @Test
    void a_day_before_the_last_published_one_comes_no_more() {
        try (var run = run(List.of(edition(DAY.plusDays(1))))) {
            run.send(Sample.day())
                    .fence("2026-03-04")
                    .fence("2026-03-05")
                    .fence("2026-03-06")
                    .letTimePass();
            assertThat(run.values(Topics.DAILY))
                    .extracting(edition -> edition.day().toString())
                    .containsExactly("2026-03-06");
        }
    }

    @Test
    void however_many_are_published_the_next_day_is_compared_with_the_last_seven() {
        var published = Stream.iterate(DAY, day -> day.plusDays(1))
                .limit(20)
                .map(ArchiveTest::edition)
                .toList();
        try (var run = run(published)) {
            for (int i = 0; i <= 20; i++) {
                run.fence(DAY.plusDays(i).toString());
            }
            assertThat(run.values(Topics.DAILY))
                    .singleElement()
                    .satisfies(edition -> assertThat(edition.comparedWith())
                            .extracting(each -> each.day().toString())
                            .containsExactly(
                                    "2026-03-23",
                                    "2026-03-22",
                                    "2026-03-21",
                                    "2026-03-20",
                                    "2026-03-19",
                                    "2026-03-18",
                                    "2026-03-17"));
            assertThat(run.stateKeys("editions")).hasSize(1 + 8);
        }
    }

    @Test
    void fences_that_come_all_at_once_close_one_day_after_the_other() {
        try (var run = run(List.of())) {
            run.closed(new Fence(1, DAY.plusDays(2), 0, 2))
                    .closed(new Fence(1, DAY, 1, 2))
                    .closed(new Fence(1, DAY.plusDays(2), 1, 2));
            run.letPass(Duration.ofSeconds(1));
            assertThat(run.values(Topics.DAILY))
                    .extracting(edition -> edition.day().toString())
                    .containsExactly("2026-03-04", "2026-03-06");
        }
    }

    private Run run(List<Edition> published) {
        return new Run(state, Sample.DAYS, new LexicalEncoder(), published);
    }

    private static Edition edition(LocalDate day) {
        return Sample.pipeline().edition(Sample.day(), day).edition();
    }

    /** The same idea from somebody else, in nearly the same words, a day later. */
    private static Article retold(Edition.Ranked insight) {
        var at = Sample.NOON.plus(Duration.ofDays(1));
        return Sample.article(
                "again-" + insight.rank() + ".example", insight.claim().replace(" the ", " this "), at, at);
    }

    private static Edition revised(Edition of) {
        return new Edition(
                1,
                of.edition(),
                of.day(),
                of.zone(),
                of.status(),
                2,
                of.updatedAt(),
                of.closesAt(),
                of.comparedWith(),
                of.counts(),
                of.shortfall(),
                of.insights(),
                of.missed(),
                of.rulesVersion(),
                of.encoderId());
    }
}
