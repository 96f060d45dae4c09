package topfive.ingest.schedule;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WishesTest {
    /** 2026-10-14 is a Wednesday. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-14T12:34:56Z, 2026-10-14T12:34:56Z",
        "2026-10-14T23:10:00Z, 2026-10-15T02:00:00Z",
        "2026-10-15T01:59:59Z, 2026-10-15T02:00:00Z",
        "2026-10-16T23:00:00Z, 2026-10-18T02:00:00Z" // Friday night, over the whole of Saturday and the first hours of
        // Sunday
    })
    void skipped_hours_and_days_are_waited_out_in_gmt(Instant due, Instant open) {
        var wishes = new Wishes(Duration.ZERO, Set.of(23, 0, 1), Set.of(DayOfWeek.SATURDAY));

        assertThat(wishes.open(due)).isEqualTo(open);
    }

    @Test
    void who_asks_never_to_be_read_has_made_a_mistake() {
        var due = Instant.parse("2026-10-14T12:34:56Z");
        var hours = IntStream.range(0, 24).boxed().collect(toSet());
        var days = Arrays.stream(DayOfWeek.values()).collect(toSet());

        assertThat(new Wishes(Duration.ZERO, hours, Set.of()).open(due)).isEqualTo(due);
        assertThat(new Wishes(Duration.ZERO, Set.of(), days).open(due)).isEqualTo(due);
    }

    @Test
    void of_two_intervals_the_longer_one_is_the_wish() {
        var ttl = new Wishes(Duration.ofHours(1), Set.of(3), Set.of());

        assertThat(ttl.atLeast(Duration.ofHours(2)).atLeast()).isEqualTo(Duration.ofHours(2));
        assertThat(ttl.atLeast(Duration.ofMinutes(2))).isEqualTo(ttl);
        assertThat(ttl.atLeast((Duration) null)).isEqualTo(ttl);
    }
}
