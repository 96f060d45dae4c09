package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final Instant NOON = Instant.parse("2026-10-14T12:00:00Z");

    private final Timetable timetable = new Timetable();

    @Test
    void the_longest_overdue_is_first_and_of_a_host_there_is_only_one() {
        put("a1", "a", 3);
        put("a2", "a", 5);
        put("b1", "b", 1);
        put("c1", "c", -1);

        assertThat(taken(9)).containsExactly("a2", "b1");
        assertThat(taken(9)).isEmpty();
        assertThat(timetable.overdue(NOON)).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void when_a_visit_is_done_the_host_is_free_and_the_source_waits_for_its_next_time() {
        put("a1", "a", 1);
        put("a2", "a", 0);
        var turn = timetable.take(NOON, 9).get(0);
        timetable.done(turn, turn, NOON.plusSeconds(60));

        assertThat(taken(9)).containsExactly("a2");
        assertThat(timetable.next()).contains(NOON.plusSeconds(60));
    }

    @Test
    void no_more_are_taken_than_there_are_workers() {
        put("a", "a", 1);
        put("b", "b", 2);
        put("c", "c", 3);

        assertThat(taken(2)).containsExactly("c", "b");
        assertThat(taken(2)).containsExactly("a");
    }

    @Test
    void what_is_not_to_be_asked_again_has_no_time() {
        put("a", "a", 1);
        var turn = timetable.take(NOON, 9).get(0);
        timetable.done(turn, turn, null);

        assertThat(timetable.next()).isEmpty();
        assertThat(timetable.overdue(NOON)).isZero();
    }

    private void put(String source, String host, int minutesAgo) {
        var subscription = new Subscription(source, source, "https://" + host + ".example/", "feed", null, "");
        timetable.put(new Timetable.Turn(subscription, host), NOON.minus(Duration.ofMinutes(minutesAgo)));
    }

    private List<String> taken(int most) {
        return timetable.take(NOON, most).stream()
                .map(turn -> turn.source().id())
                .toList();
    }
}
