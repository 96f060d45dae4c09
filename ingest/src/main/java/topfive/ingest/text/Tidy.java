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
        return text == null ? "" : SPACES.matcher(visible(text)).replaceAll(" ").strip();
    }

    /** Keeps the line breaks, as "\n". */
    public static String visible(String text) {
        return INVISIBLE.matcher(wellFormed(text)).replaceAll("");
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
