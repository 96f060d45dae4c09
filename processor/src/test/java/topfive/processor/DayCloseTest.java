package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topfive.contract.Article;
import topfive.contract.Day;
import topfive.contract.Edition;
import topfive.contract.Topics;

/** Which day a document counts for, and what a fence does. */
class DayCloseTest {
    private static final String CLAIM =
            "Harbor pilots in Port Verrin move 18% more boxes because a driver at a desk changes cranes in ten seconds.";

    @TempDir
    private Path state;

    @ParameterizedTest
    @CsvSource(
            nullValues = "undated",
            value = {
                "2099-01-01T00:00:00Z, 2026-03-04",
                "0001-01-01T00:00:00Z, 2026-03-04",
                "undated,              2026-03-04",
                "2026-03-05T08:00:00Z, 2026-03-04",
                "2026-03-03T20:00:00Z, 2026-03-04"
            })
    void an_absurd_a_missing_and_a_closed_date_count_for_the_day_of_the_fetch(Instant stated, LocalDate day) {
        try (var run = new Run(state)) {
            var live = run.send(at(stated, Sample.NOON)).live();
            assertThat(live.day()).isEqualTo(day);
            assertThat(live.counts().late()).isZero();
        }
    }

    @Test
    void no_document_closes_a_day_or_drops_another_whatever_it_states() {
        try (var run = new Run(state)) {
            run.send(at(Instant.parse("2099-01-01T00:00:00Z"), Sample.NOON)).send(Sample.day());
            run.letTimePass();
            assertThat(run.finals()).isEmpty();
            assertThat(run.fence("2026-03-04").values(Topics.DAILY))
                    .singleElement()
                    .satisfies(
                            edition -> assertThat(edition.counts().documents()).isEqualTo(8));
        }
    }

    @Test
    void the_fence_of_an_earlier_day_after_a_later_one_changes_nothing() {
        try (var run = new Run(state)) {
            run.send(Sample.day()).fence("2026-03-05").letTimePass(); // one day at a time
            assertThat(days(run)).containsExactly("2026-03-04", "2026-03-05");
            run.fence("2026-03-04").fence("2026-03-03").fence("2026-03-05").letTimePass();
            assertThat(days(run)).isEmpty();
        }
    }

    @Test
    void days_without_input_each_have_their_final_edition() {
        try (var run = new Run(state)) {
            run.fence("2026-03-03").fence("2026-03-04").fence("2026-03-05");
            assertThat(run.values(Topics.DAILY))
                    .extracting(edition -> edition.day() + " " + edition.status() + " " + edition.shortfall())
                    .containsExactly(
                            "2026-03-03 FINAL No documents came in.",
                            "2026-03-04 FINAL No documents came in.",
                            "2026-03-05 FINAL No documents came in.");
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 2026-03-29T22:30:00Z", "2026-10-25, 2026-10-25T23:30:00Z"})
    void a_day_of_23_or_25_hours_takes_reports_until_it_closes(LocalDate day, Instant closesAt) {
        var berlin = new Day(ZoneId.of("Europe/Berlin"), Duration.ofMinutes(30));
        try (var run = new Run(state, berlin)) {
            var stated = closesAt.minus(Duration.ofHours(2));
            run.send(at("in-time.example", stated, closesAt.minusSeconds(1)))
                    .send(at("too-late.example", stated, closesAt))
                    .fence(day.toString());
            assertThat(run.values(Topics.DAILY)).singleElement().satisfies(edition -> {
                assertThat(edition.closesAt()).isEqualTo(closesAt);
                assertThat(edition.counts().documents()).isEqualTo(1);
            });
            assertThat(run.live().day()).isEqualTo(day.plusDays(1));
        }
    }

    @Test
    void a_repeat_behind_the_fence_stays_with_its_day_and_is_not_late() {
        try (var run = new Run(state)) {
            for (var article : Sample.day()) {
                run.send(article);
            }
            run.fence("2026-03-04").letTimePass();
            run.values(Topics.LIVE);
            run.send(Sample.day()).fence("2026-03-05");
            var next = run.values(Topics.DAILY).get(1);
            assertThat(next.counts()).isEqualTo(new Edition.Counts(0, 0, 0, 0, 0, null, null));
        }
    }

    @Test
    void a_minute_before_the_cut_off_is_in_behind_the_fence_is_late_and_a_minute_after_is_of_the_next_day() {
        var cutOff = Instant.parse("2026-03-05T00:30:00Z");
        try (var run = new Run(state)) {
            run.send(at("in.example", Sample.NOON, cutOff.minusSeconds(60)))
                    .fence("2026-03-04")
                    .send(at("late.example", Sample.NOON, cutOff.minusSeconds(60)))
                    .send(at("next.example", Sample.NOON, cutOff.plusSeconds(60)))
                    .fence("2026-03-05");
            assertThat(run.values(Topics.DAILY))
                    .extracting(
                            edition -> edition.day() + " " + edition.counts().documents() + " "
                                    + edition.counts().late())
                    .containsExactly("2026-03-04 1 0", "2026-03-05 2 1");
            assertThat(run.counted("topfive.documents.late")).isEqualTo(1);
        }
    }

    @Test
    void a_revision_behind_the_fence_takes_the_next_day_and_the_edition_stands() {
        try (var run = new Run(state)) {
            run.send(at(Sample.NOON, Sample.NOON)).fence("2026-03-04");
            var before = run.finals();
            run.send(Sample.article(
                            "harbor-pilots.example",
                            CLAIM.replace("18%", "23%"),
                            Sample.NOON,
                            Sample.NOON.plusSeconds(60)))
                    .letTimePass()
                    .fence("2026-03-04")
                    .letTimePass();
            assertThat(before).hasSize(1).first(STRING).contains("18%");
            var next = run.fence("2026-03-05").values(Topics.DAILY).get(0);
            assertThat(next.counts().documents()).isEqualTo(1);
            assertThat(next.counts().late()).isEqualTo(1);
        }
    }

    @Test
    void an_old_article_is_counted_and_is_no_candidate() {
        try (var run = new Run(state)) {
            var live = run.send(at(Sample.NOON.minus(Duration.ofHours(73)), Sample.NOON))
                    .live();
            assertThat(live.counts().dropped()).containsEntry("too-old", 1);
            assertThat(live.counts().candidates()).isZero();
        }
    }

    @Test
    void state_of_days_long_closed_is_forgotten() {
        try (var run = new Run(state)) {
            run.send(Sample.day()).fence("2026-03-04").fence("2026-03-12");
            assertThat(run.stateKeys("readings")).anyMatch(key -> key.startsWith("document/"));
            run.fence("2026-03-13");
            assertThat(run.stateKeys("readings")).containsExactly("closed");
        }
    }

    private static List<String> days(Run run) {
        return run.values(Topics.DAILY).stream()
                .map(edition -> edition.day().toString())
                .toList();
    }

    private static Article at(Instant stated, Instant fetchedAt) {
        return at("harbor-pilots.example", stated, fetchedAt);
    }

    private static Article at(String owner, Instant stated, Instant fetchedAt) {
        return Sample.article(owner, CLAIM, stated, fetchedAt);
    }
}
