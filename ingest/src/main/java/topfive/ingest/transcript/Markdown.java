package topfive.ingest.transcript;

import java.util.regex.Pattern;

/** The marks of Markdown, and what is said between them. Plain text goes through unharmed but for its asterisks. */
final class Markdown {
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]{0,300})]\\([^()\\s]{0,2000}\\)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!>~-])");
    private static final Pattern BOLD = Pattern.compile("\\*\\*|__");
    private static final Pattern ITALIC = Pattern.compile(
            "(?<![\\w*])\\*(?=\\S)|(?<=\\S)\\*(?![\\w*])|(?<!\\w)_(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}.,!?])_(?!\\w)");
    private static final Pattern BLOCK = Pattern.compile("^(?:#{1,6}|>{1,3}|[-*+])\\s+");

    private Markdown() {}

    /** "\\[00:12\\]" as "[00:12]". */
    static String unescaped(String line) {
        return ESCAPE.matcher(line).replaceAll("$1");
    }

    /** Whether a heading, a quotation or an item of a list begins. */
    static boolean isBlock(String line) {
        return BLOCK.matcher(line).find();
    }

    /** Without marks, addresses of links, and sounds. */
    static String said(String line) {
        var words = LINK.matcher(line).replaceAll("$1");
        words = ITALIC.matcher(BOLD.matcher(words).replaceAll("")).replaceAll("");
        return Sounds.removed(BLOCK.matcher(words).replaceFirst(""));
    }
}
