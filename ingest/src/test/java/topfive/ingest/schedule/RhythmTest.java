package topfive.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
    private static final Instant NOON = Instant.parse("2026-10-14T12:00:00Z");

    private final Rhythm rhythm = new Rhythm(Duration.ofMinutes(30), false);

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT0S, PT30M", // nothing is known
        "PT1H, PT20M, PT30M", // a source of every hour: never more often than allowed
        "PT12H, PT1H, PT2H",
        "PT12H, PT24H, PT4H", // longer silent than usual
        "PT168H, PT1H, PT6H", // a weekly one: still four times a day
        "PT1H, PT9000H, PT6H"
    })
    void a_source_is_asked_after_a_sixth_of_its_usual_gap_or_of_its_silence(
            Duration gap, Duration silence, Duration interval) {
        assertThat(rhythm.answered(gap, silence)).isEqualTo(interval);
    }

    @ParameterizedTest
    @CsvSource({"1, PT30M", "2, PT1H", "3, PT2H", "6, PT16H", "7, PT24H", "100000, PT24H"})
    void each_failure_doubles_the_interval_up_to_a_day(int failures, Duration interval) {
        assertThat(rhythm.failed(failures)).isEqualTo(interval);
    }

    @Test
    void an_operator_who_wants_a_source_once_a_week_gets_it_once_a_week() {
        var weekly = new Rhythm(Duration.ofDays(7), false);

        assertThat(weekly.answered(Duration.ZERO, Duration.ZERO)).isEqualTo(Duration.ofDays(7));
        assertThat(weekly.failed(3)).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void a_source_of_our_own_is_asked_exactly_as_often_as_the_operator_says() {
        var own = new Rhythm(Duration.ofSeconds(2), true);

        assertThat(own.answered(Duration.ofDays(9), Duration.ofDays(9))).isEqualTo(Duration.ofSeconds(2));
        assertThat(own.failed(9)).isEqualTo(Duration.ofSeconds(2));
        assertThat(own.next("a", NOON, Duration.ofSeconds(2), wishes(Duration.ofHours(1))))
                .isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void what_a_publisher_asks_for_makes_it_later_up_to_a_day_and_never_earlier() {
        assertThat(wait(Duration.ofHours(2), Duration.ofHours(5)))
                .isBetween(Duration.ofHours(5), Duration.ofMinutes(331));
        assertThat(wait(Duration.ofHours(2), Duration.ofMinutes(1)))
                .isBetween(Duration.ofHours(2), Duration.ofMinutes(132));
        assertThat(wait(Duration.ofHours(2), Duration.ofDays(365)))
                .isBetween(Duration.ofHours(24), Duration.ofMinutes(1585));
    }

    @Test
    void sources_of_the_same_interval_come_at_moments_of_their_own() {
        var moments = IntStream.range(0, 100)
                .mapToObj(source -> rhythm.next("source-" + source, NOON, Duration.ofHours(6), Wishes.NONE))
                .toList();

        assertThat(moments).allMatch(at -> !at.isBefore(NOON.plus(Duration.ofHours(6))));
        assertThat(moments.stream().distinct().count()).isGreaterThan(80);
        assertThat(rhythm.next("source-1", NOON, Duration.ofHours(6), Wishes.NONE))
                .isEqualTo(moments.get(1));
    }

    private Duration wait(Duration interval, Duration atLeast) {
        return Duration.between(NOON, rhythm.next("a", NOON, interval, wishes(atLeast)));
    }

    private static Wishes wishes(Duration atLeast) {
        return new Wishes(atLeast, Set.of(), Set.of());
    }
}
