package topfive.dashboard.feed;

import javax.xml.stream.XMLStreamException;

/** Atom 1.0 (RFC 4287). */
public final class Atom {
    private Atom() {}

    public static String write(Channel channel) {
        return CleanXml.document(xml -> {
            xml.raw().writeStartElement("feed");
            xml.raw().writeDefaultNamespace("http://www.w3.org/2005/Atom");
            xml.raw().writeAttribute("xml:lang", "en");
            feed(xml, channel);
            xml.raw().writeEndElement();
        });
    }

    private static void feed(CleanXml xml, Channel channel) throws XMLStreamException {
        xml.element("id", channel.self());
        xml.element("title", channel.title());
        xml.element("subtitle", channel.description());
        xml.element("updated", channel.updated().toString());
        xml.empty("link", "rel", "self", "type", "application/atom+xml", "href", channel.self() + ".atom");
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", channel.home());
        xml.inside("author", author -> author.element("name", "Topfive"));
        for (var entry : channel.entries()) {
            xml.inside("entry", inner -> entry(inner, entry));
        }
    }

    private static void entry(CleanXml xml, Entry entry) throws XMLStreamException {
        xml.element("id", entry.id());
        xml.element("title", entry.title(), "type", "text");
        xml.element("published", entry.published().toString());
        xml.element("updated", entry.updated().toString());
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.url());
        for (var category : entry.categories()) {
            xml.empty("category", "term", category);
        }
        xml.element("summary", entry.summary(), "type", "text");
        xml.element("content", entry.html(), "type", "html");
    }
}
