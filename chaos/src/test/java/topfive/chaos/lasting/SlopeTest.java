package topfive.chaos.lasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topfive.chaos.lasting.Slope.Sample;

class SlopeTest {
    @Test
    void what_grows_evenly_has_that_slope_and_no_doubt() {
        var slope = Slope.of(over(120, hour -> 300 + 12 * hour));

        assertThat(slope.perHour()).isCloseTo(12, within(1e-6));
        assertThat(slope.low()).isCloseTo(12, within(1e-6));
        assertThat(slope.high()).isCloseTo(12, within(1e-6));
    }

    @Test
    void what_goes_up_and_down_around_one_level_does_not_grow() {
        var slope = Slope.of(over(120, hour -> 300 + 20 * Math.sin(hour * 50)));

        assertThat(slope.low()).isNegative();
        assertThat(slope.high()).isPositive();
    }

    @Test
    void growth_shows_through_a_swing_that_is_larger_than_it() {
        var slope = Slope.of(over(360, hour -> 300 + 40 * hour + 20 * Math.sin(hour * 300)));

        assertThat(slope.low()).isGreaterThan(20);
        assertThat(slope.perHour()).isCloseTo(40, within(10.0));
    }

    @Test
    void an_interval_that_holds_growth_and_none_shows_neither() {
        assertThat(new Slope(5, 1, 9).says(0.5)).isEqualTo(Slope.Says.GROWS);
        assertThat(new Slope(5, 1, 9).says(9)).isEqualTo(Slope.Says.STAYS);
        assertThat(new Slope(5, 1, 9).says(8)).isEqualTo(Slope.Says.NOT_SHOWN);
    }

    @Test
    void each_stretch_counts_once_however_many_samples_it_has() {
        var alike = Slope.of(over(20, hour -> 5 * hour * hour));
        var dense = Slope.of(IntStream.range(0, 20)
                .boxed()
                .flatMap(i -> IntStream.range(0, 7).mapToObj(same -> sample(20, i, hour -> 5 * hour * hour)))
                .toList());

        assertThat(dense.perHour()).isCloseTo(alike.perHour(), within(1e-9));
        assertThat(dense.low()).isCloseTo(alike.low(), within(1e-9));
    }

    @Test
    void too_few_samples_say_nothing() {
        assertThatThrownBy(() -> Slope.of(over(19, hour -> 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("needs 20 samples, has 19");
    }

    /** So many samples within one hour. */
    private static List<Sample> over(int count, DoubleUnaryOperator value) {
        return IntStream.range(0, count).mapToObj(i -> sample(count, i, value)).toList();
    }

    private static Sample sample(int count, int i, DoubleUnaryOperator value) {
        var hour = (double) i / count;
        return new Sample(hour, value.applyAsDouble(hour));
    }
}
