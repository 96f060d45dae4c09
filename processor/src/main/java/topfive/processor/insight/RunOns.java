package topfive.processor.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Speech that was written down without punctuation: cut to readable length where a new thought seems to begin. A long sentence with commas was
 * punctuated by somebody and stays whole.
 */
final class RunOns {
    /** Words without a comma or a mark between them; nobody speaks longer sentences that are still one. */
    private static final int LONGEST = 45;

    private static final Pattern TRAILS_OFF = Pattern.compile("(?:\\.{3}|…)\\s+(?=\\p{Lu})");
    private static final int SHORTEST_PIECE = 14;
    private static final int LONGEST_PIECE = 36;
    private static final Set<String> BEGINS =
            Set.of("so", "but", "and", "because", "now", "then", "well", "which", "also", "when", "if");

    private RunOns() {}

    static List<Sentence> split(List<Sentence> sentences) {
        var pieces = new ArrayList<Sentence>();
        for (var sentence : sentences) {
            for (var part : trailingOff(sentence)) {
                if (Words.count(part.text()) <= LONGEST * (1 + pauses(part.text()))) {
                    pieces.add(part);
                } else {
                    split(part, pieces);
                }
            }
        }
        return List.copyOf(pieces);
    }

    /** "It was hard... It still is": in speech an ellipsis before a capital ends the sentence. */
    private static List<Sentence> trailingOff(Sentence sentence) {
        var parts = new ArrayList<Sentence>();
        var trails = TRAILS_OFF.matcher(sentence.text());
        int from = 0;
        while (trails.find()) {
            parts.add(piece(sentence, from, trails.end()));
            from = trails.end();
        }
        parts.add(piece(sentence, from, sentence.text().length()));
        return parts;
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
