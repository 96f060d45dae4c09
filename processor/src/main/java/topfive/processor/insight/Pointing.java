package topfive.processor.insight;

import java.util.List;
import java.util.Set;

/** Whether a spoken sentence can be understood without the one before: speakers point at what hands and memory show. */
final class Pointing {
    private static final Set<String> POINTERS = Set.of(
            "it", "it's", "it'll", "its", "they", "they're", "they've", "they'll", "them", "their", "he", "he's", "him",
            "his", "she", "she's", "her", "this", "these", "those", "that's");
    private static final Set<String> DETERMINERS = Set.of("this", "these", "those");
    /** "Hopefully that …", "just because …": what follows decides. */
    private static final Set<String> OPENS_LOOSELY = Set.of(
            "just",
            "generally",
            "really",
            "maybe",
            "hopefully",
            "perhaps",
            "probably",
            "apparently",
            "usually",
            "sometimes",
            "even",
            "only");

    private static final Set<String> HANGS = Set.of(
            "that", "because", "a", "an", "the", "to", "like", "which", "so", "if", "not", "in", "for", "with", "about",
            "around");
    private static final Set<String> NOT_ALL =
            Set.of("all", "every", "everyone", "everybody", "many", "much", "only", "one");
    private static final Set<String> PREPOSITIONS = Set.of(
            "of", "in", "on", "for", "with", "at", "to", "from", "by", "about", "into", "like", "than", "behind",
            "around", "after");
    private static final Set<String> OF_SOMEBODY =
            Set.of("said", "says", "adds", "added", "writes", "wrote", "argues", "asked");
    private static final int ENOUGH_TO_POINT_AT = 2;

    private final Cues cues;
    private final Substance substance;

    Pointing(Cues cues) {
        this.cues = cues;
        this.substance = new Substance(cues);
    }

    /** Whether nothing is pointed at that this sentence has not named, and it does not hang on the one before. */
    boolean stands(List<String> words) {
        if (words.isEmpty() || OF_SOMEBODY.contains(words.get(0))) {
            return false;
        }
        int opens = 0;
        while (opens < words.size() - 1 && OPENS_LOOSELY.contains(words.get(opens))) {
            opens++;
        }
        boolean hangs = opens > 0 && HANGS.contains(words.get(opens))
                || words.get(0).equals("not") && !NOT_ALL.contains(words.get(1));
        return !hangs && !pointsEarly(words) && !pointsAtUnnamed(words);
    }

    /** "These rules", "those engineers": nothing says which. "These very large models" says enough. */
    private boolean pointsAtUnnamed(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean determines = DETERMINERS.contains(words.get(i))
                    || i > 0 && words.get(i).equals("that") && PREPOSITIONS.contains(words.get(i - 1));
            boolean noun = !Terms.of(words.subList(i + 1, i + 2)).isEmpty();
            if (determines && noun && !cues.at(words, i).contains(Cues.Kind.STAYS)) {
                var before = Terms.of(words.subList(0, i));
                var next = words.subList(i + 1, Math.min(words.size(), i + 4)).stream()
                        .filter(substance::isSolid)
                        .toList();
                if (next.size() < 2 && Terms.of(next).stream().noneMatch(before::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean pointsEarly(List<String> words) {
        int named = 0;
        for (int i = 0; i < words.size() && named < ENOUGH_TO_POINT_AT; i++) {
            var kinds = cues.at(words, i);
            boolean stays = kinds.contains(Cues.Kind.STAYS) || kinds.contains(Cues.Kind.STANDS);
            if (!stays && (POINTERS.contains(words.get(i)) || kinds.contains(Cues.Kind.POINTS_BACK))) {
                return true;
            }
            named += substance.isSolid(words.get(i)) ? 1 : 0;
        }
        return false;
    }
}
