package topfive.ingest.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The elements whose names speak of writers or of days, found in one walk over the page, since a page has very many others. */
final class Marked implements NodeVisitor {
    private static final int MOST = 400;
    private static final List<String> WRITERS = List.of("author", "byline", "vcard", "h-card", "contributor");
    private static final List<String> WRITERS_PAGES = List.of("/author", "/autor", "/auteur", "/profile/");
    private static final List<String> INSIDE = List.of("fn", "name");
    private static final List<String> DAYS = List.of("date", "publish", "posted", "byline", "meta");
    private static final Pattern SIGNED =
            Pattern.compile("^\\W{0,3}(?:written|words|article|text|story) by\\b", Pattern.CASE_INSENSITIVE);

    private final List<Element> writers = new ArrayList<>();
    private final List<Element> days = new ArrayList<>();
    private final List<Element> times = new ArrayList<>();
    private final List<Element> signed = new ArrayList<>();
    private final Deque<Element> open = new ArrayDeque<>();

    private Marked() {}

    static Marked of(Document page) {
        var marked = new Marked();
        NodeTraversor.traverse(marked, page.body());
        return marked;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            var parent = text.parent();
            if (parent != null && signed.size() < MOST && isSigned(text.getWholeText())) {
                signed.add(parent);
            }
        } else if (node instanceof Element element && element.attributesSize() > 0) {
            mark(element);
        }
    }

    private static boolean isSigned(String text) {
        return text.contains(" by") && SIGNED.matcher(text.stripLeading()).find();
    }

    private void mark(Element element) {
        var name = element.normalName();
        var names = names(element);
        boolean linked = name.equals("a");
        boolean writer =
                speaksOf(names, WRITERS) || linked && WRITERS_PAGES.stream().anyMatch(element.attr("href")::contains);
        boolean inside = !open.isEmpty() && (linked || INSIDE.stream().anyMatch(names::contains));
        if (writers.size() < MOST && (writer || inside)) {
            writers.add(element);
        }
        if (writer) {
            open.push(element);
        }
        if (times.size() < MOST && name.equals("time")) {
            times.add(element);
        }
        if (days.size() < MOST && speaksOf(names, DAYS)) {
            days.add(element);
        }
    }

    private static boolean speaksOf(String names, List<String> words) {
        return !names.isEmpty() && words.stream().anyMatch(names::contains);
    }

    private static String names(Element element) {
        var names = new StringBuilder();
        for (var attribute : element.attributes()) {
            switch (attribute.getKey()) {
                case "class", "id", "itemprop", "rel" ->
                    names.append(attribute.getValue()).append(' ');
                default -> {}
            }
        }
        return names.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public void tail(Node node, int depth) {
        if (!open.isEmpty() && open.peek() == node) {
            open.pop();
        }
    }

    /** Elements about writers that match, in document order. */
    List<Element> writers(Evaluator query) {
        return writers.stream().filter(element -> element.is(query)).toList();
    }

    List<Element> days(Evaluator query) {
        return days.stream().filter(element -> element.is(query)).toList();
    }

    List<Element> times() {
        return times;
    }

    /** Elements whose own words begin with "Written by". */
    List<Element> signed() {
        return signed;
    }
}
