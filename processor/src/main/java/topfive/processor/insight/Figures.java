package topfive.processor.insight;

import java.util.Set;

/** Numbers, in digits or in words as speakers say them. */
final class Figures {
    private static final Set<String> TENS =
            Set.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Set<String> AMOUNTS = Set.of(
            "hundred",
            "hundreds",
            "thousand",
            "thousands",
            "million",
            "millions",
            "billion",
            "billions",
            "trillion",
            "trillions",
            "percent",
            "half",
            "third",
            "thirds",
            "quarter",
            "quarters",
            "twice",
            "dozen",
            "dozens");

    private Figures() {}

    /** @param word in lower case */
    static boolean is(String word) {
        int hyphen = word.indexOf('-');
        return word.chars().anyMatch(Character::isDigit)
                || AMOUNTS.contains(word)
                || TENS.contains(hyphen < 0 ? word : word.substring(0, hyphen));
    }
}
