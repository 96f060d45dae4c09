package topfive.processor.insight;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** How a decision fares against the labels. */
record Hits(int right, int wrong, int missed) {
    static Hits of(List<Judged> judged, Predicate<Judged> taken) {
        int right = 0;
        int wrong = 0;
        int missed = 0;
        for (var passage : judged) {
            boolean is = passage.isInsight();
            boolean take = taken.test(passage);
            right += is && take ? 1 : 0;
            wrong += !is && take ? 1 : 0;
            missed += is && !take ? 1 : 0;
        }
        return new Hits(right, wrong, missed);
    }

    /** The share of pairs, one insight and one that is none, in which the insight has the higher score; a tie counts half. */
    static double auc(List<Judged> judged, ToIntFunction<Judged> score) {
        double above = 0;
        long pairs = 0;
        for (var yes : judged) {
            for (var no : judged) {
                if (yes.isInsight() && !no.isInsight()) {
                    int by = Integer.compare(score.applyAsInt(yes), score.applyAsInt(no));
                    above += by > 0 ? 1 : by == 0 ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return above / pairs;
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
