package topfive.ingest.feed;

import java.util.ArrayDeque;
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
    /** More items than the longest archives have; the rest of a feed that has more is not read, and it counts as breaking off. */
    static final int MOST = 25_000;

    static FeedXml of(String text, String url) {
        var repaired = RepairedXml.of(text);
        var document = Jsoup.parse(
                Tidy.visible(repaired.text()), url, Parser.xmlParser().settings(ParseSettings.htmlDefault));
        return new FeedXml(document, repaired.isClosed(), !repaired.isClosed() && repaired.endsInItem());
    }

    /**
     * @param base what its links are relative to
     * @param language the nearest stated one, "" where none is
     */
    record Found(Element element, String base, String language) {}

    /** In one walk, since what stands above an item may be as long as the feed. */
    List<Found> items(XmlNames names, Set<String> called, String url) {
        var found = new ArrayList<Found>();
        var bases = new ArrayDeque<>(List.of(url));
        var languages = new ArrayDeque<>(List.of(""));
        document.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof Element element) {
                    bases.push(Tag.base(bases.peek(), element));
                    languages.push(element.attr("xml:lang").isBlank() ? languages.peek() : element.attr("xml:lang"));
                    if (called.contains(names.of(element)) && found.size() < MOST) {
                        found.add(new Found(element, bases.peek(), languages.peek()));
                    }
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element) {
                    bases.pop();
                    languages.pop();
                }
            }
        });
        return found;
    }
}
