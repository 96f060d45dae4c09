package topfive.dashboard.digest;

import java.util.regex.Pattern;

/** Text in lines of at most 72 columns. A word that is longer, such as an address, has a line of its own and is never cut. */
final class Wrapped {
    static final int COLUMNS = 72;
    /** Control characters could move a terminal's cursor; they become spaces as white space does. */
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private Wrapped() {}

    static String line(String text) {
        return SPACE.matcher(text == null ? "" : text).replaceAll(" ").strip();
    }

    /** @param first before the first line; @param rest before the others */
    static String of(String text, String first, String rest) {
        var out = new StringBuilder();
        var line = new StringBuilder(first);
        var begun = false;
        for (var word : line(text).split(" ")) {
            if (begun && line.length() + 1 + word.length() > COLUMNS) {
                out.append(line.toString().stripTrailing()).append('\n');
                line = new StringBuilder(rest);
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
            begun = true;
        }
        return out.append(line.toString().stripTrailing()).append('\n').toString();
    }
}
