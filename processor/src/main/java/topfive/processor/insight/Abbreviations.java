package topfive.processor.insight;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the dot behind a word belongs to the word, so that the sentence goes on. English. */
final class Abbreviations {
    /** Never the last word of a sentence: a name or a thing must follow. */
    private static final Set<String> WANTS_A_NAME = Set.of(
            "mr", "mrs", "ms", "mx", "messrs", "dr", "prof", "rep", "reps", "sen", "sens", "gov", "gen", "col", "maj",
            "capt", "cmdr", "lt", "sgt", "cpl", "pvt", "adm", "hon", "rev", "fr", "pres", "supt", "insp", "det", "amb",
            "sec'y", "mt", "ft", "st", "ste", "vs", "viz", "cf", "e.g", "i.e", "approx", "ca", "al", "dept", "univ",
            "assn", "btw", "yahoo");

    private static final Set<String> WANTS_A_NUMBER = Set.of(
            "no", "nos", "n°", "nr", "p", "pp", "fig", "figs", "eq", "sec", "art", "vol", "ch", "par", "ver", "op",
            "ext", "tel", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

    /** May end a sentence: the next word decides. */
    private static final Set<String> MAY_END = Set.of(
            "inc", "ltd", "co", "corp", "jr", "sr", "bros", "plc", "llc", "etc", "esq", "ave", "blvd", "rd", "ph.d",
            "m.d", "b.a", "m.a", "ind", "wash", "calif", "mass", "conn", "fla", "ill", "mich", "minn", "pa", "tex",
            "va", "ariz", "colo", "est", "dist");

    private static final Set<String> STARTERS = Set.of(
            "the",
            "a",
            "an",
            "this",
            "that",
            "these",
            "those",
            "it",
            "its",
            "he",
            "she",
            "they",
            "we",
            "i",
            "you",
            "his",
            "her",
            "their",
            "our",
            "my",
            "your",
            "there",
            "here",
            "but",
            "and",
            "so",
            "or",
            "if",
            "when",
            "while",
            "as",
            "at",
            "in",
            "on",
            "for",
            "from",
            "by",
            "with",
            "to",
            "how",
            "what",
            "why",
            "who",
            "where",
            "which",
            "is",
            "are",
            "was",
            "were",
            "did",
            "does",
            "do",
            "has",
            "have",
            "had",
            "can",
            "will",
            "would",
            "not",
            "no",
            "after",
            "before",
            "since",
            "although",
            "however",
            "yet",
            "meanwhile",
            "also",
            "now",
            "then",
            "one",
            "some",
            "many",
            "most",
            "all",
            "both",
            "each",
            "finally",
            "later",
            "still",
            "instead",
            "once");

    private static final Pattern LETTERS_AND_DOTS = Pattern.compile("(?:\\p{L}\\.)+\\p{L}");
    private static final Pattern ITEM_NUMBER = Pattern.compile("[•⁃●▪◦‣∙]?\\d{1,3}");
    private static final Pattern HOUR = Pattern.compile("[ap]\\.?m");
    private static final Pattern OPENING_TIME =
            Pattern.compile("\\W*(?:At|By|Around|Before|After|Since|From|Until|About)\\b.{1,24}");

    /** Characters; what stands further from the beginning of a sentence does not open it. */
    private static final int OPENING = 40;

    private Abbreviations() {}

    /** @param dot where the dot stands; a sentence that began at start could end there, and a word with a capital follows */
    static boolean continues(String text, int start, int dot) {
        var word = Words.before(text, start, dot);
        var next = Words.at(text, dot);
        var lower = word.toLowerCase(Locale.ROOT);
        boolean near = dot - start < OPENING;
        boolean firstWord =
                near && text.substring(start, dot - word.length()).chars().noneMatch(Character::isLetterOrDigit);
        if (firstWord && (word.length() == 1 || ITEM_NUMBER.matcher(word).matches())) {
            return true; // the number or letter of a list item
        }
        if (WANTS_A_NAME.contains(lower)) {
            return !(lower.equals("st") && starts(next));
        }
        if (WANTS_A_NUMBER.contains(lower)) {
            return Character.isDigit(next.isEmpty() ? ' ' : next.charAt(0));
        }
        if (HOUR.matcher(lower).matches()) {
            return near && OPENING_TIME.matcher(text.substring(start, dot)).matches() && !starts(next);
        }
        if (word.length() == 1 && Character.isUpperCase(word.charAt(0))) {
            return !starts(next) || !afterLowerCase(text, start, dot - 1) && !word.equals("I");
        }
        return (MAY_END.contains(lower) || LETTERS_AND_DOTS.matcher(word).matches()) && !starts(next);
    }

    private static boolean starts(String word) {
        int end = 0;
        while (end < word.length() && Character.isLetter(word.charAt(end))) {
            end++;
        }
        return STARTERS.contains(word.substring(0, end).toLowerCase(Locale.ROOT));
    }

    /** "you and I. Did": no initial; "Alfred E. The" could be one. */
    private static boolean afterLowerCase(String text, int start, int end) {
        int last = end;
        while (last > Math.max(start, end - OPENING) && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        var before = Words.before(text, start, last);
        return !before.isEmpty() && Character.isLowerCase(before.charAt(0));
    }
}
