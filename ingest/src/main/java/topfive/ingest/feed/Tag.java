package topfive.ingest.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** An element of a feed, by the name that everybody knows it by, with the address that its links are relative to. */
final class Tag {
    /** No address is longer; a chain of bases would grow with every level. */
    private static final int LONGEST = 2_000;

    static final Pattern WEB = Pattern.compile("https?://[^\\s\\p{Cc}]+", Pattern.CASE_INSENSITIVE);

    private final Element element;
    private final XmlNames names;
    private final String base;
    private Map<String, List<Tag>> children;

    private Tag(Element element, XmlNames names, String base) {
        this.element = element;
        this.names = names;
        this.base = base;
    }

    /** @param base what links in it are relative to, its own {@code xml:base} included */
    static Tag of(Element element, XmlNames names, String base) {
        return new Tag(element, names, base);
    }

    /** What links inside the element are relative to. */
    static String base(String outer, Element element) {
        var stated = element.attr("xml:base");
        var base = stated.isEmpty() ? outer : resolve(outer, stated);
        return base.length() > LONGEST ? outer : base;
    }

    List<Tag> children(String name) {
        if (children == null) {
            children = new LinkedHashMap<>();
            for (var child : element.children()) {
                var stated = child.attr("xml:base");
                var at = stated.isEmpty() ? base : resolve(base, stated);
                children.computeIfAbsent(names.of(child), key -> new ArrayList<>(1))
                        .add(new Tag(child, names, at));
            }
        }
        return children.getOrDefault(name, List.of());
    }

    /** In the order of the names. */
    Stream<Tag> all(String... wanted) {
        return Stream.of(wanted).flatMap(name -> children(name).stream());
    }

    /** The first of these that says something, as text or markup; "" where none does. */
    String text(String... wanted) {
        return all(wanted)
                .map(TextOf::tag)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /** The characters in it, without those of its markup. */
    String text() {
        return element.wholeText().strip();
    }

    boolean holdsMarkup() {
        return element.childrenSize() > 0;
    }

    /** What stands inside, markup and all. */
    String markup() {
        return element.html().strip();
    }

    /** The only element in it, where there is just one and no words beside it. */
    Optional<Tag> only() {
        boolean alone = element.childrenSize() == 1 && element.ownText().isBlank();
        return alone ? Optional.of(new Tag(element.child(0), names, base)) : Optional.empty();
    }

    String localName() {
        return element.normalName().replaceFirst("^.*:", "");
    }

    String attr(String name) {
        return element.attr(name).strip();
    }

    boolean has(String attribute) {
        return element.hasAttr(attribute);
    }

    /** In lower case. */
    String word(String attribute) {
        return attr(attribute).toLowerCase(Locale.ROOT);
    }

    /** Absolute where the feed's address or an {@code xml:base} is known. */
    String resolved(String link) {
        return resolve(base, link.strip());
    }

    /** The same, "" where it is no address of the web: nobody could ask for it. */
    String web(String link) {
        var address = resolved(link);
        return WEB.matcher(address).matches() ? address : "";
    }

    static String resolve(String base, String link) {
        var text = link.strip().replaceAll("[\\t\\r\\n]", "").replace(" ", "%20");
        if (base.isEmpty() || text.isEmpty()) {
            return text;
        }
        try {
            var from = new URI(base);
            if (text.startsWith("?")
                    && from.getRawPath() != null) { // the JDK follows RFC 2396 here, which drops the last segment
                return from.getScheme() + "://" + from.getRawAuthority() + from.getRawPath() + text;
            }
            var rooted = from.getRawPath() == null || from.getRawPath().isEmpty() ? from.resolve("/") : from;
            return rooted.resolve(text).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return text;
        }
    }
}
