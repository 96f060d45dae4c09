package topfive.dashboard.feed;

import java.io.StringWriter;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML writer for text from anywhere: characters that XML cannot hold are left out, half surrogates too. */
final class CleanXml {
    private final Writer target = new StringWriter();
    private final XMLStreamWriter out;

    /** Writing that goes wrong only by our own fault. */
    interface Body {
        void write(CleanXml xml) throws XMLStreamException;
    }

    private CleanXml() throws XMLStreamException {
        out = XMLOutputFactory.newFactory().createXMLStreamWriter(target);
    }

    static String document(Body body) {
        try {
            var xml = new CleanXml();
            xml.out.writeStartDocument("UTF-8", "1.0");
            body.write(xml);
            xml.out.writeEndDocument();
            xml.out.close();
            return xml.target.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write a feed in memory", e);
        }
    }

    XMLStreamWriter raw() {
        return out;
    }

    void element(String name, String text, String... attributes) throws XMLStreamException {
        out.writeStartElement(name);
        attributes(attributes);
        out.writeCharacters(clean(text));
        out.writeEndElement();
    }

    void empty(String name, String... attributes) throws XMLStreamException {
        out.writeEmptyElement(name);
        attributes(attributes);
    }

    void inside(String name, Body body) throws XMLStreamException {
        out.writeStartElement(name);
        body.write(this);
        out.writeEndElement();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (var i = 0; i < attributes.length; i += 2) {
            out.writeAttribute(attributes[i], clean(attributes[i + 1]));
        }
    }

    static String clean(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(CleanXml::allowed).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean allowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }
}
