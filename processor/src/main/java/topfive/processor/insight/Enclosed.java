package topfive.processor.insight;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * Which offsets of a text lie inside a quotation or a bracket. Only short ones count: inside a long quotation sentences end as anywhere else,
 * and so they do where the whole block is one quotation. A pair does not reach over an empty line.
 */
final class Enclosed {
    private static final int LONGEST = 320;

    private final String text;
    private final BitSet inside = new BitSet();
    private final int first;
    private final int last;

    private Enclosed(String text) {
        this.text = text;
        this.first = text.length() - text.stripLeading().length();
        this.last = text.stripTrailing().length() - 1;
    }

    static Enclosed in(String text) {
        var enclosed = new Enclosed(text);
        enclosed.pair('(', ')');
        enclosed.pair('[', ']');
        enclosed.pair('“', '”');
        enclosed.quotes('"', '"');
        enclosed.quotes('\'', '\'');
        enclosed.quotes('`', '\'');
        enclosed.quotes('‘', '’');
        return enclosed;
    }

    /** Whether a sentence that ends before this offset would leave a quotation or bracket open. */
    boolean at(int offset) {
        return inside.get(offset);
    }

    /** "… so that we can--" At this: the quotation breaks off, and its end may be the sentence's. */
    boolean closesAfterDash(int i) {
        char c = text.charAt(i);
        return (c == '"' || c == '”')
                && i > 0
                && "-—–".indexOf(text.charAt(i - 1)) >= 0
                && i + 1 < text.length()
                && Character.isWhitespace(text.charAt(i + 1))
                && !inside.get(i + 1);
    }

    private void pair(char opens, char closes) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == opens) {
                open.push(i);
            } else if (c == closes && !open.isEmpty()) {
                enclose(open.pop(), i);
            } else if (emptyLine(i)) {
                open.clear();
            }
        }
    }

    /** Marks that look alike on both sides, or like an apostrophe: what stands beside them tells which they are. */
    private void quotes(char opens, char closes) {
        int open = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open < 0 && c == opens && opensAt(i)) {
                open = i;
            } else if (open >= 0 && c == closes && closesAt(open, i)) {
                enclose(open, i);
                open = -1;
            } else if (emptyLine(i) || open >= 0 && i - open > LONGEST) {
                open = -1;
            }
        }
    }

    private boolean opensAt(int i) {
        return (i == 0 || " \n\t(—[".indexOf(text.charAt(i - 1)) >= 0)
                && i + 1 < text.length()
                && !Character.isWhitespace(text.charAt(i + 1));
    }

    private boolean closesAt(int open, int i) {
        boolean apostrophe = i + 1 < text.length() && Character.isLetterOrDigit(text.charAt(i + 1));
        boolean ends = text.charAt(i) == '"' || ".,?!…".indexOf(text.charAt(i - 1)) >= 0;
        return i > open + 1 && !apostrophe && ends;
    }

    private boolean emptyLine(int i) {
        return text.charAt(i) == '\n' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
    }

    private void enclose(int open, int close) {
        boolean wholeBlock = open <= first && close >= last && close - open > LONGEST / 4;
        if (close - open <= LONGEST && !wholeBlock) {
            inside.set(open + 1, close + 1);
        }
    }
}
