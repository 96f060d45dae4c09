package topfive.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static final Instant NOON = Instant.parse("2026-10-14T12:00:00Z");

    @Test
    void the_usual_gap_is_the_middle_one_of_those_between_the_items_in_any_order() {
        assertThat(Gaps.usual(hoursAgo(50, 1, 2, 6, 3), NOON)).contains(Duration.ofHours(3));
    }

    @Test
    void who_has_been_silent_for_longer_has_that_gap() {
        assertThat(Gaps.usual(hoursAgo(500, 501, 502), NOON)).contains(Duration.ofHours(500));
    }

    @Test
    void one_date_or_the_same_date_everywhere_tells_nothing() {
        assertThat(Gaps.usual(hoursAgo(1), NOON)).isEmpty();
        assertThat(Gaps.usual(hoursAgo(1, 1, 1), NOON)).isEmpty();
        assertThat(Gaps.usual(List.of(), NOON)).isEmpty();
    }

    @Test
    void a_date_in_the_future_counts_as_now() {
        assertThat(Gaps.usual(hoursAgo(-90_000, 4, 8), NOON)).contains(Duration.ofHours(4));
    }

    private static List<Instant> hoursAgo(Integer... hours) {
        return Stream.of(hours).map(ago -> NOON.minus(Duration.ofHours(ago))).toList();
    }
}
