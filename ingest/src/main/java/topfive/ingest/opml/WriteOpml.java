package topfive.ingest.opml;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** OPML 2.0: dates as RFC 822 has them with a year of four digits, what is our own in a namespace of its own. */
final class WriteOpml {
    private static final String NAMESPACE = "urn:topfive:opml:1";

    private WriteOpml() {}

    static String of(Opml list, Instant created) {
        var out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<opml version=\"2.0\" xmlns:topfive=\"").append(NAMESPACE).append("\">\n  <head>\n    <title>");
        out.append(escaped(list.title()))
                .append("</title>\n    <dateCreated>")
                .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(created.atZone(ZoneOffset.UTC)))
                .append("</dateCreated>\n  </head>\n  <body>\n");
        list.outlines().forEach(outline -> line(outline, out));
        return out.append("  </body>\n</opml>\n").toString();
    }

    private static void line(Outline outline, StringBuilder out) {
        boolean feed = outline.own().kind().isEmpty() || outline.own().kind().equals("feed");
        out.append("    <outline");
        attribute("type", feed ? "rss" : "link", out);
        attribute("text", outline.title().isEmpty() ? outline.url() : outline.title(), out);
        attribute("title", outline.title(), out);
        attribute(feed ? "xmlUrl" : "url", outline.url(), out);
        attribute("htmlUrl", feed ? outline.page() : "", out);
        attribute("language", outline.language(), out);
        attribute(
                "category",
                outline.categories().stream()
                        .map(label -> label.replace(',', ' '))
                        .collect(java.util.stream.Collectors.joining(",")),
                out);
        attribute("topfive:id", outline.own().id(), out);
        attribute("topfive:kind", outline.own().kind(), out);
        attribute("topfive:every", outline.own().every(), out);
        attribute("topfive:owner", outline.own().owner(), out);
        attribute("topfive:muted", outline.own().muted() ? "true" : "", out);
        out.append("/>\n");
    }

    private static void attribute(String name, String value, StringBuilder out) {
        if (!value.isEmpty()) {
            out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        }
    }

    /** What XML 1.0 cannot hold at all is left out. */
    private static String escaped(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .filter(c ->
                        c == '\t' || c == '\n' || c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF))
                .forEach(c -> {
                    switch (c) {
                        case '&' -> out.append("&amp;");
                        case '<' -> out.append("&lt;");
                        case '>' -> out.append("&gt;");
                        case '"' -> out.append("&quot;");
                        case '\t', '\n' -> out.append(' ');
                        default -> out.appendCodePoint(c);
                    }
                });
        return out.toString();
    }
}
