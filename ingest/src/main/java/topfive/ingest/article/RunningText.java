package topfive.ingest.article;

import topfive.ingest.text.Tidy;

/** The text of the block that is being read, with single spaces from the start: a page is copied once, not once per rule. */
final class RunningText {
    private final StringBuilder text = new StringBuilder();
    private boolean strange;
    private boolean space;
    private boolean broken;

    int length() {
        return text.length();
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    void append(String words) {
        for (int at = 0; at < words.length(); at++) {
            char c = words.charAt(at);
            if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\u00A0' || c == '\f') {
                space = true;
                continue;
            }
            strange |= c < ' '
                    || c >= '\u007F' && c <= '\u009F'
                    || c == '\u00AD'
                    || c >= '\u2000' && (c <= '\u206F' || c == '\u3000' || c >= '\uD800');
            if (space && !text.isEmpty()) {
                text.append(' ');
            }
            space = false;
            broken = false;
            text.append(c);
        }
    }

    /** @return whether this is the second break after the last word */
    boolean lineBreak() {
        boolean second = broken;
        broken = true;
        space = true;
        return second;
    }

    /** Between the cells of a row. */
    void divider() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '|') {
            text.append(" |");
            space = true;
        }
    }

    /** What was read, and begins again. */
    String take() {
        var line = strange ? Tidy.line(text.toString()) : text.toString();
        text.setLength(0);
        strange = false;
        space = false;
        broken = false;
        return line.endsWith(" |") ? line.substring(0, line.length() - 2) : line.equals("|") ? "" : line;
    }
}
