package topfive.processor.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decision "is it an insight" as a classifier, against labels given by hand. Prints the tables of docs/quality.md; the floors are a little
 * under the figures there, so that a change that costs something shows.
 */
class IsItAnInsightTest {
    private static final Logger LOG = LoggerFactory.getLogger(IsItAnInsightTest.class);
    private static final List<Judged> TUNING = Judged.of("tuning");
    private static final List<Judged> HELD_OUT = Judged.of("held-out");

    @Test
    void three_of_four_that_are_taken_are_insights_and_three_of_four_insights_are_taken() {
        print("tuning", TUNING);
        print("held-out", HELD_OUT);
        assertThat(Hits.of(TUNING, Judged::isTaken).f1()).isGreaterThanOrEqualTo(0.88);
        var hits = Hits.of(HELD_OUT, Judged::isTaken);
        assertThat(hits.precision()).isGreaterThanOrEqualTo(0.75);
        assertThat(hits.recall()).isGreaterThanOrEqualTo(0.73);
        assertThat(auc(HELD_OUT)).isGreaterThanOrEqualTo(0.92);
    }

    @Test
    void of_every_kind_of_what_is_none_most_is_left_out() {
        for (var kind : kinds(HELD_OUT)) {
            var ofKind =
                    HELD_OUT.stream().filter(j -> j.unit().label().equals(kind)).toList();
            long taken = ofKind.stream().filter(Judged::isTaken).count();
            LOG.info("| {} | {} of {} |", kind, taken, ofKind.size());
            assertThat(kind.equals("insight") || taken * 2 < ofKind.size())
                    .as(kind)
                    .isTrue();
        }
    }

    /** What a document is about says little about what is an insight; how it argues says most. */
    @Test
    void without_what_it_argues_the_order_is_worse_than_without_what_it_is_about() {
        for (var part : List.of("about", "reasoning", "facts", "lasting", "form", "doubts")) {
            printWithout(Set.of(part));
        }
        var discourse = Set.of("reasoning", "facts", "lasting");
        printWithout(discourse);
        printWithout(Set.of());
        assertThat(auc(printable(HELD_OUT), discourse)).isLessThan(auc(printable(HELD_OUT), Set.of("about")) - 0.02);
    }

    private static double auc(List<Judged> judged) {
        return auc(judged, Set.of());
    }

    private static double auc(List<Judged> judged, Set<String> without) {
        return Hits.auc(judged, passage -> passage.scoreWithout(without));
    }

    /** Of what may be printed and stands alone: what is left for the score to decide. */
    private static List<Judged> printable(List<Judged> judged) {
        return judged.stream().filter(passage -> !passage.drafts().isEmpty()).toList();
    }

    private static Set<String> kinds(List<Judged> judged) {
        var kinds = new TreeSet<String>();
        judged.forEach(passage -> kinds.add(passage.unit().label()));
        return kinds;
    }

    private static void print(String half, List<Judged> judged) {
        var hits = Hits.of(judged, Judged::isTaken);
        LOG.info(row(half, judged.size(), hits, auc(judged)));
    }

    /** The floor is chosen anew on the tuning half, so that a part is not missed for its height alone. */
    private static void printWithout(Set<String> parts) {
        int floor = IntStream.iterate(0, f -> f < 800, f -> f + 10)
                .boxed()
                .max((a, b) -> Double.compare(
                        above(TUNING, parts, a).f1(), above(TUNING, parts, b).f1()))
                .orElseThrow();
        var without = "without " + String.join(", ", new TreeSet<>(parts)) + ", floor " + floor;
        var left = printable(HELD_OUT);
        LOG.info(row(without, left.size(), above(left, parts, floor), auc(left, parts)));
    }

    private static Hits above(List<Judged> judged, Set<String> without, int floor) {
        return Hits.of(judged, passage -> passage.scoreWithout(without) >= floor);
    }

    private static String row(String what, int size, Hits hits, double auc) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %.2f | %.2f | %.2f | %.3f |",
                what,
                size,
                hits.precision(),
                hits.recall(),
                hits.f1(),
                auc);
    }
}
