package topfive.processor.insight;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a sentence speaks: of how something is and works, or of what happened once. A claim worth knowing tomorrow mostly does the first, a report
 * of the day the second.
 *
 * @param now words that tell what is so: "is", "has", "can"
 * @param then words that tell what happened: "was", "went", "opened"
 * @param anybody words that make a rule of it: "a", "every", "nobody"
 * @param days weekdays, dates, hours and match scores, which only news and notices need
 */
record Lasting(int now, int then, int anybody, int days) {
    private static final Set<String> NOW = Set.of(
            "is", "are", "has", "have", "does", "do", "can", "cannot", "will", "would", "isn't", "aren't", "hasn't",
            "haven't", "doesn't", "don't", "can't", "won't");
    private static final Set<String> HELPS =
            Set.of("is", "are", "be", "been", "being", "has", "have", "having", "can", "by");
    private static final Set<String> THEN = Set.of(
            "was", "were", "had", "did", "didn't", "wasn't", "weren't", "went", "came", "said", "told", "rose", "fell",
            "grew", "found", "made", "took", "gave", "began", "became", "left", "lost", "won", "saw", "got", "sent",
            "met", "held", "stood", "kept", "ran", "paid", "rang", "knew", "thought", "brought", "bought", "sold",
            "built", "laughed", "wrote", "spoke", "ate", "beat");
    private static final Set<String> ANYBODY = Set.of(
            "a", "an", "every", "each", "any", "anyone", "everyone", "whoever", "whatever", "nobody", "no", "none");
    private static final Set<String> AFTER_VERB = Set.of(
            "a",
            "an",
            "the",
            "its",
            "their",
            "his",
            "her",
            "it",
            "them",
            "more",
            "less",
            "fewer",
            "no",
            "not",
            "nothing",
            "nobody",
            "each",
            "every",
            "that",
            "what",
            "whether",
            "how",
            "up",
            "out",
            "off",
            "down",
            "into",
            "itself",
            "themselves",
            "everybody",
            "everyone",
            "only",
            "two",
            "three",
            "half",
            "about",
            "twice",
            "because",
            "faster",
            "better");
    private static final Pattern DAY = Pattern.compile(
            "\\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\\b|\\b\\d{1,2}(?:st|nd|rd|th)? (?:January|February|March|April|May|June|July|August|September"
                    + "|October|November|December)\\b|\\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
                    + " \\d{1,2}\\b(?!\\d)|\\b(?:[Yy]esterday|[Ll]ast (?:week|night)|(?:this|that|first|next|Monday|the) morning)\\b|\\b\\d{1,2}[.:]\\d\\d each\\b"
                    + "|(?<![\\d-])\\d{1,2}-\\d{1,2}(?![\\d-])");

    static Lasting of(String plain, List<String> words) {
        int now = 0;
        int then = 0;
        for (int i = 0; i < words.size(); i++) {
            now += NOW.contains(words.get(i)) || isPresent(words, i) ? 1 : 0;
            then += THEN.contains(words.get(i)) || isPast(words, i) ? 1 : 0;
        }
        return new Lasting(now, then, count(words, ANYBODY), (int)
                DAY.matcher(plain).results().count());
    }

    Lasting and(Lasting other) {
        return new Lasting(now + other.now, then + other.then, anybody + other.anybody, days + other.days);
    }

    /** "pays the", "earns more": a verb, since no name of many things goes before these. */
    private static boolean isPresent(List<String> words, int i) {
        var word = words.get(i);
        return word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && i > 0
                && i + 1 < words.size()
                && (AFTER_VERB.contains(words.get(i + 1))
                        || Character.isDigit(words.get(i + 1).charAt(0)));
    }

    /** "opened", but neither "is opened" nor "has quickly opened". */
    private static boolean isPast(List<String> words, int i) {
        var word = words.get(i);
        return word.length() > 4
                && word.endsWith("ed")
                && words.subList(Math.max(0, i - 2), i).stream().noneMatch(HELPS::contains);
    }

    private static int count(List<String> words, Set<String> which) {
        return (int) words.stream().filter(which::contains).count();
    }
}
