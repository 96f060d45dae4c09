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
        for (int i = 0; i < text.length(); i++) {
            if (items.beginsAt(i)) {
                add(sentences, start, i);
                start = i;
            }
            int end = endAt(start, i);
            if (end > i) {
                add(sentences, start, end);
                start = end;
                i = end - 1;
            }
        }
        add(sentences, start, text.length());
        return List.copyOf(sentences);
    }

    /** @return the end of the sentence that began at start, if the character at i ends it; else 0 */
    private int endAt(int start, int i) {
        char c = text.charAt(i);
        if (LineBreak.is(c)) {
            return LineBreak.ends(text, start, i) ? i + 1 : 0;
        }
        if (enclosed.closesAfterDash(i)) {
            return opensSentence(i + 1) ? i + 1 : 0;
        }
        return Mark.is(c) && Words.anyIn(text, start, i) ? afterMark(start, i) : 0;
    }

    private int afterMark(int start, int i) {
        var mark = Mark.at(text, i);
        if (enclosed.at(mark.end()) || mark.isOmission(text)) {
            return 0;
        }
        if (mark.end() == text.length()) {
            return mark.end();
        }
        if (!Character.isWhitespace(text.charAt(mark.end()))) {
            return mark.lacksItsSpace(text) ? mark.end() : 0;
        }
        if (!opensSentence(mark.end())
                || mark.isPause()
                || mark.isEllipsis() && Words.at(text, mark.end()).startsWith("I")) {
            return 0;
        }
        return mark.isSingleDot() && Abbreviations.continues(text, start, i) ? 0 : mark.end();
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
