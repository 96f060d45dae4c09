package topfive.ingest.article;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import topfive.ingest.text.Tidy;

/** Small texts out of large pages. */
final class Texts {
    private Texts() {}

    /** The first of several answers that says anything. */
    static String first(String... texts) {
        for (var text : texts) {
            if (text != null && !text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    /** The text of an element that holds no more than that; "" where it holds more, without reading it all. */
    static String brief(Element element, int most) {
        var text = new StringBuilder();
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.isBlank() ? " " : words.getWholeText());
                        } else if (node instanceof Element inner
                                && (inner.isBlock() || inner.normalName().equals("br"))) {
                            text.append(' ');
                        }
                        return text.length() > 4 * most ? FilterResult.STOP : FilterResult.CONTINUE;
                    }
                },
                element);
        var line = Tidy.line(text.toString());
        return line.length() <= most ? line : "";
    }
}
