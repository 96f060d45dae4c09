package topfive.processor.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import topfive.contract.Insight;

/**
 * What a passage is worth, in thousandths, by parts: <i>about</i>, how central it is to its document; <i>reasoning</i>, <i>facts</i> and
 * <i>lasting</i>, whether it is an insight; <i>form</i>, whether it reads well; <i>doubts</i>, taken off. The parts are whole numbers and add up to
 * the score.
 *
 * <p>The weights follow a logistic regression on the tuning half of samples/passages, rounded: about a hundred for one unit of log-odds. See
 * docs/quality.md.
 */
final class Merit {
    private static final int ABOUT = 160;
    private static final int REASONING = 450;
    private static final int DOUBTS = -400;
    private static final Map<Cues.Kind, Integer> REASONS = Map.of(
            Cues.Kind.CAUSE,
            115,
            Cues.Kind.CONSEQUENCE,
            95,
            Cues.Kind.CONTRAST,
            125,
            Cues.Kind.COMPARISON,
            70,
            Cues.Kind.CONDITION,
            90,
            Cues.Kind.EVIDENCE,
            40);
    private static final int SETS_RIGHT = 100;
    private static final int TWO_HALVES = 75;
    private static final int FIGURE = 15;
    private static final int SHARE = 60;
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
    private static final int DEFINES = -180;
    private static final int PROMO = -35;
    private static final int SOMEBODY = -12;
    private static final int MOST_OF_ONE_KIND = 3;
    private static final Set<String> WE = Set.of("we", "we're", "we've", "we'll", "us", "our", "ours");
    private static final Set<String> ME_AND_YOU =
            Set.of("i", "i'm", "i've", "i'd", "i'll", "me", "my", "you", "you're", "you've", "you'll", "your");
    /** More of these than one in twelve words, and a reader asks: who, what? */
    private static final Set<String> POINTING = Set.of(
            "it", "it's", "they", "they're", "them", "he", "she", "him", "this", "that", "that's", "these", "those",
            "there");

    private static final int WORDS_PER_POINTER = 12;
    private static final Set<String> OUGHT = Set.of("must", "should", "needs", "need", "ought");
    private static final Set<String> HE_OR_SHE = Set.of("he", "she", "his", "her", "him", "hers");

    /** Words; longer than the third is hardly read. */
    private static final int SHORT = 10;

    private static final int ENOUGH = 30;
    private static final int LONG = 60;
    private static final Pattern BROKEN_OFF = Pattern.compile("\\s--|--\\s|\\.\\.\\.|, like,");
    private static final Pattern NOT_THIS_BUT_THAT = Pattern.compile(
            "(?:\\b[Nn]ot|n['’]t|\\b[Nn]othing|\\b[Nn]obody|\\b[Nn]o one)\\b[^.]{3,120}?(?:\\b(?:but|rather|because|until)\\b|[;,:—–-]\\s?(?:it|they|that|this)\\b)");
    /** "Bulk ships made up 21%; they make up 9% now": two halves that the reader puts together. */
    private static final Pattern HALVES = Pattern.compile(";\\s|:\\s(?=[\\w“\"])");

    private static final Pattern OF_A_WHOLE = Pattern.compile(
            "%|\\bper ?cent\\b|\\b(?:twice|thirds?|half|halves|halved|doubled|quarters?|fifths?|tenth|times as|in five|in ten|in four|in three)\\b");
    private final Cues cues;
    private final Names names;

    Merit(Cues cues, Names names) {
        this.cues = cues;
        this.names = names;
    }

    /** What one sentence brings, whichever passage it is in. */
    record Weight(
            Line line, int figures, int names, Lasting lasting, boolean setsRight, boolean hasHalves, boolean isShare, int doubts, int pointers) {}

    Weight weigh(Line line) {
        var plain = line.plain();
        return new Weight(
                line,
                (int) line.words().stream().filter(Figures::is).count(),
                names.in(plain),
                Lasting.of(plain, line.words()),
                NOT_THIS_BUT_THAT.matcher(plain).find(),
                HALVES.matcher(plain).find(),
                OF_A_WHOLE.matcher(plain).find(),
                doubts(line),
                count(line, POINTING));
    }

    /** @param needsMore whether the first sentence would rather have the one before */
    Insight.Quality of(List<Weight> weights, double centrality, boolean needsMore) {
        int words = sum(weights, weight -> weight.line().words().size());
        int pointers = sum(weights, Weight::pointers);
        int doubts = sum(weights, Weight::doubts);
        doubts -= 15 * Math.max(0, pointers - words / WORDS_PER_POINTER) + (needsMore ? 60 : 0);
        var parts = new LinkedHashMap<String, Integer>();
        parts.put("about", (int) Math.round(ABOUT * centrality));
        parts.put("reasoning", reasoning(weights));
        parts.put("facts", facts(weights));
        parts.put("lasting", lasting(weights));
        parts.put("form", form(words, weights.size()));
        parts.put("doubts", Math.max(DOUBTS, doubts));
        int score = parts.values().stream().mapToInt(Integer::intValue).sum();
        if (score < 0) {
            parts.merge("doubts", -score, Integer::sum);
            score = 0;
        }
        return new Insight.Quality(score, parts);
    }

    /** Each kind of reason counts once and half again for its second cue; two figures side by side are a comparison, "by doing" is a cause. */
    private static int reasoning(List<Weight> weights) {
        int sum = weights.stream().anyMatch(Weight::setsRight) ? SETS_RIGHT : 0;
        sum += weights.stream().anyMatch(Weight::hasHalves) ? TWO_HALVES : 0;
        for (var reason : REASONS.entrySet()) {
            int hits = sum(weights, weight -> weight.line().tally().of(reason.getKey()));
            hits += reason.getKey() == Cues.Kind.CAUSE ? sum(weights, weight -> means(weight.line().words())) : 0;
            hits += hits == 0 && reason.getKey() == Cues.Kind.COMPARISON && sum(weights, Weight::figures) > 1 ? 1 : 0;
            sum += hits == 0 ? 0 : reason.getValue() + (hits > 1 ? reason.getValue() / 2 : 0);
        }
        return Math.min(REASONING, sum);
    }

    private static int means(List<String> words) {
        int by = 0;
        for (int i = 1; i < words.size(); i++) {
            by += words.get(i - 1).equals("by") && words.get(i).endsWith("ing") ? 1 : 0;
        }
        return by;
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

    private int doubts(Line line) {
        int off = 40 * count(line, ME_AND_YOU) + 20 * Math.min(4, count(line, WE)) + 15 * count(line, OUGHT);
        off += 30 * line.tally().of(Cues.Kind.HEDGE)
                + 45 * line.tally().of(Cues.Kind.FILLER)
                + 20 * line.tally().of(Cues.Kind.VAGUE);
        off += line.plain().endsWith("!") ? 60 : 0;
        off += line.isQuestion() ? 20 : 0;
        off += cues.opens(Cues.Kind.CLEARS_THROAT, line.words()) ? 120 : 0;
        off -= PROMO * Math.min(2, line.tally().of(Cues.Kind.PROMO));
        off -= SOMEBODY * Math.min(MOST_OF_ONE_KIND, count(line, HE_OR_SHE));
        off -= Definition.is(line.plain()) ? DEFINES : 0;
        return -off - 40 * brokenOff(line.plain());
    }

    /** "I mean -- so what we...": thoughts that the speaker drops. */
    private static int brokenOff(String plain) {
        return BROKEN_OFF.split(plain, -1).length - 1;
    }

    private static int count(Line line, Set<String> which) {
        return (int) line.words().stream().filter(which::contains).count();
    }

    private static int sum(List<Weight> weights, ToIntFunction<Weight> of) {
        return weights.stream().mapToInt(of).sum();
    }
}
