package topfive.ingest.opml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import topfive.ingest.text.Links;
import topfive.ingest.text.Tidy;
import topfive.ingest.text.Unreadable;

/** Walks the outlines in the order of the file, without recursion; an outline without an address is a folder. */
final class ReadOpml implements NodeVisitor {
    private static final Pattern START =
            Pattern.compile("<(?:[\\w.-]{1,40}:)?(?:opml|outline)[\\s/>]", Pattern.CASE_INSENSITIVE);

    /** Podcast programs and old browsers name feeds so. */
    private static final Pattern OTHER_SCHEME =
            Pattern.compile("^(?:feed|pcast|podcast|itpc|rss)://", Pattern.CASE_INSENSITIVE);

    private static final Pattern BEFORE_SCHEME =
            Pattern.compile("^(?:feed|pcast|rss):(?=https?:)", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 2_000;

    /** Deeper folders are read, but not named. */
    private static final int DEPTH = 8;

    private final Deque<String> folders = new ArrayDeque<>();
    private final Map<String, Outline> found = new LinkedHashMap<>();
    private final List<String> refused = new ArrayList<>();
    private String title = "";

    private ReadOpml() {}

    static Opml of(String text) throws Unreadable {
        if (!START.matcher(text).find()) {
            throw new Unreadable(
                    "not-opml", "no <opml> in it; expected a list of subscriptions as feed readers export it");
        }
        var read = new ReadOpml();
        var document = Jsoup.parse(Tidy.visible(text), "", Parser.xmlParser().settings(ParseSettings.htmlDefault));
        NodeTraversor.traverse(read, document);
        return new Opml(read.title, new ArrayList<>(read.found.values()), read.refused);
    }

    @Override
    public void head(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        if (element.normalName().equals("title") && title.isEmpty()) {
            title = Tidy.line(element.text());
        }
        if (isOutline(element)) {
            var address = address(element);
            address.ifPresent(stated -> subscription(element, stated));
            folders.push(address.isPresent() ? "" : named(element));
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && isOutline(element)) {
            folders.pop();
        }
    }

    private static boolean isOutline(Element element) {
        return element.normalName().equals("outline") || element.normalName().endsWith(":outline");
    }

    /** Old lists have the feed's address in {@code url}; there a link may be meant as well, unless the type says feed. */
    private static Optional<String> address(Element element) {
        var stated = element.attr("xmlurl").strip();
        boolean calledFeed = element.attr("type").matches("(?i)rss|atom|feed|podcast|rdf|json");
        boolean ours = !element.attr("topfive:kind").isEmpty();
        if (stated.isEmpty() && (calledFeed || ours)) {
            stated = element.attr("url").strip();
        }
        return stated.isEmpty() && !calledFeed ? Optional.empty() : Optional.of(stated);
    }

    private void subscription(Element element, String stated) {
        var url = web(stated);
        if (url.isEmpty()) {
            var why = stated.isEmpty() ? "has no address" : "no http or https address: " + cut(Tidy.line(stated), 120);
            refused.add((named(element).isEmpty() ? "an outline" : named(element)) + ": " + why);
            return;
        }
        var outline = new Outline(
                named(element),
                url.get(),
                Links.absolute(null, element.attr("htmlurl")).orElse(""),
                categories(element),
                cut(Tidy.line(element.attr("language")), 20),
                own(element));
        found.merge(url.get(), outline, Outline::and);
    }

    private static Optional<String> web(String stated) {
        if (stated.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = BEFORE_SCHEME
                .matcher(OTHER_SCHEME.matcher(stated).replaceFirst("http://"))
                .replaceFirst("");
        return Links.absolute(null, plain);
    }

    private List<String> categories(Element element) {
        var path = new ArrayList<String>();
        folders.stream().filter(folder -> !folder.isEmpty()).limit(DEPTH).forEach(folder -> path.add(0, folder));
        var labels = Arrays.stream(element.attr("category").split(",", 20))
                .map(label -> cut(Tidy.line(label).replaceAll("^/+|/+$", ""), 120));
        return Stream.concat(Stream.of(String.join("/", path)), labels)
                .filter(label -> !label.isEmpty())
                .distinct()
                .collect(Collectors.toList());
    }

    private static Outline.Own own(Element element) {
        var own = new Outline.Own(
                cut(Tidy.line(element.attr("topfive:id")), 100),
                element.attr("topfive:kind").strip().toLowerCase(Locale.ROOT),
                element.attr("topfive:every").strip(),
                cut(Tidy.line(element.attr("topfive:owner")), 200),
                element.attr("topfive:muted").equals("true"));
        return own.equals(Outline.Own.NONE) ? Outline.Own.NONE : own;
    }

    private static String named(Element element) {
        var text = Tidy.line(element.attr("text"));
        return cut(text.isEmpty() ? Tidy.line(element.attr("title")) : text, 200);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
