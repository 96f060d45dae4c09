package topfive.processor.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import topfive.processor.encode.Rarity;

/**
 * A claim's words as they are compared: content words by their stem, runs of three words (shingles) to tell a copy from a retelling, and
 * whether it denies.
 */
public record Wording(
        Stems stems, int[] shingles, Map<String, Double> names, Map<String, Set<String>> figures, Set<String> denied) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");
    private static final Set<String> STOP = Set.of(
            ("a an the and or but nor so if then than that this these those which who whom whose what when where why how it its they"
                            + " them their he him his she her we us our you your i me my is are was were be been being am do does did has have had having will would"
                            + " can could may might must shall should of in on at by to from for with as into over under about after before between through during"
                            + " out up down off again further once here there all any both each few more most other some such only own same too very just also"
                            + " because while until against not no never none nothing one two said says say according")
                    .split(" "));
    private static final Pattern DENIAL = Pattern.compile(
            "\\b(?:not|never|no longer|cannot|none|nobody|fails? to|failed to)\\b|n['’]t\\b", Pattern.CASE_INSENSITIVE);
    /** "Not X but Y", "Y, not X", "less X than Y": they set X against Y, and affirm. */
    private static final Pattern CONTRAST = Pattern.compile(
            "\\bnot (?:only|just|merely|simply|so much|least|necessarily)\\b|\\bnot\\b[^.;]{1,80}\\bbut\\b|\\bless\\b[^.;]{1,80}\\bthan\\b"
                    + "|[,—–]\\s*not\\b[^.;,]{1,100}|\\b(?:instead of|rather than)\\b[^.;,]{1,80}",
            Pattern.CASE_INSENSITIVE);
    /** A denial reaches so many characters, or to the end of its clause. */
    private static final int REACH = 60;

    /** Rarities. */
    private static final double COMMON = 0.80;

    private static final double DISTINCT = 0.95;
    private static final int SHORTEST_NAME = 3;
    private static final int LEAST_DENIED = 2;
    private static final double MOST_OF_IT = 0.75;

    static Wording of(String claim) {
        var words = new ArrayList<String>();
        var word = WORD.matcher(claim.toLowerCase(Locale.ROOT));
        while (word.find()) {
            words.add(word.group());
        }
        var stems = new HashMap<String, Double>();
        words.stream()
                .filter(each -> !STOP.contains(each))
                .forEach(each -> stems.merge(stem(each), Rarity.of(each), Math::max));
        var facts = Facts.of(claim);
        return new Wording(Stems.of(stems), shingles(words), names(facts), byKind(facts.figures()), denied(claim));
    }

    private static Set<String> denied(String claim) {
        var affirming = CONTRAST.matcher(claim).replaceAll(" ");
        var denied = new HashSet<String>();
        var denial = DENIAL.matcher(affirming);
        while (denial.find()) {
            var reach = affirming.substring(denial.end(), Math.min(affirming.length(), denial.end() + REACH));
            var word = WORD.matcher(reach.split("[.,;:—–]", 2)[0].toLowerCase(Locale.ROOT));
            while (word.find()) {
                if (!STOP.contains(word.group())) {
                    denied.add(stem(word.group()));
                }
            }
        }
        return Set.copyOf(denied);
    }

    /** Most of what this one denies, the other affirms. */
    boolean contradicts(Wording other) {
        if (denied.size() < LEAST_DENIED) {
            return false;
        }
        var affirmed = denied.stream()
                .filter(stem -> other.stems.contains(stem) && !other.denied.contains(stem))
                .count();
        return affirmed >= LEAST_DENIED && affirmed >= MOST_OF_IT * denied.size();
    }

    private static int[] shingles(List<String> words) {
        return IntStream.range(0, Math.max(0, words.size() - 2))
                .map(i -> (words.get(i) + ' ' + words.get(i + 1) + ' ' + words.get(i + 2)).hashCode())
                .sorted()
                .distinct()
                .toArray();
    }

    /** Common words name nobody: "Health" may be anyone's. */
    private static Map<String, Double> names(Facts facts) {
        var names = new HashMap<String, Double>();
        for (var actor : facts.actors()) {
            for (var name : actor.toLowerCase(Locale.ROOT).split("\\s+")) {
                var distinct = Math.min(1, (Rarity.of(name) - COMMON) / (DISTINCT - COMMON));
                if (distinct > 0 && name.length() >= SHORTEST_NAME) {
                    names.put(name, distinct);
                }
            }
        }
        return Map.copyOf(names);
    }

    /** Percentages, sums of money, each unit: figures of one kind can exclude each other. */
    private static Map<String, Set<String>> byKind(Set<String> figures) {
        return figures.stream()
                .collect(Collectors.groupingBy(
                        figure -> figure.replaceAll("[\\d.]+", "#"), Collectors.toUnmodifiableSet()));
    }

    /** Takes off the commonest endings; enough for a set of words to meet its own plural and past tense. */
    static String stem(String word) {
        var stem = word.replaceAll("['’]s?$", "");
        for (var ending : List.of(
                "ingly", "edly", "ations", "ation", "ings", "ing", "ments", "ment", "ies", "ied", "ers", "er", "es",
                "ed", "ly", "s", "e")) {
            if (stem.length() - ending.length() >= 4 && stem.endsWith(ending)) {
                return stem.substring(0, stem.length() - ending.length());
            }
        }
        return stem;
    }

    /** Shared part of what is in both, 0 to 1; sorted, each once. */
    static double jaccard(int[] a, int[] b) {
        if (a.length == 0 || b.length == 0) {
            return 0;
        }
        int shared = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                shared++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return (double) shared / (a.length + b.length - shared);
    }
}
