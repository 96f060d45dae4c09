package topfive.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import topfive.ingest.text.Tidy;

/**
 * The elements of a feed. No entity of a document type is ever expanded and nothing outside is loaded: the document type is cut off before
 * reading.
 *
 * @param whole the outermost element was closed
 * @param cutInItem it ends inside its last item
 */
record FeedXml(Document document, boolean whole, boolean cutInItem) {

    static FeedXml of(String text, String url) {
        var repaired = RepairedXml.of(text);
        var document = Jsoup.parse(
                Tidy.visible(repaired.text()), url, Parser.xmlParser().settings(ParseSettings.htmlDefault));
        return new FeedXml(document, repaired.isClosed(), !repaired.isClosed() && repaired.endsInItem());
    }

    /** @param nested it stands inside another item, which was not closed */
    record Found(Element element, boolean nested) {}

    List<Found> items(XmlNames names, Set<String> called) {
        var found = new ArrayList<Found>();
        document.traverse(new NodeVisitor() {
            private int open;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element && called.contains(names.of(element))) {
                    found.add(new Found(element, open++ > 0));
                }
            }

            @Override
            public void tail(Node node, int depth) {
                open -= node instanceof Element element && called.contains(names.of(element)) ? 1 : 0;
            }
        });
        return found;
    }
}
