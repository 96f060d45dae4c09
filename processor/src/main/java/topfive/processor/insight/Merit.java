package topfive.processor.insight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import topfive.contract.Insight;

/**
 * What a passage is worth, in thousandths, by parts: <i>about</i>, how central it is to its document; <i>reasoning</i>, <i>facts</i>, whether it
 * is an insight; <i>form</i>, whether it reads well; <i>doubts</i>, taken off. The parts are whole numbers and add up to the score.
 */
final class Merit {
    private static final int ABOUT = 350;
    private static final int REASONING = 350;
    private static final int FACTS = 150;
    private static final int FORM = 150;
    private static final int DOUBTS = -400;
    private static final Map<Cues.Kind, Integer> REASONS = Map.of(
            Cues.Kind.CAUSE,
            130,
            Cues.Kind.CONSEQUENCE,
            110,
            Cues.Kind.CONTRAST,
            120,
            Cues.Kind.COMPARISON,
            60,
            Cues.Kind.CONDITION,
            30,
            Cues.Kind.EVIDENCE,
            50);
    private static final Set<String> WE = Set.of("we", "we're", "we've", "we'll", "us", "our", "ours");
    private static final Set<String> ME_AND_YOU =
            Set.of("i", "i'm", "i've", "i'd", "i'll", "me", "my", "you", "you're", "you've", "you'll", "your");
    /** More of these than one in twelve words, and a reader asks: who, what? */
    private static final Set<String> POINTING = Set.of(
            "it", "it's", "they", "they're", "them", "he", "she", "him", "this", "that", "that's", "these", "those",
            "there");

    private static final int WORDS_PER_POINTER = 12;
    private static final Set<String> OUGHT = Set.of("must", "should", "needs", "need", "ought");

    /** Words; shorter hardly argues, longer is hardly read. */
    private static final int SHORT = 22;

    private static final int LONG = 52;
    private static final Pattern BROKEN_OFF = Pattern.compile("\\s--|--\\s|\\.\\.\\.|, like,");
    private static final int SETS_RIGHT = 80;
    private static final Pattern NOT_THIS_BUT_THAT = Pattern.compile(
            "(?:\\b[Nn]ot|n['’]t|\\b[Nn]othing|\\b[Nn]obody|\\b[Nn]o one)\\b[^.]{3,120}?(?:\\b(?:but|rather|because|until)\\b|[;,:—–-]\\s?(?:it|they|that|this)\\b)");
    private final Cues cues;
    private final Names names;

    Merit(Cues cues, Names names) {
        this.cues = cues;
        this.names = names;
    }

    /** What one sentence brings, whichever passage it is in. */
    record Weight(Line line, int figures, int names, boolean setsRight, int doubts, int pointers) {}

    Weight weigh(Line line) {
        int figures = (int) line.words().stream().filter(Figures::is).count();
        boolean setsRight = NOT_THIS_BUT_THAT.matcher(line.plain()).find();
        return new Weight(line, figures, names.in(line.plain()), setsRight, doubts(line), count(line, POINTING));
    }

    /** @param needsMore whether the first sentence would rather have the one before */
    Insight.Quality of(List<Weight> weights, double centrality, boolean needsMore) {
        int words = weights.stream()
                .mapToInt(weight -> weight.line().words().size())
                .sum();
        int pointers = weights.stream().mapToInt(Weight::pointers).sum();
        int doubts = weights.stream().mapToInt(Weight::doubts).sum();
        doubts -= 15 * Math.max(0, pointers - words / WORDS_PER_POINTER) + (needsMore ? 60 : 0);
        var parts = new LinkedHashMap<String, Integer>();
        parts.put("about", (int) Math.round(ABOUT * centrality));
        parts.put("reasoning", reasoning(weights));
        parts.put("facts", facts(weights));
        parts.put("form", form(words));
        parts.put("doubts", Math.max(DOUBTS, doubts));
        int score = parts.values().stream().mapToInt(Integer::intValue).sum();
        if (score < 0) {
            parts.merge("doubts", -score, Integer::sum);
            score = 0;
        }
        return new Insight.Quality(score, parts);
    }

    /** Each kind of reason counts once and half again for its second cue; two figures side by side are a comparison. */
    private static int reasoning(List<Weight> weights) {
        boolean figures = weights.stream().anyMatch(weight -> weight.figures() > 1);
        int sum = weights.stream().anyMatch(Weight::setsRight) ? SETS_RIGHT : 0;
        for (var reason : REASONS.entrySet()) {
            int hits = weights.stream()
                    .mapToInt(weight -> weight.line().tally().of(reason.getKey()))
                    .sum();
            hits += hits == 0 && figures && reason.getKey() == Cues.Kind.COMPARISON ? 1 : 0;
            sum += hits == 0 ? 0 : reason.getValue() + (hits > 1 ? reason.getValue() / 2 : 0);
        }
        return Math.min(REASONING, sum);
    }

    private static int facts(List<Weight> weights) {
        int numbers = weights.stream().mapToInt(Weight::figures).sum();
        int actors = weights.stream().mapToInt(Weight::names).sum();
        int figures = numbers == 0 ? 0 : numbers == 1 ? 60 : 80;
        int named = actors == 0 ? 0 : actors == 1 ? 50 : 70;
        return Math.min(FACTS, figures + named);
    }

    private static int form(int words) {
        int off = words < SHORT ? SHORT - words : Math.max(0, words - LONG);
        return Math.max(0, FORM - off * 10);
    }

    private int doubts(Line line) {
        int off = 40 * count(line, ME_AND_YOU) + 20 * Math.min(4, count(line, WE)) + 15 * count(line, OUGHT);
        off += 30 * line.tally().of(Cues.Kind.HEDGE)
                + 45 * line.tally().of(Cues.Kind.FILLER)
                + 20 * line.tally().of(Cues.Kind.VAGUE);
        off += line.plain().endsWith("!") ? 60 : 0;
        off += line.isQuestion() ? 80 : 0;
        off += cues.opens(Cues.Kind.CLEARS_THROAT, line.words()) ? 120 : 0;
        return -off - 40 * brokenOff(line.plain());
    }

    /** "I mean -- so what we...": thoughts that the speaker drops. */
    private static int brokenOff(String plain) {
        return BROKEN_OFF.split(plain, -1).length - 1;
    }

    private static int count(Line line, Set<String> which) {
        return (int) line.words().stream().filter(which::contains).count();
    }
}
