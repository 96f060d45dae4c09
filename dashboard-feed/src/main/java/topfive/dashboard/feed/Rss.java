package topfive.dashboard.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;

/** RSS 2.0, with the atom:link to itself that validators ask for. */
public final class Rss {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private Rss() {}

    public static String write(Channel channel) {
        return CleanXml.document(xml -> {
            xml.raw().writeStartElement("rss");
            xml.raw().writeAttribute("version", "2.0");
            xml.raw().writeNamespace("atom", ATOM);
            xml.inside("channel", inner -> channel(inner, channel));
            xml.raw().writeEndElement();
        });
    }

    private static void channel(CleanXml xml, Channel channel) throws XMLStreamException {
        xml.element("title", channel.title());
        xml.element("link", channel.home());
        xml.element("description", channel.description());
        xml.element("language", "en");
        xml.element("lastBuildDate", date(channel.updated()));
        xml.empty("atom:link", "href", channel.self() + ".rss", "rel", "self", "type", "application/rss+xml");
        for (var entry : channel.entries()) {
            xml.inside("item", inner -> item(inner, entry));
        }
    }

    private static void item(CleanXml xml, Entry entry) throws XMLStreamException {
        xml.element("title", entry.title());
        xml.element("link", entry.url());
        xml.element("guid", entry.id(), "isPermaLink", "true");
        xml.element("pubDate", date(entry.published()));
        for (var category : entry.categories()) {
            xml.element("category", category);
        }
        xml.element("description", entry.html());
    }

    private static String date(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
