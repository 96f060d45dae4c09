package topfive.processor.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Speech that was written down without punctuation: cut to readable length where a new thought seems to begin. A long sentence with commas was
 * punctuated by somebody and stays whole.
 */
final class RunOns {
    /** Words without a comma or a mark between them; nobody speaks longer sentences that are still one. */
    private static final int LONGEST = 45;

    private static final int SHORTEST_PIECE = 14;
    private static final int LONGEST_PIECE = 36;
    private static final Set<String> BEGINS =
            Set.of("so", "but", "and", "because", "now", "then", "well", "which", "also", "when", "if");

    private RunOns() {}

    static List<Sentence> split(List<Sentence> sentences) {
        var pieces = new ArrayList<Sentence>();
        for (var sentence : sentences) {
            if (Words.count(sentence.text()) <= LONGEST * (1 + pauses(sentence.text()))) {
                pieces.add(sentence);
            } else {
                split(sentence, pieces);
            }
        }
        return List.copyOf(pieces);
    }

    private static long pauses(String text) {
        return text.chars().filter(c -> ",;:—".indexOf(c) >= 0).count();
    }

    private static void split(Sentence sentence, List<Sentence> pieces) {
        var text = sentence.text();
        int start = 0;
        int words = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean wordBegins =
                    !Character.isWhitespace(text.charAt(i)) && (i == 0 || Character.isWhitespace(text.charAt(i - 1)));
            if (wordBegins && (words >= LONGEST_PIECE || words >= SHORTEST_PIECE && beginsThought(text, i))) {
                pieces.add(piece(sentence, start, i));
                start = i;
                words = 0;
            }
            words += wordBegins ? 1 : 0;
        }
        pieces.add(piece(sentence, start, text.length()));
    }

    private static Sentence piece(Sentence sentence, int from, int to) {
        var text = sentence.text().substring(from, to).stripTrailing();
        return new Sentence(sentence.start() + from, sentence.start() + from + text.length(), text);
    }

    private static boolean beginsThought(String text, int i) {
        return BEGINS.contains(Words.at(text, i).toLowerCase(Locale.ROOT));
    }
}
