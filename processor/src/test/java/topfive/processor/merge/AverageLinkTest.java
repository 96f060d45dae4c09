package topfive.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AverageLinkTest {
    private static double near(double a, double b) {
        return 1 - Math.abs(a - b);
    }

    @Test
    void a_chain_of_neighbours_does_not_become_one_group() {
        var groups = AverageLink.groups(List.of(0.0, 0.3, 0.6, 0.9), AverageLinkTest::near, new Bond(0.65, 0));
        assertThat(groups).containsExactly(List.of(0.0, 0.3), List.of(0.6, 0.9));
    }

    @Test
    void what_is_alike_on_average_is_one_group() {
        assertThat(AverageLink.groups(List.of(0.0, 0.1, 0.9), AverageLinkTest::near, new Bond(0.8, 0)))
                .containsExactly(List.of(0.0, 0.1), List.of(0.9));
    }

    @Test
    void nothing_and_one_thing_are_grouped_too() {
        assertThat(AverageLink.groups(List.<Double>of(), AverageLinkTest::near, new Bond(0.5, 0)))
                .isEmpty();
        assertThat(AverageLink.groups(List.of(0.4), AverageLinkTest::near, new Bond(0.5, 0)))
                .containsExactly(List.of(0.4));
    }

    @Test
    void what_is_wholly_unlike_is_never_one_group_whatever_stands_between() {
        var items = List.of(0.0, 0.2, 0.25, 0.3, 0.5);
        assertThat(AverageLink.groups(items, AverageLinkTest::near, new Bond(0.6, 0)))
                .hasSize(1);
        assertThat(AverageLink.groups(items, AverageLinkTest::near, new Bond(0.6, 0.6)))
                .hasSize(2);
    }
}
