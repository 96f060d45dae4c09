package topfive.processor.insight;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of a document: words that it writes with a capital where no sentence begins. */
final class Names {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}&'’.-]*[\\p{L}\\p{N}]|\\p{L}");
    private static final Set<String> NO_NAMES = Set.of(
            "i",
            "i'm",
            "i've",
            "i'd",
            "i'll",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "mr",
            "mrs",
            "ms",
            "dr");

    private final Set<String> names = new HashSet<>();

    private Names() {}

    static Names of(List<String> sentences) {
        var names = new Names();
        sentences.forEach(names::learn);
        return names;
    }

    /** @return how many different names a text has; the parts of one name count once */
    int in(String text) {
        var found = new HashSet<String>();
        var words = WORD.matcher(text);
        int lastEnd = -2;
        while (words.find()) {
            var word = words.group();
            boolean name = Character.isUpperCase(word.charAt(0)) && names.contains(key(word));
            if (name && words.start() > lastEnd + 1) {
                found.add(key(word));
            }
            lastEnd = name ? words.end() : -2;
        }
        return found.size();
    }

    private void learn(String sentence) {
        var words = WORD.matcher(sentence);
        boolean first = true;
        while (words.find()) {
            var word = words.group();
            boolean afterQuote = words.start() > 0 && "\"“‘'(:".indexOf(sentence.charAt(words.start() - 1)) >= 0;
            if (!first
                    && !afterQuote
                    && Character.isUpperCase(word.charAt(0))
                    && !NO_NAMES.contains(word.toLowerCase(Locale.ROOT))) {
                names.add(key(word));
            }
            first = false;
        }
    }

    private static String key(String word) {
        var bare = word.endsWith("'s") || word.endsWith("’s") ? word.substring(0, word.length() - 2) : word;
        return bare.toLowerCase(Locale.ROOT);
    }
}
