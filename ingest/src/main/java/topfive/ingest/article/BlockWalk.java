package topfive.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import topfive.contract.Article.Kind;
import topfive.ingest.text.Tidy;

/** Reads an element in document order as blocks. Walks without recursion, because pages nest as deep as they like. */
final class BlockWalk implements NodeFilter {
    private static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "ins",
            "kbd",
            "label",
            "mark",
            "nobr",
            "o:p",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
            "st1:place",
            "strike",
            "strong",
            "sub",
            "sup",
            "td",
            "th",
            "time",
            "tt",
            "u",
            "var",
            "wbr",
            "picture",
            "img",
            "amp-img",
            "data");

    private static final int ENOUGH_FOR_AN_ARTICLE = 400;

    private final Predicate<Element> skip;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int linkedCharacters;
    private int links;
    private int headings;
    private int quotes;
    private int items;
    private int read;
    private int mainHeadings;

    private BlockWalk(Predicate<Element> skip) {
        this.skip = skip;
    }

    static List<Block> of(Element root, Predicate<Element> skip) {
        var walk = new BlockWalk(skip);
        NodeTraversor.filter(walk, root);
        walk.flush();
        return walk.blocks;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText());
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        var name = element.normalName();
        if (name.equals("br")) {
            lineBreak();
            return FilterResult.CONTINUE;
        }
        if (depth > 0 && skip.test(element)) {
            if (!INLINE.contains(name)) {
                flush();
            }
            return FilterResult.SKIP_ENTIRELY;
        }
        if (name.equals("h1")
                && ++mainHeadings > 1
                && read > ENOUGH_FOR_AN_ARTICLE
                && element.parents().select("section").isEmpty()) {
            return FilterResult.STOP; // an endless page: here the next article begins
        }
        if (name.equals("td") || name.equals("th")) {
            cell();
        } else if (!INLINE.contains(name)) {
            flush();
        }
        count(name, 1);
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !element.normalName().equals("br")) {
            if (!INLINE.contains(element.normalName())) {
                flush();
            }
            count(element.normalName(), -1);
        }
        return FilterResult.CONTINUE;
    }

    private void count(String name, int by) {
        switch (name) {
            case "a" -> links += by;
            case "h1", "h2", "h3", "h4", "h5", "h6" -> headings += by;
            case "blockquote" -> quotes += by;
            case "li", "dd", "dt", "tr" -> items += by;
            default -> {}
        }
    }

    private void append(String words) {
        text.append(words);
        if (links > 0) {
            linkedCharacters += words.strip().length();
        }
    }

    /** Two breaks end a paragraph, one is a space. */
    private void lineBreak() {
        if (text.indexOf("\u2028") >= 0
                && text.substring(text.lastIndexOf("\u2028") + 1).isBlank()) {
            flush();
            return;
        }
        text.append('\u2028');
    }

    private void cell() {
        if (!text.toString().isBlank()) {
            text.append(" | ");
        }
    }

    private void flush() {
        var line = Tidy.line(text.toString());
        if (!line.isEmpty() && !line.equals("|")) {
            blocks.add(new Block(line, kind(), Math.min(1, linkedCharacters / (double) line.length())));
            read += line.length();
        }
        text.setLength(0);
        linkedCharacters = 0;
    }

    private Kind kind() {
        if (headings > 0) {
            return Kind.HEADING;
        }
        if (quotes > 0) {
            return Kind.QUOTE;
        }
        return items > 0 ? Kind.ITEM : Kind.TEXT;
    }
}
