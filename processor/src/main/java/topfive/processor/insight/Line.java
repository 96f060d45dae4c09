package topfive.processor.insight;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A sentence as an editor reads it.
 *
 * @param plain as a reader sees it, without marks
 * @param words lower case, without the filler that it opens with
 * @param tally what its words and phrases tell
 * @param terms the words that carry meaning
 * @param fault why it can never be printed, empty where it can
 * @param opensAt offset in the block from which it is quoted when it comes first: behind the sentence's start where it opens with filler
 * @param closesAt offset in the block up to which it is quoted when it comes last: before the sentence's end where it closes with filler
 * @param lean how much it needs the sentence before
 */
record Line(
        Sentence sentence,
        String plain,
        List<String> words,
        Cues.Tally tally,
        List<String> terms,
        String fault,
        int opensAt,
        int closesAt,
        Lean lean) {
    private static final Set<String> JOINING = Set.of("so", "but", "because", "yet", "and", "and then", "then");

    enum Lean {
        STANDS,
        LIGHTLY,
        FIRMLY
    }

    /** Whether words of the sentence are left out when it comes first; a time in brackets, a dateline and "A:" are none of its words. */
    boolean isTrimmed() {
        int left = opensAt - sentence.start();
        return left != Dateline.length(sentence.text())
                && left != Asked.answerLabel(sentence.text())
                && sentence.text().substring(0, left).chars().anyMatch(Character::isLetter);
    }

    /** Whether nothing but "so" or "and then" is left out: it leads on from the sentence before, with a subject of its own. */
    boolean joins() {
        var left = sentence.text().substring(0, opensAt - sentence.start()).strip();
        return JOINING.contains(left.toLowerCase(Locale.ROOT)) && !words.get(0).endsWith("ed");
    }

    boolean isCutShort() {
        return closesAt < sentence.end();
    }

    boolean isFit() {
        return fault.isEmpty();
    }

    boolean isQuestion() {
        return fault.equals(Faults.QUESTION);
    }

    Line withFault(String why) {
        return new Line(sentence, plain, words, tally, terms, why, opensAt, closesAt, lean);
    }
}
