package topfive.processor.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decision "is it an insight" as a classifier, against labels given by hand. The figures stand in docs/quality.md; the floors below are a little
 * under them, so that a change that costs something shows.
 */
class IsItAnInsightTest {
    private static final Logger LOG = LoggerFactory.getLogger(IsItAnInsightTest.class);

    private final Extractor extractor = new Extractor();

    @Test
    void most_insights_are_taken_for_one_and_little_else_is() {
        assertThat(figures("tuning").f1()).isGreaterThanOrEqualTo(0.5);
        assertThat(figures("held-out").f1()).isGreaterThanOrEqualTo(0.5);
    }

    /** A labelled passage and the best that the extractor makes of its sentences alone. */
    record Judged(LabelledPassages.Unit unit, boolean taken, int score, List<Draft> drafts) {
        static Judged of(LabelledPassages.Unit unit, List<Draft> all) {
            var drafts = all.stream().filter(unit::holds).toList();
            var best = drafts.stream().mapToInt(draft -> draft.quality().score());
            return new Judged(unit, drafts.stream().anyMatch(Extractor::isInsight), best.max().orElse(0), drafts);
        }
    }

    record Figures(int right, int wrong, int missed, double auc) {
        static Figures of(List<Judged> judged) {
            int right = (int) judged.stream().filter(j -> j.taken() && j.unit().isInsight()).count();
            int taken = (int) judged.stream().filter(Judged::taken).count();
            int there = (int) judged.stream().filter(j -> j.unit().isInsight()).count();
            return new Figures(right, taken - right, there - right, IsItAnInsightTest.auc(judged, Judged::score));
        }

        double precision() {
            return (double) right / (right + wrong);
        }

        double recall() {
            return (double) right / (right + missed);
        }

        double f1() {
            return 2.0 * right / (2 * right + wrong + missed);
        }
    }

    List<Judged> judged(String half) {
        var judged = new ArrayList<Judged>();
        for (var labelled : LabelledPassages.of(half)) {
            var drafts = extractor.drafts(labelled.document());
            labelled.units().forEach(unit -> judged.add(Judged.of(unit, drafts)));
        }
        return judged;
    }

    private Figures figures(String half) {
        var judged = judged(half);
        var figures = Figures.of(judged);
        LOG.info("{}: {} P={} R={} F1={}", half, figures, figures.precision(), figures.recall(), figures.f1());
        var kinds = new TreeMap<String, int[]>();
        for (var j : judged) {
            var counts = kinds.computeIfAbsent(j.unit().label(), k -> new int[2]);
            counts[0]++;
            counts[1] += j.taken() ? 1 : 0;
        }
        kinds.forEach((kind, counts) -> LOG.info("{}: {} of {} taken", kind, counts[1], counts[0]));
        return figures;
    }

    /** The share of pairs, one insight and one that is none, in which the insight has the higher score; a tie counts half. */
    private static double auc(List<Judged> judged, ToIntFunction<Judged> score) {
        var no = judged.stream().filter(j -> !j.unit().isInsight()).sorted(Comparator.comparingInt(score)).toList();
        double above = 0;
        long pairs = 0;
        for (var yes : judged) {
            for (var other : yes.unit().isInsight() ? no : List.<Judged>of()) {
                int by = Integer.compare(score.applyAsInt(yes), score.applyAsInt(other));
                above += by > 0 ? 1 : by == 0 ? 0.5 : 0;
                pairs++;
            }
        }
        return above / pairs;
    }
}
