package topfive.processor.insight;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** How much a passage argues, in thousandths: cause, consequence, contrast and the like, told by {@link Cues} and by form. */
final class Reasoning {
    private static final int MOST = 370;
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
    private static final Pattern NOT_THIS_BUT_THAT = Pattern.compile(
            "(?:\\b[Nn]ot|n['’]t|\\b[Nn]othing|\\b[Nn]obody|\\b[Nn]o one)\\b[^.]{3,120}?(?:\\b(?:but|rather|because|until)\\b|[;,:—–-]\\s?(?:it|they|that|this)\\b)");
    /** "Bulk ships made up 21%; they make up 9% now": two halves that the reader puts together. */
    private static final Pattern HALVES = Pattern.compile(";\\s|:\\s(?=[\\w“\"])");

    private Reasoning() {}

    /**
     * Each kind of reason counts once and half again for its second cue; two figures side by side are a comparison, "by doing" is a cause.
     *
     * @param figures how many the passage has
     */
    static int in(List<Line> lines, int figures) {
        int sum = lines.stream()
                        .anyMatch(
                                line -> NOT_THIS_BUT_THAT.matcher(line.plain()).find())
                ? SETS_RIGHT
                : 0;
        sum += lines.stream().anyMatch(line -> HALVES.matcher(line.plain()).find()) ? TWO_HALVES : 0;
        for (var reason : REASONS.entrySet()) {
            var kind = reason.getKey();
            int hits = lines.stream().mapToInt(line -> line.tally().of(kind)).sum();
            hits += kind == Cues.Kind.CAUSE
                    ? lines.stream().mapToInt(line -> byDoing(line.words())).sum()
                    : 0;
            hits += hits == 0 && kind == Cues.Kind.COMPARISON && figures > 1 ? 1 : 0;
            sum += hits == 0 ? 0 : reason.getValue() + (hits > 1 ? reason.getValue() / 2 : 0);
        }
        return Math.min(MOST, sum);
    }

    private static int byDoing(List<String> words) {
        int by = 0;
        for (int i = 1; i < words.size(); i++) {
            by += words.get(i - 1).equals("by") && words.get(i).endsWith("ing") ? 1 : 0;
        }
        return by;
    }
}
