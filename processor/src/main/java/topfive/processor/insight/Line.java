package topfive.processor.insight;

import java.util.List;

/**
 * A sentence as an editor reads it.
 *
 * @param plain as a reader sees it, without marks
 * @param words lower case, without the filler that it opens with
 * @param tally what its words and phrases tell
 * @param terms the words that carry meaning
 * @param fault why it can never be printed, empty where it can
 * @param opensAt offset in the block from which it is quoted when it comes first: behind the sentence's start where it opens with filler
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
        Lean lean) {
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

    boolean isFit() {
        return fault.isEmpty();
    }

    boolean isQuestion() {
        return fault.equals(Faults.QUESTION);
    }

    Line withFault(String why) {
        return new Line(sentence, plain, words, tally, terms, why, opensAt, lean);
    }
}
