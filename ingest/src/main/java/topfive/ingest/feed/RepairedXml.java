package topfive.ingest.feed;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * XML as feeds have it, made readable in one pass: prolog, comments and document types are dropped, CDATA becomes escaped text even where
 * it was not closed, an ampersand or angle bracket that is no markup is escaped, and an item ends where the next begins. On the way it sees whether the end is there.
 */
final class RepairedXml {
    private static final String CDATA = "<![CDATA[";
    private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf", "channel", "newsfeed");
    private static final Set<String> ITEMS = Set.of("item", "entry");

    /** What numbers 128 to 159 mean to those who write them: windows-1252. */
    private static final String WINDOWS =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private final String from;
    private final StringBuilder to;
    private final Map<String, Integer> ahead = new HashMap<>();
    private int at;
    private String opened = "";
    private String root = "";
    private String item = "";
    private boolean closed;

    private RepairedXml(String from) {
        this.from = from;
        this.to = new StringBuilder(from.length() + 256);
    }

    static RepairedXml of(String text) {
        var repaired = new RepairedXml(text);
        while (repaired.at < text.length()) {
            repaired.step();
        }
        return repaired;
    }

    String text() {
        return to.toString();
    }

    boolean isClosed() {
        return closed;
    }

    boolean endsInItem() {
        return !item.isEmpty();
    }

    private void step() {
        char c = from.charAt(at);
        if (c == '<') {
            markup();
        } else if (from.startsWith("]]>", at)) {
            at += 3;
        } else {
            character(c);
            at++;
        }
    }

    private void markup() {
        if (from.startsWith(CDATA, at)) {
            characters();
        } else if (from.startsWith("<!--", at)) {
            skipTo("-->");
        } else if (from.startsWith("<?", at)) {
            skipTo("?>");
        } else if (root.isEmpty() && from.regionMatches(true, at, "<!doctype", 0, 9)) {
            documentType();
        } else if (startsName(at + 1) || from.startsWith("/", at + 1) && startsName(at + 2)) {
            tag();
        } else {
            to.append("&lt;");
            at++;
        }
    }

    /** Without its end it is left out alone, and what follows is kept. */
    private void skipTo(String end) {
        int found = next(end, at);
        if (found == from.length() && end.equals("?>")) {
            found = next(">", at);
        }
        at = found == from.length() ? at + 2 : found + end.length();
    }

    /** Where this stands next, or the end of it all. Looked for once: a thousand openings without an end are one search. */
    private int next(String word, int start) {
        int known = ahead.getOrDefault(word, -1);
        if (known < start) {
            int found = from.indexOf(word, start);
            known = found < 0 ? from.length() : found;
            ahead.put(word, known);
        }
        return known;
    }

    /** Up to the bracket that ends it; quoted text and the internal subset may hold brackets of their own. */
    private void documentType() {
        int start = at;
        boolean inside = false;
        for (at += 9; at < from.length(); at++) {
            char c = from.charAt(at);
            if (c == '"' || c == '\'') {
                int end = from.indexOf(c, at + 1);
                at = end < 0 ? at : end;
            } else if (from.startsWith("<!--", at)) {
                at = Math.min(next("-->", at), from.length() - 1);
            } else if (c == '[' || c == ']') {
                inside = c == '[';
            } else if (c == '>' && !inside) {
                at++;
                return;
            }
        }
        at = Math.min(next(">", start) + 1, from.length()); // it does not end: then its first bracket ends it
    }

    /** Character data ends at its mark; or, where that belongs to a later one, at the end of the element that it began in. */
    private void characters() {
        int start = at + CDATA.length();
        int end = next("]]>", start);
        int again = next(CDATA, start);
        if (end == from.length() || again < end) {
            int element = from.substring(start, again).indexOf("</" + opened);
            end = element < 0 ? again : start + element;
        }
        for (at = start; at < end; at++) {
            escaped(from.charAt(at));
        }
        at += from.startsWith("]]>", end) ? 3 : 0;
    }

    private void tag() {
        boolean end = from.charAt(at + 1) == '/';
        int nameStart = at + (end ? 2 : 1);
        int nameEnd = nameStart;
        while (nameEnd < from.length() && isName(from.charAt(nameEnd))) {
            nameEnd++;
        }
        var name = from.substring(nameStart, nameEnd);
        int close = endOfTag(nameEnd);
        noted(name, end, close > 0 && from.charAt(close - 1) == '/');
        to.append('<');
        for (at++; at < close; at++) {
            character(from.charAt(at));
        }
        to.append('>');
        at += close < from.length() && from.charAt(close) == '>' ? 1 : 0;
    }

    /** A quote that is not closed before the next tag is none. */
    private int endOfTag(int start) {
        char quote = 0;
        int plain = -1;
        for (int here = start; here < from.length(); here++) {
            char c = from.charAt(here);
            plain = c == '>' && plain < 0 ? here : plain;
            if (c == '<') {
                return plain < 0 ? here : plain;
            }
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return here;
            } else if (c == '"' || c == '\'') {
                quote = c;
            }
        }
        return plain < 0 ? from.length() : plain;
    }

    private void noted(String name, boolean end, boolean empty) {
        var local = name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        if (!end) {
            opened = name;
            root = root.isEmpty() && ROOTS.contains(local) ? local : root;
        }
        if (ITEMS.contains(local)) {
            if (!end && !item.isEmpty()) { // items do not stand in items: the one before was not closed
                to.append("</").append(item).append('>');
            }
            item = end || empty ? "" : name;
        }
        boolean last = local.equals(root) || root.equals("rss") && local.equals("channel");
        closed = last && (end || empty) || closed && !ITEMS.contains(local);
    }

    private void character(char c) {
        if (c == '&' && !isEntity()) {
            to.append("&amp;");
        } else if (c == '&' && (from.startsWith("&lang;", at) || from.startsWith("&rang;", at))) {
            // XML feeds take their names from HTML 4 (the document type of RSS 0.91), HTML 5 has moved these two
            to.append(from.charAt(at + 1) == 'l' ? "&#9001;" : "&#9002;");
            at += 5;
        } else {
            to.append(c >= 0x80 && c < 0xA0 ? WINDOWS.charAt(c - 0x80) : c);
        }
    }

    private void escaped(char c) {
        switch (c) {
            case '&' -> to.append("&amp;");
            case '<' -> to.append("&lt;");
            case '>' -> to.append("&gt;");
            default -> to.append(c >= 0x80 && c < 0xA0 ? WINDOWS.charAt(c - 0x80) : c);
        }
    }

    /** {@code &name;} or {@code &#number;}: with the semicolon that XML asks for, else {@code ?a=1&copy=2} would change. */
    private boolean isEntity() {
        for (int end = at + 1; end < Math.min(from.length(), at + 34); end++) {
            char c = from.charAt(end);
            if (c == ';') {
                return end > at + 1;
            }
            boolean number = c == '#' && end == at + 1;
            if (!number && !(c < 0x80 && Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return false;
    }

    private boolean startsName(int here) {
        return here < from.length() && (Character.isLetter(from.charAt(here)) || from.charAt(here) == '_');
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == ':' || c == '_' || c == '-' || c == '.';
    }
}
