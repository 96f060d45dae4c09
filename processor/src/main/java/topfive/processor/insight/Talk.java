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
    private static final Set<String> ME = Set.of("i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself");
    private static final Set<String> WE =
            Set.of("we", "we're", "we've", "we'll", "we'd", "us", "our", "ours", "ourselves");
    /** Said aside; the sentence is the speaker's all the same. */
    private static final Pattern ASIDE = Pattern.compile(
            "(?i)\\bi (?:think|guess|mean|believe|suspect|suppose|would say|would argue)\\b|\\bi'd (?:say|argue)\\b|\\bif you will\\b");

    private static final Pattern AMERICA = Pattern.compile("\\bUS\\b");

    private static final Pattern BREAKS_OFF = Pattern.compile(
            "--|\\.\\.|…|—|\\s[-–]\\s|\\[|\\]|(?i)\\b(\\p{L}+(?: \\p{L}+)?),? - ?\\1\\b|\\b([\\p{L}']+(?: [\\p{L}']+)?) \\2\\b"
                    + "|\\b(the|an?|to|of|in|and|so|if|with|they|you|is) ?, \\3\\b");
    /** "… I'm like 'No way'", "… they say 'Hey, …'": talk inside talk. */
    private static final Pattern ACTS_OUT = Pattern.compile(
            "[\"“](?=[^\"”]*+[\"”])[^\"”]{2,}?[,.?!]|(?i)\\b(?:like|say|says|said|think|thinking),? [\"“]");

    private static final Set<String> SUBORDINATE = Set.of(
            "when",
            "after",
            "before",
            "while",
            "whereas",
            "as",
            "although",
            "though",
            "since",
            "until",
            "once",
            "if",
            "given",
            "with",
            "despite",
            "where",
            "whether",
            "unless",
            "without");
    private static final Pattern MAIN_CLAUSE =
            Pattern.compile(", (?!(?:which|who|whose|where|and|or|but|not|for|at|in|on|like|as) )");
    private static final Set<String> IS_OR_HAS = Set.of(
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "can",
            "could",
            "will",
            "would",
            "may",
            "might",
            "must",
            "isn't",
            "doesn't",
            "does",
            "means",
            "makes",
            "requires",
            "gives",
            "takes",
            "costs",
            "allows",
            "creates",
            "helps",
            "leads");
    /** "That, exactly, …" near the beginning; "For all of the risks, it provides …". */
    private static final Pattern POINTS = Pattern.compile(
            "(?i)^(?:\\S+ ){0,6}that(?:[,.;]|(?: and| but| because| exactly)\\b)"
                    + "|^(?:for|in|with|by|at|on|from|despite|after|under|through|to|within|given|regarding) [^,]{1,90}, (?:it|they|he|she|that|this)\\b");

    private static final int SUBJECT = 16;

    private final Cues cues;
    private final Substance substance;

    Talk(Cues cues) {
        this.cues = cues;
        this.substance = new Substance(cues);
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
            return (!line.isTrimmed() || line.joins())
                    && (last || !line.isCutShort())
                    && substance.addsEnough(line.words());
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
        return PERSONAL.contains(next.words().get(0))
                && NAME.matcher(line.plain()).find();
    }

    /** "When now you have makers of boards.", "Testing thousands of drugs, rather than a handful.": nothing is said of it. */
    private boolean isFragment(String said, List<String> words) {
        var first = words.get(0);
        if (words.stream()
                .noneMatch(word -> word.contains("'")
                        || word.length() > 4 && word.endsWith("ed")
                        || cues.at(List.of(word), 0).contains(Cues.Kind.FINITE))) {
            return true;
        }
        if (words.size() > 1
                && first.equals("whereas")
                && Set.of("in", "for", "with", "at", "on").contains(words.get(1))) {
            return true;
        }
        if (SUBORDINATE.contains(first)) {
            return !MAIN_CLAUSE.matcher(said).find();
        }
        return first.endsWith("ing") && words.stream().noneMatch(IS_OR_HAS::contains);
    }
}
