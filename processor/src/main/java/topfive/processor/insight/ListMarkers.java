package topfive.processor.insight;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Where the items of a list begin inside a text: at a bullet, and at numbers or letters that count up ("1. … 2. …", "a) … b) …"). A lone
 * number or letter is no list.
 */
final class ListMarkers {
    private static final Pattern MARKER =
            Pattern.compile("(?<!\\S)(?:([•⁃●▪◦‣∙])\\s?)?(?:\\(?(\\d{1,2}|[A-Za-z])(\\.\\)|\\)|\\.)(?=\\s+(\\S)))?");

    private final BitSet begins = new BitSet();

    private ListMarkers() {}

    static ListMarkers in(String text) {
        var markers = new ListMarkers();
        Map<String, int[]> lastOfKind = new HashMap<>();
        var found = MARKER.matcher(text);
        while (found.find()) {
            if (found.group(1) != null) {
                markers.begins.set(found.start());
            } else if (found.group(2) != null && counts(found.group(2), found.group(3), found.group(4))) {
                markers.count(lastOfKind, found.group(2), found.group(3), found.start());
            }
        }
        return markers;
    }

    boolean beginsAt(int i) {
        return begins.get(i);
    }

    private void count(Map<String, int[]> lastOfKind, String value, String mark, int at) {
        boolean digits = Character.isDigit(value.charAt(0));
        int number = digits ? Integer.parseInt(value) : value.charAt(0);
        var last = lastOfKind.put((digits ? "1" : "a") + mark, new int[] {number, at});
        if (last != null && last[0] + 1 == number) {
            begins.set(last[1]);
            begins.set(at);
        }
    }

    /** "for 2. above" is no item, nor is the initial in "A. Smith". */
    private static boolean counts(String value, String mark, String next) {
        if (!mark.equals(".")) {
            return true;
        }
        char c = value.charAt(0);
        return Character.isDigit(c) ? !Character.isLowerCase(next.charAt(0)) : Character.isLowerCase(c);
    }
}
