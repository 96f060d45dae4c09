package topfive.processor.insight;

import java.util.regex.Pattern;

/** Whether the end of a line is the end of a sentence, or only where the line was wrapped. */
final class LineBreak {
    private static final int WRAPPED = 45;
    private static final int REACH = 40;
    private static final Pattern ITEM =
            Pattern.compile("\\s*(?:[-*•⁃●▪◦‣]\\s|\\(?(?:\\d{1,2}|[A-Za-z]|[ivx]{1,4})(?:\\.\\)|\\)|\\.)\\s).*");

    private LineBreak() {}

    static boolean is(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }

    static boolean ends(String text, int start, int at) {
        int next = at + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            boolean pair = next == at + 1 && text.charAt(at) == '\r' && text.charAt(next) == '\n';
            if (is(text.charAt(next)) && !pair) {
                return true; // an empty line
            }
            next++;
        }
        if (next == text.length() || startsItem(text, next)) {
            return true;
        }
        char first = text.charAt(next);
        int line = at - beginning(text, start, at);
        boolean goesOn = Character.isLowerCase(first) || first == '(';
        boolean wrapped = at > 0 && text.charAt(at - 1) == ' ' && goesOn || goesOn && line > WRAPPED / 2;
        return !wrapped && !(line > WRAPPED && !endsWithMark(text, at));
    }

    /** Where the line begins that ends here; what is longer than a wrapped line is long, no matter how long. */
    private static int beginning(String text, int start, int at) {
        int first = at - 1;
        while (first > start && at - first <= WRAPPED && text.charAt(first) != '\n') {
            first--;
        }
        return Integer.max(start, first);
    }

    private static boolean startsItem(String text, int next) {
        return ITEM.matcher(text.substring(next, Integer.min(next + 12, text.length())))
                .matches();
    }

    private static boolean endsWithMark(String text, int at) {
        int last = at - 1;
        while (last > Math.max(0, at - REACH)
                && (Character.isWhitespace(text.charAt(last)) || "\"'”’)".indexOf(text.charAt(last)) >= 0)) {
            last--;
        }
        return last < 0 || Mark.is(text.charAt(last)) || text.charAt(last) == ':';
    }
}
