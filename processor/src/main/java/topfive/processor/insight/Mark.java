package topfive.processor.insight;

/**
 * What may end a sentence: a run of marks with the quotes, brackets and footnote numbers that close behind it.
 *
 * @param dots how many dots in the run; an ellipsis character counts as three
 * @param spaced whether the run began apart from the word before it
 * @param firm whether a question or exclamation mark is in it
 */
record Mark(int start, int end, int dots, boolean spaced, boolean firm) {
    private static final String MARKS = ".?!…。？！";
    private static final String CLOSERS = "\"'”’)]}»*_";
    private static final int LONGEST_NOTE = 8;

    static boolean is(char c) {
        return MARKS.indexOf(c) >= 0;
    }

    static Mark at(String text, int start) {
        boolean spaced = start > 0 && Character.isWhitespace(text.charAt(start - 1));
        int dots = 0;
        boolean firm = false;
        int end = start;
        while (end < text.length() && (is(text.charAt(end)) || spacedDot(text, end) || closes(text, start, end))) {
            if (!spaced && dots == 1 && fourSpacedDots(text, start)) {
                break;
            }
            char c = text.charAt(end);
            dots += c == '.' ? 1 : c == '…' ? 3 : 0;
            firm |= is(c) && c != '.' && c != '…';
            end++;
        }
        return new Mark(start, afterNotes(text, start, end), dots, spaced, firm);
    }

    boolean isSingleDot() {
        return dots == 1 && !firm;
    }

    boolean isEllipsis() {
        return dots == 3 && !firm;
    }

    /** " . . . " in mid-sentence; a fourth dot would end it. */
    boolean isPause() {
        return isEllipsis() && spaced;
    }

    /** "[...]", which stands for words left out. */
    boolean isOmission(String text) {
        return dots >= 3 && start > 0 && "[(".indexOf(text.charAt(start - 1)) >= 0;
    }

    /** "the end.The next", which is neither an address nor a number. */
    boolean lacksItsSpace(String text) {
        return end == start + 1
                && start >= 2
                && Character.isLowerCase(text.charAt(start - 1))
                && Character.isLowerCase(text.charAt(start - 2))
                && end + 1 < text.length()
                && Character.isUpperCase(text.charAt(end))
                && Character.isLowerCase(text.charAt(end + 1))
                && Words.around(text, start).chars().noneMatch(c -> "/@:".indexOf(c) >= 0)
                && Words.around(text, start).chars().filter(c -> c == '.').count() == 1;
    }

    private static boolean closes(String text, int start, int at) {
        return at > start && CLOSERS.indexOf(text.charAt(at)) >= 0;
    }

    private static boolean spacedDot(String text, int at) {
        return text.charAt(at) == ' '
                && at + 1 < text.length()
                && text.charAt(at + 1) == '.'
                && (at + 2 == text.length() || " .\"'”’)]".indexOf(text.charAt(at + 2)) >= 0);
    }

    /** "word. . . . The": the first dot ends the sentence, the other three are a cut. */
    private static boolean fourSpacedDots(String text, int start) {
        return text.startsWith(". . . .", start) && !isBlank(text, start + 7);
    }

    private static boolean isBlank(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }

    /** "(1987).1 According", "at large.[7][8] This". */
    private static int afterNotes(String text, int start, int end) {
        int at = end;
        if (start > 0 && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == ')')) {
            while (at < text.length() && at - end < LONGEST_NOTE && numberOrSpace(text, at)) {
                at++;
            }
        }
        while (at < text.length() && text.charAt(at) == '[') {
            int length = text.substring(at, Math.min(text.length(), at + LONGEST_NOTE + 1))
                    .indexOf(']');
            if (length < 0) {
                break;
            }
            at += length + 1;
        }
        boolean stands = at == text.length() || Character.isWhitespace(text.charAt(at));
        return stands ? at : end;
    }

    private static boolean numberOrSpace(String text, int at) {
        char c = text.charAt(at);
        boolean between = c == ' '
                && Character.isDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
        return Character.isDigit(c) || between;
    }
}
