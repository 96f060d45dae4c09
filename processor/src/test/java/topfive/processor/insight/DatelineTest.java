package topfive.processor.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatelineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HALLIN (NORTHWIRE) - Rents fell.        | Rents fell.",
                "Hallin, March 4 (Northwire) — Rents fell. | Rents fell.",
                "PORT VERRIN (Northwire) -- Rents fell.  | Rents fell.",
                "Rents fell (again) - by 7%.             | Rents fell (again) - by 7%.",
                "The Calder Authority (CGA) said so.     | The Calder Authority (CGA) said so.",
            })
    void the_place_and_agency_before_a_report_are_not_part_of_it(String sentence, String rest) {
        assertThat(sentence.substring(Dateline.length(sentence))).isEqualTo(rest);
    }
}
