package topfive.ingest.text;

import java.util.regex.Pattern;

/** Text as a reader sees it: without invisible characters, with single spaces. */
public final class Tidy {
    /** Soft hyphen, zero-width, direction marks, byte order mark, control characters. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\p{Cc}&&[^\\t\\n\\r\\u0085]]+");

    private static final Pattern SPACES =
            Pattern.compile("[\\s\\u00A0\\u0085\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+");

    private Tidy() {}

    public static String line(String text) {
        if (text == null || isPlain(text)) {
            return text == null ? "" : text;
        }
        return SPACES.matcher(visible(text)).replaceAll(" ").strip();
    }

    /** Most lines are tidy as they come: then nothing is copied. */
    private static boolean isPlain(String text) {
        char before = ' ';
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c <= ' ' && (c != ' ' || before == ' ') || isOdd(c) || c == '\u00A0') {
                return false;
            }
            before = c;
        }
        return before != ' ' || text.isEmpty();
    }

    /** Whether it may be one of the characters that are looked at more closely. */
    private static boolean isOdd(char c) {
        return c >= '\u007F' && c <= '\u009F' || c == '\u00AD' || c >= '\u1680';
    }

    /** Keeps the line breaks, as "\n". */
    public static String visible(String text) {
        return mayHide(text) ? INVISIBLE.matcher(wellFormed(text)).replaceAll("") : text;
    }

    private static boolean mayHide(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || isOdd(c)) {
                return true;
            }
        }
        return false;
    }

    /** A lone surrogate cannot be written as UTF-8, and would come back from the topic as another text. */
    private static String wellFormed(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isSurrogate(text.charAt(at))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
