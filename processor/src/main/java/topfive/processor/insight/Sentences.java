package topfive.processor.insight;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits English text into sentences, in one pass, keeping where each stands. Own rules rather than the platform's: those change with the
 * platform's version, and insight ids hang on the offsets.
 *
 * <p>A sentence ends at a mark (. ? ! …) with what closes behind it, followed by something that can begin a sentence. It does not end inside
 * a short quotation or bracket, behind an abbreviation that wants its next word, or where a line was wrapped in mid-sentence. Items of a list
 * are sentences of their own.
 */
public final class Sentences {
    private final String text;
    private final Enclosed enclosed;
    private final ListMarkers items;
    private final boolean lowerCased;

    private Sentences(String text) {
        this.text = text;
        this.enclosed = Enclosed.in(text);
        this.items = ListMarkers.in(text);
        this.lowerCased = text.chars().noneMatch(Character::isUpperCase);
    }

    public static List<Sentence> of(String text) {
        return new Sentences(text).split();
    }

    private List<Sentence> split() {
        var sentences = new ArrayList<Sentence>();
        int start = 0;
        boolean hasWord = false;
        int i = 0;
        while (i < text.length()) {
            if (items.beginsAt(i)) {
                add(sentences, start, i);
                start = i;
            }
            hasWord |= Character.isLetterOrDigit(text.charAt(i));
            var mark = hasWord && Mark.is(text.charAt(i)) ? Mark.at(text, i) : null;
            int next = mark == null ? i + 1 : mark.end();
            if (mark == null ? endsAt(start, i) : ends(start, mark)) {
                add(sentences, start, next);
                start = next;
                hasWord = false;
            }
            i = next;
        }
        add(sentences, start, text.length());
        return List.copyOf(sentences);
    }

    /** Whether a sentence ends with this character though it is no mark: a line's end, or a quotation that breaks off. */
    private boolean endsAt(int start, int i) {
        if (LineBreak.is(text.charAt(i))) {
            return LineBreak.ends(text, start, i);
        }
        return enclosed.closesAfterDash(i) && opensSentence(i + 1);
    }

    private boolean ends(int start, Mark mark) {
        if (enclosed.at(mark.end()) || mark.isOmission(text)) {
            return false;
        }
        if (mark.end() == text.length()) {
            return true;
        }
        if (!Character.isWhitespace(text.charAt(mark.end()))) {
            return mark.lacksItsSpace(text);
        }
        if (!opensSentence(mark.end())
                || mark.isPause()
                || mark.isEllipsis() && Words.at(text, mark.end()).startsWith("I")) {
            return false;
        }
        return !mark.isSingleDot() || !Abbreviations.continues(text, start, mark.start());
    }

    /** Whether the next word from here can be the first of a sentence; so can the end of the text. */
    private boolean opensSentence(int from) {
        var next = Words.at(text, from);
        return next.isEmpty() || lowerCased || !Character.isLowerCase(next.charAt(0)) || Words.isBrand(next);
    }

    private void add(List<Sentence> sentences, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            sentences.add(Sentence.of(text, start, end));
        }
    }
}
