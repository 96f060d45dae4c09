package topfive.standalone.explain;

import java.util.Map;
import java.util.stream.Collectors;
import topfive.dashboard.page.Words;

/** Our own words for the parts of a score and the reasons for missing; and what sources said, made fit for a terminal. */
public final class InWords {
    /** Of how good a claim it is by itself. */
    private static final Map<String, String> QUALITY = Map.of(
            "about", "whether it says what its text is about",
            "reasoning", "whether it argues: a cause, a contrast, a consequence",
            "facts", "figures, names, shares of a whole",
            "lasting", "how things are, rather than what happened on a day",
            "form", "whether its length reads well",
            "doubts", "taken off: advice, hedging, vague words, \"I\" and \"you\", thoughts that break off");

    private static final Map<String, String> REASONS = Map.of(
            "same-idea", "it says the same as one of the five",
            "told-before", "an earlier edition told it, and it brings no new figure, name or date",
            "source-has-two", "its source has two of the five already",
            "story-has-two", "its story has two of the five already",
            "outscored", "it scored less than the five",
            "below-the-floor", "as a claim it is not good enough for any place");

    private InWords() {}

    /** What a part of the score measures, in the words of the page; "" where this program does not know it. */
    public static String part(String name) {
        return Words.part(name);
    }

    /** What a part of a claim's quality measures; "" where this program does not know it. */
    public static String quality(String name) {
        return QUALITY.getOrDefault(name, "");
    }

    /** Why a candidate missed, as a clause. */
    public static String reason(String code) {
        return REASONS.getOrDefault(code, code);
    }

    /** {@code 611 = corroboration 88 + coverage 523}; the sum alone where its parts are not known. */
    public static String sum(int score, Map<String, Integer> parts) {
        return parts == null
                ? Integer.toString(score)
                : score + " = "
                        + parts.entrySet().stream()
                                .map(part -> part.getKey() + " " + part.getValue())
                                .collect(Collectors.joining(" + "));
    }

    /** In quotation marks, cut at a word. */
    public static String quoted(String claim, int atMost) {
        var plain = plain(claim);
        if (plain.length() > atMost) {
            var space = plain.lastIndexOf(' ', atMost);
            plain = plain.substring(0, space < atMost / 2 ? atMost : space) + " …";
        }
        return "\"" + plain + "\"";
    }

    /** Control characters of feeds never reach a terminal: they could repaint the screen. */
    public static String plain(String fromOutside) {
        return fromOutside.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
    }

    public static String count(int n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }
}
