package topfive.ingest.article;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Reads class, id and role of the elements of one page as {@link Hint}s; every name is read once. */
final class Names {
    private static final int LONG = 300;
    /** After these a word says what the page lacks, or what its article is about: {@code no-sidebar}, {@code tag-cookies}. */
    private static final Set<String> NOT_ITS_NAME =
            Set.of("has", "no", "with", "without", "not", "non", "js", "tag", "category", "topic", "format");

    private final Map<String, Integer> known = new HashMap<>();

    /** @return bits of {@link Hint}, 0 where the names say nothing */
    int hints(Element element) {
        if (element.attributesSize() == 0) {
            return 0;
        }
        var attributes = element.attributes();
        return of(attributes.getIgnoreCase("class"))
                | of(attributes.getIgnoreCase("id"))
                | of(attributes.getIgnoreCase("role"));
    }

    private int of(String name) {
        if (name.isEmpty() || name.length() > LONG) {
            return 0;
        }
        return known.computeIfAbsent(name, Names::read);
    }

    private static int read(String name) {
        int bits = 0;
        var before = "";
        var word = new StringBuilder();
        for (int at = 0; at <= name.length(); at++) {
            char c = at < name.length() ? name.charAt(at) : ' ';
            boolean letter = Character.isLetter(c);
            boolean hump = letter && Character.isUpperCase(c) && at > 0 && Character.isLowerCase(name.charAt(at - 1));
            if ((!letter || hump) && !word.isEmpty()) {
                var found = word.toString();
                if (!NOT_ITS_NAME.contains(before)) {
                    bits |= Hint.bitsOf(found) | (before.isEmpty() ? 0 : Hint.bitsOf(before + found));
                }
                before = found;
                word.setLength(0);
            }
            if (letter) {
                word.append(Character.toLowerCase(c));
            } else if (Character.isWhitespace(c)) {
                before = "";
            }
        }
        return bits;
    }
}
