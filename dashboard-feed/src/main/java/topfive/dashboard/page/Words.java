package topfive.dashboard.page;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Our own words: counts, names of score parts and of reasons, languages. Nothing here touches what a source said. */
public final class Words {
    private static final Map<String, String> REASONS = Map.of(
            "same-idea", "says the same as",
            "told-before", "was told before, in",
            "source-has-two", "its source has two places already, one of them",
            "story-has-two", "its story has two places already, next to",
            "outscored", "scored less than the five",
            "below-the-floor", "scored too low to be worth a place");

    private static final Map<String, String> PARTS = Map.of(
            "corroboration", "how many independent sources say so",
            "freshness", "how recent its newest report is, at the close of the day",
            "novelty", "how far it is from what the last seven editions told",
            "insight", "how good a claim it is: a reason, a figure, a name, readable alone",
            "coverage", "how much of the day it covers that those chosen before it do not");

    private Words() {}

    /** What a part of the score measures, or nothing. */
    public static String part(String code) {
        return PARTS.getOrDefault(code, "");
    }

    public static String count(int n, String one) {
        return n + " " + (n == 1 ? one : one + "s");
    }

    /** {@code sameIdea} or {@code same-idea} gives {@code Same idea}. */
    public static String plain(String code) {
        var spaced = code.replaceAll("([a-z])([A-Z])", "$1 $2")
                .replaceAll("[-_.]+", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
        return spaced.isEmpty() ? "" : spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    /** Why a candidate missed, in half a sentence that the rival may follow. */
    public static String reason(String code) {
        var lower = code == null ? "" : plain(code).toLowerCase(Locale.ROOT);
        return REASONS.getOrDefault(code, lower);
    }

    /** "3 were not read: 2 German, 1 French", or nothing. */
    public static String unread(Map<String, Integer> byLanguage) {
        var total = byLanguage.values().stream().mapToInt(Integer::intValue).sum();
        if (total == 0) {
            return "";
        }
        var each = new TreeMap<>(byLanguage)
                .entrySet().stream()
                        .map(entry -> entry.getValue() + " in " + language(entry.getKey()))
                        .collect(Collectors.joining(", "));
        return count(total, "document") + " not read: " + each;
    }

    private static String language(String code) {
        var name = Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
        return name.isBlank() || name.equals(code) ? "language " + code : name;
    }

    /** In a sentence, up to five: "Five", then digits. */
    public static String number(int n) {
        return n >= 0 && n <= 5 ? new String[] {"None", "One", "Two", "Three", "Four", "Five"}[n] : "" + n;
    }
}
