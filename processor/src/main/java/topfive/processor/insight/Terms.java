package topfive.processor.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of a sentence, lower case, and of these the ones that carry meaning, roughly stemmed. */
final class Terms {
    private static final Set<String> EMPTY = Set.of(
            ("a an the and or but if of to in on at by for with from as is are was were be been being has have had do does did will would can "
                            + "could should may might must it its he she they them his her their this that these those there here who whom which "
                            + "what when where why how not no nor so than then too very s t say says said mr mrs ms also over more most some such "
                            + "into about after before between up out new one two i you we our your us my me him all any each other only own same "
                            + "just it's that's don't")
                    .split(" "));
    private static final List<String> ENDINGS = List.of("ing", "ed", "es", "s");
    private static final int SHORTEST_STEM = 4;

    private Terms() {}

    /** @return words as they stand, lower case, apostrophes straight, without the marks around them */
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && (isWord(text.charAt(i)) || start >= 0 && joins(text, i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(text.substring(start, i).toLowerCase(Locale.ROOT).replace('’', '\''));
                start = -1;
            }
        }
        return words;
    }

    static List<String> of(List<String> words) {
        return words.stream()
                .filter(word -> !EMPTY.contains(word))
                .map(Terms::stem)
                .toList();
    }

    private static String stem(String word) {
        var bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        for (var ending : ENDINGS) {
            if (bare.endsWith(ending) && bare.length() - ending.length() >= SHORTEST_STEM) {
                return bare.substring(0, bare.length() - ending.length());
            }
        }
        return bare;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '$' || c == '€' || c == '£' || c == '%';
    }

    /** Apostrophe, hyphen, dot or comma between two characters of one word or number. */
    private static boolean joins(String text, int i) {
        boolean followed = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
        return followed
                && ("'’-".indexOf(text.charAt(i)) >= 0
                        || ".,".indexOf(text.charAt(i)) >= 0
                                && Character.isDigit(text.charAt(i - 1))
                                && Character.isDigit(text.charAt(i + 1)));
    }
}
