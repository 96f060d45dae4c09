package topfive.chaos.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Point POINT = Point.named("final-commit").orElseThrow();
    private static final LocalDate FIRST = LocalDate.parse("2036-10-24");

    @Test
    void what_is_wrong_with_a_day_stands_with_the_round_that_answers_for_it() {
        var rows = List.of(row(1, FIRST), row(2, FIRST.plusDays(1)));

        var judged = Lane.judged(rows, Map.of(FIRST.plusDays(1), List.of("2 FINAL editions")));

        assertThat(judged).extracting(Row::good).containsExactly(true, false);
        assertThat(judged.get(1).wrong()).containsExactly("2 FINAL editions");
    }

    @Test
    void what_is_wrong_with_a_day_of_no_round_is_not_forgotten() {
        var judged = Lane.judged(List.of(row(1, FIRST)), Map.of(FIRST.plusDays(9), List.of("nobody closed that day")));

        assertThat(judged.get(0).wrong()).containsExactly("nobody closed that day");
    }

    @Test
    void a_process_that_did_not_die_where_it_should_makes_the_run_fail() {
        assertThat(new Row(POINT, 1, 1, false, 10, List.of(), List.of()).good()).isFalse();
    }

    @Test
    void the_table_has_a_line_for_each_point_and_a_figure_for_each_death() {
        var rows = List.of(
                new Row(POINT, 1, 1, true, 2_340, List.of(FIRST), List.of()),
                new Row(POINT, 2, 2, true, 2_000, List.of(FIRST, FIRST.plusDays(1)), List.of("doubled")),
                new Row(POINT, 3, 1, false, -1, List.of(), List.of()));

        assertThat(Table.of(List.of(POINT), rows)).isEqualTo("""
                        | fail point | fired | right FINALs | death -> done again, s |
                        |---|---|---|---|
                        | `final-commit` | 2/3 | 1/WRONG/- | 2.3/2.0/never |
                        """);
    }

    private static Row row(int trial, LocalDate day) {
        return new Row(POINT, trial, 1, true, 10, List.of(day), List.of());
    }
}
