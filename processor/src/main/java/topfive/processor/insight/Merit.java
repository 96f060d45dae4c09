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
    private static final Map<String, Integer> REASONS = Map.of(
            "cause", 130, "consequence", 110, "contrast", 120, "comparison", 60, "condition", 30, "evidence", 50);
    private static final Set<String> WE = Set.of("we", "we're", "we've", "we'll", "us", "our", "ours");
    private static final Set<String> ME_AND_YOU =
            Set.of("i", "i'm", "i've", "i'd", "i'll", "me", "my", "you", "you're", "you've", "you'll", "your");
    /** More of these than one in twelve words, and a reader asks: who, what? */
    private static final Set<String> POINTING = Set.of(
            "it", "it's", "they", "they're", "them", "he", "she", "him", "this", "that", "that's", "these", "those",
            "there");

    private static final int WORDS_PER_POINTER = 12;
    private static final Set<String> OUGHT = Set.of("must", "should", "needs", "need", "ought");

    private static final int SETS_RIGHT = 80;
    private static final Pattern NOT_THIS_BUT_THAT = Pattern.compile(
            "(?:\\b[Nn]ot|n['’]t|\\b[Nn]othing|\\b[Nn]obody|\\b[Nn]o one)\\b[^.]{3,120}?(?:\\b(?:but|rather|because|until)\\b|[;,:—–-]\\s?(?:it|they|that|this)\\b)");
    private static final Pattern NUMBER_WORD = Pattern.compile(
            "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\\w+)?"
                    + "|hundreds?|thousands?|millions?|billions?|trillions?|percent|half|halves|thirds?|quarters?|twice|dozens?");

    private final Cues cues;
    private final Names names;

    Merit(Cues cues, Names names) {
        this.cues = cues;
        this.names = names;
    }

    Insight.Quality of(List<Line> lines, double centrality, boolean needsMore) {
        var words = lines.stream().flatMap(line -> line.words().stream()).toList();
        var parts = new LinkedHashMap<String, Integer>();
        parts.put("about", (int) Math.round(ABOUT * centrality));
        parts.put("reasoning", reasoning(lines, words));
        parts.put("facts", facts(lines));
        parts.put("form", form(words.size()));
        parts.put("doubts", Math.max(DOUBTS, doubts(lines, words, needsMore)));
        int score = parts.values().stream().mapToInt(Integer::intValue).sum();
        if (score < 0) {
            parts.merge("doubts", -score, Integer::sum);
            score = 0;
        }
        return new Insight.Quality(score, parts);
    }

    /** Each kind of reason counts once and half again for its second cue; two figures side by side are a comparison. */
    private int reasoning(List<Line> lines, List<String> words) {
        int sum = 0;
        for (var reason : REASONS.entrySet()) {
            int hits = cues.count(reason.getKey(), words);
            hits += hits == 0 && reason.getKey().equals("comparison") && figures(words) > 1 ? 1 : 0;
            sum += hits == 0 ? 0 : reason.getValue() + (hits > 1 ? reason.getValue() / 2 : 0);
        }
        sum += lines.stream().anyMatch(Merit::setsRight) ? SETS_RIGHT : 0;
        return Math.min(REASONING, sum);
    }

    private static boolean setsRight(Line line) {
        return NOT_THIS_BUT_THAT.matcher(line.plain()).find();
    }

    private int facts(List<Line> lines) {
        int numbers = 0;
        int actors = 0;
        for (var line : lines) {
            numbers += figures(line.words());
            actors += names.in(line.plain());
        }
        int figures = numbers == 0 ? 0 : numbers == 1 ? 60 : 80;
        int named = actors == 0 ? 0 : actors == 1 ? 50 : 70;
        return Math.min(FACTS, figures + named);
    }

    private static int figures(List<String> words) {
        return (int) words.stream().filter(Merit::isFigure).count();
    }

    private static boolean isFigure(String word) {
        return word.chars().anyMatch(Character::isDigit)
                || NUMBER_WORD.matcher(word).matches();
    }

    private static int form(int words) {
        if (words < 12 || words > 75) {
            return 0;
        }
        int off = words < 22 ? 22 - words : Math.max(0, words - 52);
        return Math.max(0, FORM - off * 10);
    }

    private int doubts(List<Line> lines, List<String> words, boolean needsMore) {
        int off = needsMore ? -60 : 0;
        off -= 40 * count(words, ME_AND_YOU) + 20 * Math.min(4, count(words, WE)) + 15 * count(words, OUGHT);
        off -= 15 * Math.max(0, count(words, POINTING) - words.size() / WORDS_PER_POINTER);
        off -= 30 * cues.count("hedge", words) + 45 * cues.count("filler", words) + 20 * cues.count("vague", words);
        for (var line : lines) {
            off -= line.plain().endsWith("!") ? 60 : 0;
            off -= 40 * brokenOff(line.plain());
            off -= line.isQuestion() ? 80 : 0;
            off -= cues.opens("clears-throat", line.words()) ? 120 : 0;
        }
        return off;
    }

    /** "I mean -- so what we...": thoughts that the speaker drops. */
    private static int brokenOff(String plain) {
        return plain.split("\\s--|--\\s|\\.\\.\\.|, like,", -1).length - 1;
    }

    private static int count(List<String> words, Set<String> which) {
        return (int) words.stream().filter(which::contains).count();
    }
}
