package topfive.processor.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import topfive.contract.Insight;

/**
 * What a passage is worth, in thousandths, by parts: <i>about</i>, how central it is to its document; <i>reasoning</i>, <i>facts</i> and
 * <i>lasting</i>, whether it is an insight; <i>form</i>, whether it reads well; <i>doubts</i>, taken off. The parts are whole numbers and add up to
 * the score.
 *
 * <p>The weights (here, in {@link Reasoning} and {@link Doubts}) follow a logistic regression on the tuning half of samples/passages, rounded: about a hundred for one unit of log-odds. See
 * docs/quality.md.
 */
final class Merit {
    private static final int ABOUT = 200;
    private static final int DOUBTS = -400;
    private static final int FIGURE = 15;
    private static final int SHARE = 45;
    private static final int NAME = 15;
    /** For each word above {@link #SHORT} up to twenty more; shorter hardly argues. */
    private static final int WORD = 7;

    /** For each sentence after the first: it has to bring more than words. */
    private static final int FURTHER = 40;

    private static final int NOW = 80;
    private static final int ANYBODY = 30;
    private static final int THEN = -12;
    private static final int DAYS = -170;
    private static final int ROUTINE = -90;
    private static final int MOST_OF_ONE_KIND = 3;
    /** More of these than one in twelve words, and a reader asks: who, what? */
    private static final Set<String> POINTING = Set.of(
            "it", "it's", "they", "they're", "them", "he", "she", "him", "this", "that", "that's", "these", "those",
            "there");

    private static final int WORDS_PER_POINTER = 12;
    /** Words; longer than the third is hardly read. */
    private static final int SHORT = 10;

    private static final int ENOUGH = 30;
    private static final int LONG = 60;
    private static final Pattern OF_A_WHOLE = Pattern.compile(
            "%|\\bper ?cent\\b|\\b(?:twice|thirds?|half|halves|halved|doubled|quarters?|fifths?|tenth|times as|in five|in ten|in four|in three)\\b");
    private final Doubts doubts;
    private final Names names;

    Merit(Cues cues, Names names) {
        this.doubts = new Doubts(cues);
        this.names = names;
    }

    /** What one sentence brings, whichever passage it is in. */
    record Weight(Line line, int figures, int names, Lasting lasting, boolean isShare, int doubts, int pointers) {}

    Weight weigh(Line line) {
        var plain = line.plain();
        return new Weight(
                line,
                (int) line.words().stream().filter(Figures::is).count(),
                names.in(plain),
                Lasting.of(plain, line.words()),
                OF_A_WHOLE.matcher(plain).find(),
                doubts.in(line),
                count(line, POINTING));
    }

    /** @param needsMore whether the first sentence would rather have the one before */
    Insight.Quality of(List<Weight> weights, double centrality, boolean needsMore) {
        var lines = weights.stream().map(Weight::line).toList();
        int words = lines.stream().mapToInt(line -> line.words().size()).sum();
        int pointers = sum(weights, Weight::pointers);
        int off = sum(weights, Weight::doubts);
        off -= 15 * Math.max(0, pointers - words / WORDS_PER_POINTER) + (needsMore ? 60 : 0);
        var parts = new LinkedHashMap<String, Integer>();
        parts.put("about", (int) Math.round(ABOUT * centrality));
        parts.put("reasoning", Reasoning.in(lines, sum(weights, Weight::figures)));
        parts.put("facts", facts(weights));
        parts.put("lasting", lasting(weights));
        parts.put("form", form(words, weights.size()));
        parts.put("doubts", Math.max(DOUBTS, off));
        int score = parts.values().stream().mapToInt(Integer::intValue).sum();
        if (score < 0) {
            parts.merge("doubts", -score, Integer::sum);
            score = 0;
        }
        return new Insight.Quality(score, parts);
    }

    private static int facts(List<Weight> weights) {
        return FIGURE * Math.min(2, sum(weights, Weight::figures))
                + NAME * Math.min(2, sum(weights, Weight::names))
                + (weights.stream().anyMatch(Weight::isShare) ? SHARE : 0);
    }

    private static int lasting(List<Weight> weights) {
        var all = weights.stream().map(Weight::lasting).reduce(Lasting::and).orElseThrow();
        int routine = sum(weights, weight -> weight.line().tally().of(Cues.Kind.ROUTINE));
        return NOW * Math.min(1, all.now())
                + ANYBODY * Math.min(MOST_OF_ONE_KIND, all.anybody())
                + THEN * Math.min(MOST_OF_ONE_KIND, all.then())
                + DAYS * Math.min(1, all.days())
                + ROUTINE * Math.min(2, routine);
    }

    private static int form(int words, int sentences) {
        int length = Math.max(0, Math.min(ENOUGH, words) - SHORT) - Math.max(0, words - LONG);
        return WORD * length - FURTHER * (sentences - 1);
    }

    private static int count(Line line, Set<String> which) {
        return (int) line.words().stream().filter(which::contains).count();
    }

    private static int sum(List<Weight> weights, ToIntFunction<Weight> of) {
        return weights.stream().mapToInt(of).sum();
    }
}
