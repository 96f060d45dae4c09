package topfive.ingest.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import topfive.contract.Article.Kind;

/**
 * Reads a page in document order as blocks in boxes: the only pass over its elements. What is hidden or stands in a footer is read too and
 * marked, because only the sums over the whole page tell whether it may be left out.
 */
final class BlockWalk implements NodeFilter {
    private static final Set<String> INLINE = Set.of(
            "a",
            "abbr",
            "acronym",
            "amp-img",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "img",
            "ins",
            "kbd",
            "label",
            "mark",
            "nobr",
            "o:p",
            "picture",
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
            "wbr");
    private static final Set<String> NEVER_TEXT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "embed",
            "canvas",
            "video",
            "audio",
            "head",
            "math",
            "select",
            "option",
            "datalist",
            "textarea",
            "input",
            "button",
            "map",
            "rp",
            "rt");
    private static final Pattern NOT_SHOWN =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden", Pattern.CASE_INSENSITIVE);
    private static final int LONG_CELL = 150;
    private static final int NEARLY_ALL = 80;

    private final Names names = new Names();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final RunningText text = new RunningText();
    private final java.util.ArrayDeque<Integer> hintedFrom = new java.util.ArrayDeque<>();
    private Box box;
    private int linkedCharacters;
    private int boldCharacters;
    private int linksInBlock;
    private int hinted;
    private int hintedCharacters;
    private int links;
    private int bolds;
    private int headings;
    private int quotes;
    private int items;
    private int cellFrom;

    private BlockWalk() {}

    static Layout of(Element root) {
        var walk = new BlockWalk();
        NodeTraversor.filter(walk, root);
        return new Layout(walk.blocks, walk.boxes);
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
        if (NEVER_TEXT.contains(name)) {
            if (!INLINE.contains(name) && !name.equals("noscript") && !name.equals("script")) {
                text.append(" ");
            }
            return FilterResult.SKIP_ENTIRELY;
        }
        if (INLINE.contains(name)) {
            return inline(element, name);
        }
        flush();
        open(element);
        count(name, 1);
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (!(node instanceof Element element) || element.normalName().equals("br")) {
            return FilterResult.CONTINUE;
        }
        var name = element.normalName();
        if (INLINE.contains(name)) {
            inlineEnds(element, name);
            return FilterResult.CONTINUE;
        }
        flush();
        count(name, -1);
        box.close(blocks.size());
        box = box.parent;
        return FilterResult.CONTINUE;
    }

    private void open(Element element) {
        int around = Around.bitsOf(element.normalName())
                | (isHidden(element) ? Around.NOT_SHOWN.bit() : 0)
                | (element.attr("itemprop").equalsIgnoreCase("articleBody") ? Around.BODY_PROPERTY.bit() : 0);
        int hints = box == null ? 0 : names.hints(element); // a body is named after the whole page
        box = new Box(box, boxes.size(), element.normalName(), blocks.size(), hints, around, shape(element));
        boxes.add(box);
    }

    /** Elements of one kind have the same shape: the paragraphs of an article, the items of a menu. */
    private int shape(Element element) {
        int own = 31 * element.normalName().hashCode() + element.attr("class").hashCode();
        return box == null ? own : 31 * own + box.tag.hashCode();
    }

    private FilterResult inline(Element element, String name) {
        if (isHidden(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        switch (name) {
            case "a" -> links++;
            case "b", "strong", "i", "em" -> bolds++;
            case "td", "th" -> {
                text.divider();
                cellFrom = text.length();
            }
            default -> {}
        }
        hintedFrom.push(element.attributesSize() > 0 && names.hints(element) != 0 ? text.length() : -1);
        return FilterResult.CONTINUE;
    }

    private void inlineEnds(Element element, String name) {
        switch (name) {
            case "a" -> {
                links--;
                linksInBlock++;
            }
            case "b", "strong", "i", "em" -> bolds--;
            case "td", "th" -> {
                if (text.length() - cellFrom > LONG_CELL) {
                    flush(); // a table that lays out the page, and not one that says something
                }
            }
            default -> {}
        }
        int from = hintedFrom.pop();
        if (from >= 0 && text.length() - from > hintedCharacters) {
            hintedCharacters = text.length() - from;
            hinted = names.hints(element);
        }
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                        && !element.normalName().equals("a")
                || element.hasAttr("style")
                        && NOT_SHOWN.matcher(element.attr("style")).find();
    }

    private void count(String name, int by) {
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> headings += by;
            case "blockquote" -> quotes += by;
            case "li", "dd", "dt", "tr" -> items += by;
            default -> {}
        }
    }

    private void append(String words) {
        int before = text.length();
        text.append(words);
        linkedCharacters += links > 0 ? text.length() - before : 0;
        boldCharacters += bolds > 0 ? text.length() - before : 0;
    }

    /** Two breaks end a paragraph, one is a space. */
    private void lineBreak() {
        if (text.lineBreak()) {
            flush();
        }
    }

    private void flush() {
        int length = text.length();
        if (length > 0) {
            var line = text.take();
            if (!line.isEmpty()) {
                blocks.add(new Block(
                        line,
                        kind(),
                        Math.min(1, linkedCharacters / (double) length),
                        linksInBlock,
                        boldCharacters * 100 >= length * NEARLY_ALL,
                        hintedCharacters * 100 >= length * NEARLY_ALL ? hinted : 0,
                        box,
                        Words.of(line)));
            }
        } else {
            text.take();
        }
        linkedCharacters = 0;
        boldCharacters = 0;
        linksInBlock = 0;
        hinted = 0;
        hintedCharacters = 0;
        cellFrom = 0;
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
