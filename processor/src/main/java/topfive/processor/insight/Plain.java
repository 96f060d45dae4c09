package topfive.processor.insight;

import java.util.regex.Pattern;

/** Text as a reader should see it: the same words, without Markdown marks and backslash escapes, white space collapsed. */
final class Plain {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?=\\p{Punct})");
    private static final Pattern EMPHASIS = Pattern.compile("\\*+(?=\\S)|(?<=\\S)\\*+");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private Plain() {}

    static String text(String block) {
        var unescaped = block.indexOf('\\') < 0 ? block : ESCAPE.matcher(block).replaceAll("");
        var bare = unescaped.indexOf('*') < 0
                ? unescaped
                : EMPHASIS.matcher(unescaped).replaceAll("");
        return WHITE_SPACE.matcher(bare).replaceAll(" ").strip();
    }
}
