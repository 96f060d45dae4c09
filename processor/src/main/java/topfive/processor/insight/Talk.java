package topfive.processor.insight;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a listener forgives and a reader does not: a spoken sentence, without the filler around it, that was said to the people in the room,
 * breaks off, or hangs on what somebody said before. Tone and hands explain it; in print nothing does.
 */
final class Talk {
    /** A fault that a sentence may have which only introduces the next: "We have the report of …. They …" */
    static final String WE_HAVE = "we have";

    private static final Set<String> PERSONAL = Set.of("they", "it", "he", "she");
    private static final Pattern NAME = Pattern.compile("\\s\\p{Lu}\\p{L}+");
    private static final List<Cues.Kind> ARGUMENT =
            List.of(Cues.Kind.CAUSE, Cues.Kind.CONSEQUENCE, Cues.Kind.CONTRAST, Cues.Kind.COMPARISON);
    private static final Set<String> ME = Set.of(
            "i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself");
    private static final Set<String> WE = Set.of("we", "we're", "we've", "we'll", "we'd", "us", "our", "ours", "ourselves");
    private static final Set<String> POINTERS = Set.of(
            "it", "it's", "it'll", "its", "they", "they're", "they've", "they'll", "them", "their", "he", "he's", "him", "his", "she", "she's",
            "her", "this", "these", "those", "that's");
    /** Said aside; the sentence is the speaker's all the same. */
    private static final Pattern ASIDE = Pattern.compile(
            "(?i)\\bi (?:think|guess|mean|believe|suspect|suppose|would say|would argue)\\b|\\bi'd (?:say|argue)\\b|\\bif you will\\b");

    private static final Pattern AMERICA = Pattern.compile("\\bUS\\b");

    private static final Pattern BREAKS_OFF = Pattern.compile(
            "--|\\.\\.|…|—|\\s[-–]\\s|\\[|\\]|(?i)\\b(\\p{L}+(?: \\p{L}+)?),? - ?\\1\\b|\\b([\\p{L}']+(?: [\\p{L}']+)?),? \\2\\b");
    /** "… I'm like 'No way'", "… they say 'Hey, …'": talk inside talk. */
    private static final Pattern ACTS_OUT = Pattern.compile("[\"“][^\"”]{2,}[,.?!][^\"”]*[\"”]|(?i)\\b(?:like|say|says|said|think|thinking),? [\"“]");

    private static final Set<String> SUBORDINATE = Set.of(
            "when", "after", "before", "while", "whereas", "as", "although", "though", "since", "until", "once", "if", "given", "with", "despite",
            "where", "whether", "unless", "without");
    private static final Pattern MAIN_CLAUSE = Pattern.compile(", (?!(?:which|who|whose|where|and|or|but|not|for|at|in|on|like|as) )");
    private static final Set<String> IS_OR_HAS = Set.of(
            "is", "are", "was", "were", "has", "have", "had", "can", "could", "will", "would", "may", "might", "must", "isn't", "doesn't",
            "does", "means", "makes", "requires", "gives", "takes", "costs", "allows", "creates", "helps", "leads");
    private static final Set<String> DETERMINERS = Set.of("this", "these", "those");
    private static final Set<String> OPENS_LOOSELY = Set.of(
            "just", "generally", "really", "maybe", "hopefully", "perhaps", "probably", "apparently", "usually", "sometimes", "even", "only");
    private static final Set<String> HANGS =
            Set.of("that", "because", "a", "an", "the", "to", "like", "which", "so", "if", "not", "in", "for", "with", "about", "around");
    private static final Set<String> NOT_ALL = Set.of("all", "every", "everyone", "everybody", "many", "much", "only", "one");
    private static final Set<String> PREPOSITIONS =
            Set.of("of", "in", "on", "for", "with", "at", "to", "from", "by", "about", "into", "like", "than", "behind", "around", "after");
    private static final Set<String> OF_SOMEBODY = Set.of("said", "says", "adds", "added", "writes", "wrote", "argues", "asked");
    /** "That, exactly, …" near the beginning; "For all of the risks, it provides …". */
    private static final Pattern POINTS = Pattern.compile(
            "(?i)^(?:\\S+ ){0,6}that(?:[,.;]|(?: and| but| because| exactly)\\b)"
                    + "|^(?:for|in|with|by|at|on|from|despite|after|under|through|to|within|given|regarding) [^,]{1,90}, (?:it|they|he|she|that|this)\\b");

    private static final int FEWEST_SOLID = 7;
    private static final int FEWEST_SOLID_ADDED = 6;
    private static final double SOLID_SHARE = 0.36;
    private static final double SOLID_SHARE_IF_CLEAR = 0.28;
    private static final int SUBJECT = 16;
    private static final int ENOUGH_TO_POINT_AT = 2;

    private final Cues cues;

    Talk(Cues cues) {
        this.cues = cues;
    }

    /** @return why the sentence makes no reading, or {@link Faults#NONE} */
    String fault(String said, List<String> words, Cues.Tally tally) {
        if (tally.of(Cues.Kind.CHATTER) > 0) {
            return "chatter";
        }
        if (POINTS.matcher(said).find()) {
            return "points back";
        }
        if (BREAKS_OFF.matcher(said).find() || ACTS_OUT.matcher(said).find()) {
            return "breaks off";
        }
        var about = speakers(said);
        if (!about.isEmpty()) {
            return about;
        }
        return isFragment(said, words) ? "fragment" : Faults.NONE;
    }

    /** "I" and "we" at the beginning make the speakers the subject; a "we" far behind another subject does not. */
    private static String speakers(String said) {
        var straight = AMERICA.matcher(said.replace('’', '\'')).replaceAll("America");
        var words = Terms.words(ASIDE.matcher(straight).replaceAll(" "));
        long we = words.stream().filter(WE::contains).count();
        if (words.stream().anyMatch(ME::contains) || we > 2) {
            return "about the speakers";
        }
        boolean early = words.stream().limit(SUBJECT).anyMatch(WE::contains);
        return !early ? Faults.NONE : we == 1 ? WE_HAVE : "about the speakers";
    }

    /**
     * Whether a line of a spoken passage may stand at its place. In the middle nothing is trimmed, so what would be must not stand there; the
     * first line argues or names who the second is about, and each other one adds enough.
     */
    boolean goesOn(List<Line> passage, int at) {
        var line = passage.get(at);
        boolean last = at == passage.size() - 1;
        if (at > 0) {
            return (!line.isTrimmed() || line.joins()) && (last || !line.isCutShort()) && isSolidEnough(line.words());
        }
        return last || !line.isCutShort() && (line.isQuestion() || argues(line) || introduces(line, passage.get(1)));
    }

    private static boolean argues(Line line) {
        return line.isFit()
                && (ARGUMENT.stream().anyMatch(kind -> line.tally().of(kind) > 0)
                        || line.words().stream().anyMatch(Figures::is));
    }

    /** "Pellworth has published its report. They took fewer graduates, because …" */
    private static boolean introduces(Line line, Line next) {
        return PERSONAL.contains(next.words().get(0)) && NAME.matcher(line.plain()).find();
    }

    /** "When now you have makers of boards.", "Testing thousands of drugs, rather than a handful.": nothing is said of it. */
    private boolean isFragment(String said, List<String> words) {
        var first = words.get(0);
        if (words.stream().noneMatch(word -> word.contains("'")
                || word.length() > 4 && word.endsWith("ed")
                || cues.at(List.of(word), 0).contains(Cues.Kind.FINITE))) {
            return true;
        }
        if (words.size() > 1 && first.equals("whereas") && Set.of("in", "for", "with", "at", "on").contains(words.get(1))) {
            return true;
        }
        if (SUBORDINATE.contains(first)) {
            return !MAIN_CLAUSE.matcher(said).find();
        }
        return first.endsWith("ing") && words.stream().noneMatch(IS_OR_HAS::contains);
    }

    /** Whether enough is said that means something by itself; where nothing is hedged, a little less is enough. */
    boolean isSolid(List<String> words, boolean clear) {
        long solid = solid(words);
        return solid >= FEWEST_SOLID && solid >= (clear ? SOLID_SHARE_IF_CLEAR : SOLID_SHARE) * words.size();
    }

    /** Whether a sentence adds enough to the one before. */
    boolean isSolidEnough(List<String> words) {
        long solid = solid(words);
        return solid >= FEWEST_SOLID_ADDED && solid >= SOLID_SHARE_IF_CLEAR * words.size();
    }

    private long solid(List<String> words) {
        return words.stream().filter(this::isSolid).count();
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
        boolean hangs = opens > 0 && HANGS.contains(words.get(opens)) || words.get(0).equals("not") && !NOT_ALL.contains(words.get(1));
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
                        .filter(this::isSolid)
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
            named += isSolid(words.get(i)) ? 1 : 0;
        }
        return false;
    }

    private boolean isSolid(String word) {
        return !Terms.of(List.of(word)).isEmpty() && !cues.at(List.of(word), 0).contains(Cues.Kind.THIN);
    }
}
