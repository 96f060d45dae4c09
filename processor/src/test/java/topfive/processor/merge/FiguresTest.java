package topfive.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rents fell by 14 %                              | 14%",
                "rents fell by fourteen percent                  | 14%",
                "rents fell by 14 per cent                       | 14%",
                "sixty-one percent of alarms                     | 61%",
                "it earned $4.1 billion                          | $4.1bn",
                "it earned four point one billion dollars        | $4.1bn",
                "some 14,000 people moved away                   | 14000 people",
                "an accuracy of zero point eight eight           | 0.88",
                "an accuracy of 0.88                             | 0.88",
                "room for 9 GW of such customers                 | 9 gigawatt",
                "room for nine gigawatts                         | 9 gigawatt",
                "two hundred hospitals                           | 200 hospital",
            })
    void a_figure_is_the_same_however_it_is_written(String text, String figure) {
        assertThat(Figures.in(text)).containsExactly(figure);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"one of the two reasons", "in 3 or so", "the first time"})
    void a_number_without_a_unit_is_no_figure(String text) {
        assertThat(Figures.in(text)).isEmpty();
    }
}
