package topfive.ingest.article;

import java.util.HashSet;
import java.util.Set;

/** The runs of three words of a text, to find parts of it again: in time that grows with the texts, and never with their product. */
final class Shingles {
    private static final int WORDS = 3;

    private final Set<Integer> runs = new HashSet<>();

    Shingles(String text) {
        read(text, runs);
    }

    /** @return how much of this text stands in the other one, 0 to 1 */
    double share(String text) {
        var own = new HashSet<Integer>();
        read(text, own);
        return own.stream().filter(runs::contains).count() / (double) Math.max(1, own.size());
    }

    private static void read(String text, Set<Integer> into) {
        int[] last = new int[WORDS];
        int words = 0;
        int word = 0;
        for (int at = 0; at <= text.length(); at++) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            boolean ideograph = c >= '\u3040' && c <= '\u9FFF';
            if (Character.isLetterOrDigit(c)) {
                word = word * 31 + Character.toLowerCase(c);
            }
            if (word != 0 && (ideograph || !Character.isLetterOrDigit(c))) {
                last[words % WORDS] = word;
                words++;
                if (words >= WORDS) {
                    into.add((last[words % WORDS] * 31 + last[(words + 1) % WORDS]) * 31 + last[(words + 2) % WORDS]);
                }
                word = 0;
            }
        }
        if (words < WORDS) {
            into.add(last[0] * 31 + last[1]);
        }
    }
}
