package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import topfive.contract.SourceState;
import topfive.ingest.fetch.Hints;
import topfive.ingest.fetch.Validators;

class MovedTest {
    private static final String OLD = "https://old.example/feed";
    private static final String NEW = "https://new.example/feed";
    private static final Subscription SOURCE = new Subscription("a", "a", OLD, "feed", Duration.ofMinutes(30), "");
    private static final SourceState BEFORE = SourceState.never(SourceHarvest.source(SOURCE), Instant.EPOCH);
    private static final Moved NOWHERE = new Moved(null, null, 0);
    private static final Visit FAILED = Visit.failed("a.example does not answer");

    @Test
    void the_third_visit_in_a_row_that_says_so_is_believed() {
        assertThat(after(told(NEW))).isEqualTo(new Moved(null, NEW, 1));
        assertThat(after(told(NEW), told(NEW), told(NEW))).isEqualTo(new Moved(NEW, NEW, 3));
    }

    @Test
    void an_answer_without_it_begins_anew_and_no_answer_does_not() {
        assertThat(after(told(NEW), told(NEW), told(null))).isEqualTo(NOWHERE);
        assertThat(after(told(NEW), told("https://third.example/"), told(NEW))).isEqualTo(new Moved(null, NEW, 1));
        assertThat(after(told(NEW), FAILED, told(NEW), FAILED, told(NEW))).isEqualTo(new Moved(NEW, NEW, 3));
    }

    @Test
    void a_304_that_comes_over_a_temporary_redirect_says_nothing_about_moving() {
        assertThat(after(told(NEW), told(NEW), Visit.notModified(Hints.NONE))).isEqualTo(NOWHERE);
    }

    @Test
    void nobody_is_followed_from_https_to_http() {
        var plain = told("http://new.example/feed");

        assertThat(after(plain, plain, plain, plain)).isEqualTo(NOWHERE);
    }

    @Test
    void who_moves_on_is_followed_and_who_moves_back_is_at_the_configured_address() {
        var moved = new Moved(NEW, NEW, 3);
        var third = told("https://third.example/");

        assertThat(after(moved, third, third)).isEqualTo(new Moved(NEW, "https://third.example/", 2));
        assertThat(after(moved, third, third, third).fetchUrl()).isEqualTo("https://third.example/");
        assertThat(after(moved, told(OLD), told(OLD), told(OLD))).isEqualTo(NOWHERE);
        assertThat(after(moved, told(null))).isEqualTo(moved);
    }

    @Test
    void where_the_new_address_fails_three_times_or_is_gone_the_old_one_is_asked() {
        var moved = new Moved(NEW, NEW, 3);

        assertThat(moved.after(FAILED, 2, BEFORE, SOURCE)).isEqualTo(moved);
        assertThat(moved.after(FAILED, 3, BEFORE, SOURCE)).isEqualTo(NOWHERE);
        assertThat(moved.after(Visit.gone("gone (410)"), 0, BEFORE, SOURCE)).isEqualTo(NOWHERE);
    }

    private static Moved after(Visit... visits) {
        return after(NOWHERE, visits);
    }

    private static Moved after(Moved first, Visit... visits) {
        var moved = first;
        for (var visit : visits) {
            moved = moved.after(visit, visit.isInVain() ? 1 : 0, BEFORE, SOURCE);
        }
        return moved;
    }

    private static Visit told(String target) {
        return Visit.fetched("", Validators.NONE, new Hints(target, null, false, List.of()))
                .having(Learned.NOTHING);
    }
}
