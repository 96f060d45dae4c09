package topfive.ingest.article;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** How much of a text's words stand in what the page says of itself. */
final class Overlap {
    private static final int LONG = 1000;

    private final Set<String> words;

    Overlap(String text) {
        words = wordsOf(text.length() > LONG ? text.substring(0, LONG) : text);
    }

    /** @return 1 for the same words, 0 for none in common or a text too long to be a title or a description */
    double with(String text) {
        if (words.isEmpty() || text.length() > LONG) {
            return 0;
        }
        var own = wordsOf(text);
        double both = own.stream().filter(words::contains).count();
        return 2 * both / (own.size() + words.size());
    }

    private static Set<String> wordsOf(String text) {
        var small = text.toLowerCase(Locale.ROOT);
        var words = new HashSet<String>();
        int start = -1;
        for (int at = 0; at <= small.length(); at++) {
            char c = at < small.length() ? small.charAt(at) : ' ';
            boolean ideograph = c >= '\u3040' && c <= '\u9FFF';
            boolean inside = !ideograph && Character.isLetterOrDigit(c);
            if (ideograph) {
                words.add(String.valueOf(c));
            }
            if (inside && start < 0) {
                start = at;
            } else if (!inside && start >= 0) {
                words.add(small.substring(start, at));
                start = -1;
            }
        }
        return words;
    }
}
