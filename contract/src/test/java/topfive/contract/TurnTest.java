package topfive.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnTest {
    @ParameterizedTest
    @CsvSource({"0, 5000", "9, 5000", "10, 7000", "11, 7000", "29, 7000", "30, 9500", "4000, 9500"})
    void a_quote_links_to_the_newest_mark_at_or_before_its_first_character(int offset, long milliseconds) {
        var turn = turn(5000L, new Episode.Mark(10, 7000), new Episode.Mark(30, 9500));

        assertThat(turn.at(offset)).isEqualTo(milliseconds);
    }

    @Test
    void without_marks_it_links_to_the_beginning_of_the_turn() {
        assertThat(turn(5000L).at(12)).isEqualTo(5000L);
    }

    @Test
    void where_the_transcript_has_no_times_there_is_no_moment() {
        assertThat(turn(null).at(12)).isNull();
        assertThat(turn(null, new Episode.Mark(10, 7000)).at(9)).isNull();
    }

    private static Episode.Turn turn(Long startMs, Episode.Mark... marks) {
        return new Episode.Turn("Petra Lund", startMs, null, "words", Episode.Kind.SPEECH, List.of(marks));
    }
}
