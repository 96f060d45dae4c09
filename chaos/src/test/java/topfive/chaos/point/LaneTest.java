package topfive.chaos.point;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Point POINT = Point.named("final-commit").orElseThrow();
    private static final LocalDate FIRST = LocalDate.parse("2036-10-24");

    @Test
    void what_is_wrong_with_a_day_stands_with_the_round_that_answers_for_it() {
        var rows = List.of(row(1, FIRST), row(2, FIRST.plusDays(1)));
        var doubled = "against the functions: doubled edition all/2036-10-25: 2 instead of 1";

        var judged = Lane.judged(rows, List.of(doubled));

        assertThat(judged).extracting(Row::good).containsExactly(true, false);
        assertThat(judged.get(1).wrong()).containsExactly(doubled);
    }

    @Test
    void what_no_round_answers_for_is_not_forgotten() {
        var unwanted = "against the functions: unwanted edition all/2036-11-02: 1";
        var lost = "against the functions: lost insight ab12: 0 of 1";

        var judged = Lane.judged(List.of(row(1, FIRST)), List.of(unwanted, lost));

        assertThat(judged.get(0).wrong()).containsExactly(unwanted, lost);
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
                new Row(POINT, 3, 1, true, 9_000, List.of(), List.of()));

        assertThat(lines(POINT, rows)).containsExactly("| `final-commit` | 3/3 | 1/WRONG/- | 2.3/2.0 | 9.0 |  |  |");
    }

    @Test
    void who_did_not_die_or_did_not_come_again_tells_no_duration() {
        var rows = List.of(
                new Row(POINT, 1, 1, false, 10, List.of(FIRST), List.of()),
                new Row(POINT, 2, 2, true, -1, List.of(FIRST), List.of("no FINAL")));

        assertThat(lines(POINT, rows)).containsExactly("| `final-commit` | 1/2 | 1/WRONG |  |  |  |  |");
    }

    @Test
    void what_ingest_and_who_closes_a_day_take_is_no_recovery_of_the_processor() {
        var visit = Point.named("after-produce").orElseThrow();
        var fence = Point.named("fence-after").orElseThrow();

        assertThat(lines(visit, rows(visit)))
                .containsExactly("| `after-produce` | 3/3 | -/-/- |  |  | 1.0/1.0/1.0 |  |");
        assertThat(lines(fence, rows(fence))).containsExactly("| `fence-after` | 3/3 | -/-/- |  | 1.0 |  | 1.0/1.0 |");
    }

    private static List<String> lines(Point point, List<Row> rows) {
        return Table.of(List.of(point), rows).lines().skip(2).toList();
    }

    private static List<Row> rows(Point point) {
        return IntStream.rangeClosed(1, Points.TRIALS)
                .mapToObj(trial -> new Row(point, trial, 1, true, 1_000, List.of(), List.of()))
                .toList();
    }

    private static Row row(int trial, LocalDate day) {
        return new Row(POINT, trial, 1, true, 10, List.of(day), List.of());
    }
}
