package topfive.processor.insight;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is never an insight, whatever it says: judged sentence by sentence, by form and by {@link Cues}. */
final class Faults {
    static final String NONE = "";
    static final String QUESTION = "question";

    private static final Set<String> ME_AND_YOU = Set.of(
            "i",
            "i'm",
            "i've",
            "i'd",
            "i'll",
            "me",
            "my",
            "mine",
            "myself",
            "you",
            "you're",
            "you've",
            "you'll",
            "you'd",
            "your",
            "yours",
            "yourself",
            "y'all",
            "y'know");
    private static final Set<String> ME = Set.of("i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself");
    private static final double CHAT_SHARE = 0.12;
    /** Characters; looked at no further, which also bounds what the patterns below can cost. */
    private static final int LONGEST = 900;

    /** Words; "Yeah, exactly." is no part of a claim. */
    private static final int FEWEST_SPOKEN = 3;

    private static final int SHORTEST_UNENDED = 12;

    /** No longer than a name before "@" or in a host may be: a sentence of hyphens or dots would take the square of its length. */
    private static final Pattern ADDRESS = Pattern.compile(
            "https?://|www\\.|\\b[\\w.]{1,64}+@[\\w.]+|(?<!\\S)[@#]\\p{L}\\w+|\\b[\\w-]{1,63}+\\.(?:com|org|io|net|co|fm|ai|dev)\\b");

    private static final Pattern BYLINE = Pattern.compile(
            "(?:By|Words by|Written by|Reporting by|Edited by|Story by)\\s+\\p{Lu}[\\p{L}'’-]+\\s+\\p{Lu}[\\p{L}'’-]+(?:\\.?|,\\s+(?:who|a|an|the)\\b.*|\\s[·|-].*)");
    private static final Pattern CLOCK = Pattern.compile(
            ".*\\b(?:at|from)\\s+\\d{1,2}(?::\\d\\d)?\\s*(?:a\\.?m|p\\.?m|o'clock|noon|CET|GMT|UTC|ET)\\b.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADVICE = Pattern.compile(
            "if you(?:'re| are| want| need| have| work| can|'ve)\\b|you (?:should|must|need to|have to|might want|may want|can also|can now)\\b");

    private final Cues cues;

    Faults(Cues cues) {
        this.cues = cues;
    }

    /** @return why the sentence is never printed, or {@link #NONE} */
    String in(String plain, List<String> words, Cues.Tally tally, boolean speech) {
        if (words.isEmpty() || plain.length() > LONGEST || plain.indexOf('|') >= 0) {
            return "no sentence";
        }
        if (endsWith(plain, "?？")) {
            return QUESTION;
        }
        boolean unpunctuated = speech
                && words.size() >= SHORTEST_UNENDED
                && Character.isLetterOrDigit(plain.charAt(plain.length() - 1));
        if (!ends(plain) && !unpunctuated) {
            return "unfinished, a heading or a caption";
        }
        if (ADDRESS.matcher(plain).find()
                || BYLINE.matcher(plain).matches()
                || CLOCK.matcher(plain).matches()) {
            return "address, byline or notice";
        }
        if (tally.of(Cues.Kind.NEVER) > 0
                || ADVICE.matcher(String.join(" ", words)).find()) {
            return "call to action, teaser or notice";
        }
        if (cues.opens(Cues.Kind.IMPERATIVE, words) && !isStatement(words)) {
            return "advice";
        }
        if (speech && words.size() <= FEWEST_SPOKEN) {
            return "chat";
        }
        boolean ownStory = !speech
                && plain.indexOf('"') < 0
                && plain.indexOf('“') < 0
                && words.stream().anyMatch(ME::contains);
        if (chat(words) > CHAT_SHARE || ownStory || shouts(plain)) {
            return "chat";
        }
        return NONE;
    }

    /** "Use of …", "Plans that …": the word is a noun here. */
    private static boolean isStatement(List<String> words) {
        return words.size() > 1
                && Set.of("of", "is", "was", "has", "in", "and", "for", "are", "will", "by", "from", "at")
                        .contains(words.get(1));
    }

    private static double chat(List<String> words) {
        return words.stream().filter(ME_AND_YOU::contains).count() / (double) words.size();
    }

    private static boolean shouts(String plain) {
        long upper = plain.chars().filter(Character::isUpperCase).count();
        long letters = plain.chars().filter(Character::isLetter).count();
        return upper * 2 > letters;
    }

    private static boolean ends(String plain) {
        return endsWith(plain, ".!。！");
    }

    /** A colon or an ellipsis promises more than it says; neither ends a claim. */
    private static boolean endsWith(String plain, String marks) {
        int last = plain.length() - 1;
        while (last > 0 && "\"'”’)]»".indexOf(plain.charAt(last)) >= 0) {
            last--;
        }
        boolean ellipsis = plain.charAt(last) == '.' && last > 1 && plain.charAt(last - 1) == '.';
        return marks.indexOf(plain.charAt(last)) >= 0 && !ellipsis;
    }
}
