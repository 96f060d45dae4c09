package topfive.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import topfive.ingest.text.Dates;
import topfive.ingest.text.Tidy;
import topfive.ingest.text.Unreadable;

/**
 * RSS 0.9x to 2.0, RDF and Atom over a parser that forgives. No entity of a document type is ever expanded and nothing outside is loaded:
 * the document type is cut off before reading.
 */
final class XmlFeed {
    private static final Pattern DOCTYPE =
            Pattern.compile("<!DOCTYPE[^\\[>]*(?:\\[.*?\\]\\s*)?>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern END = Pattern.compile(
            "</(?:[\\w.-]+:)?(?:rss|feed|rdf|channel)\\s*>\\s*(?:<!--.*?-->\\s*)*$",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> ITEMS = Set.of("item", "entry");

    private final XmlNames names;
    private final String url;
    private final boolean whole;

    private XmlFeed(XmlNames names, String url, boolean whole) {
        this.names = names;
        this.url = url;
        this.whole = whole;
    }

    static Feed read(String text, String url) throws Unreadable {
        var clean = DOCTYPE.matcher(Tidy.visible(text)).replaceFirst("");
        var document = Jsoup.parse(clean, url, Parser.xmlParser().settings(ParseSettings.htmlDefault));
        var feed = new XmlFeed(
                XmlNames.of(document),
                url,
                END.matcher(clean.substring(Math.max(0, clean.length() - 2000))).find());
        return feed.map(document, clean);
    }

    private Feed map(Document document, String text) throws Unreadable {
        var all = document.getAllElements();
        var items = all.stream()
                .filter(element -> ITEMS.contains(names.of(element)))
                .toList();
        var channel = all.stream()
                .filter(element -> Set.of("channel", "feed").contains(names.of(element)))
                .findFirst()
                .or(() -> all.stream()
                        .filter(element -> Set.of("rss", "rdf:rdf").contains(names.of(element)))
                        .findFirst());
        if (channel.isEmpty()) {
            throw new Unreadable(
                    "not-a-feed", "no <channel>, <feed> or <rdf:RDF> in it; is this the address of a page?");
        }
        var head = channel.get();
        boolean cut = !whole && lastItemIsOpen(text);
        var read = new ArrayList<Feed.Item>();
        for (int at = 0; at < items.size(); at++) {
            read.add(item(items.get(at), cut && at == items.size() - 1));
        }
        return new Feed(
                text(head, "title", "dc:title"),
                link(head),
                text(
                        head,
                        "description",
                        "subtitle",
                        "tagline",
                        "dc:description",
                        "itunes:summary",
                        "itunes:subtitle",
                        "abstract",
                        "summary"),
                text(head, "id", "guid"),
                language(head),
                author(head),
                text(head, "copyright", "rights", "dc:rights"),
                date(head, "published", "pubdate", "issued", "dcterms:issued"),
                date(head, "updated", "lastbuilddate", "modified", "pubdate", "dc:date", "dcterms:modified"),
                whole,
                read);
    }

    private static boolean lastItemIsOpen(String text) {
        var folded = text.toLowerCase(Locale.ROOT);
        int open = Math.max(folded.lastIndexOf("<item"), folded.lastIndexOf("<entry"));
        int close = Math.max(folded.lastIndexOf("</item"), folded.lastIndexOf("</entry"));
        return open > close;
    }

    private Feed.Item item(Element item, boolean cut) {
        var persons = children(item, "podcast:person")
                .map(element -> Tidy.line(element.text()))
                .filter(name -> !name.isEmpty())
                .toList();
        return new Feed.Item(
                text(item, "title", "dc:title", "itunes:title", "media:title"),
                link(item),
                id(item),
                text(
                        item,
                        "description",
                        "summary",
                        "dc:description",
                        "itunes:summary",
                        "abstract",
                        "itunes:subtitle",
                        "media:description"),
                contents(item),
                date(item, "published", "pubdate", "issued", "dcterms:issued", "dc:date"),
                date(item, "updated", "modified", "dc:date", "dcterms:modified", "lastbuilddate"),
                date(item, "created", "dcterms:created"),
                author(item),
                language(item),
                enclosures(item),
                tags(item),
                transcripts(item),
                persons,
                cut);
    }

    private Stream<Element> children(Element parent, String name) {
        return parent.children().stream().filter(child -> names.of(child).equals(name));
    }

    private String text(Element parent, String... wanted) {
        for (var name : wanted) {
            var found = children(parent, name)
                    .map(this::value)
                    .filter(value -> !value.isBlank())
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return "";
    }

    /** Text as it stands, or the markup inside where it was not escaped. */
    private String value(Element element) {
        var type = element.attr("type").toLowerCase(Locale.ROOT);
        if (element.attr("mode").equals("base64") || isBase64(type)) {
            return decoded(element.wholeText());
        }
        if (element.childrenSize() == 0) {
            return element.wholeText().strip();
        }
        var only = element.childrenSize() == 1
                        && element.child(0)
                                .normalName()
                                .replaceFirst("^.*:", "")
                                .equals("div")
                ? element.child(0)
                : element;
        return (type.contains("xhtml") || type.contains("xml") ? only : element)
                .html()
                .strip();
    }

    private static boolean isBase64(String type) {
        return type.equals("application/octet-stream");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64.strip()), StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return base64.strip();
        }
    }

    private List<String> contents(Element item) {
        return Stream.of("content:encoded", "content", "xhtml:body", "body", "fullitem")
                .flatMap(name -> children(item, name))
                .map(this::value)
                .filter(value -> !value.isBlank())
                .toList();
    }

    private String link(Element parent) {
        var written = children(parent, "feedburner:origlink")
                .map(element -> resolved(element, element.text()))
                .findFirst()
                .filter(text -> !text.isEmpty());
        if (written.isPresent()) {
            return written.get();
        }
        var links = children(parent, "link").toList();
        for (var link : links) {
            var rel = link.attr("rel").toLowerCase(Locale.ROOT);
            if (link.hasAttr("href") && (rel.isEmpty() || rel.equals("alternate"))) {
                return resolved(link, link.attr("href"));
            }
            if (!link.hasAttr("href") && !link.wholeText().isBlank()) {
                return resolved(link, link.wholeText());
            }
        }
        return children(parent, "guid")
                .filter(guid -> !guid.attr("ispermalink").equalsIgnoreCase("false"))
                .map(guid -> guid.wholeText().strip())
                .filter(text -> text.matches("(?i)https?://\\S+"))
                .findFirst()
                .orElse(parent.attr("href").isEmpty() ? "" : resolved(parent, parent.attr("href")));
    }

    private String id(Element item) {
        var written = children(item, "guid")
                .findFirst()
                .or(() -> children(item, "id").findFirst())
                .map(element -> element.wholeText().strip())
                .orElse("");
        return written.isEmpty() ? item.attr("rdf:about").strip() : written;
    }

    private String resolved(Element at, String link) {
        var base = "";
        for (var up = at; up != null; up = up.parent()) {
            var stated = up.attr("xml:base").strip();
            base = stated.isEmpty() ? base : base.isEmpty() ? stated : resolve(stated, base);
        }
        var text = link.strip();
        return resolve(base.isEmpty() ? url : resolve(url, base), text);
    }

    private static String resolve(String base, String link) {
        try {
            return base.isEmpty()
                    ? link
                    : new java.net.URI(base).resolve(link.replace(" ", "%20")).toString();
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            return link;
        }
    }

    private String author(Element parent) {
        for (var author : children(parent, "author").toList()) {
            var name = text(author, "name");
            var mail = text(author, "email");
            if (!name.isEmpty() || !mail.isEmpty()) {
                return name.isEmpty() ? mail : mail.isEmpty() ? name : name + " (" + mail + ")";
            }
        }
        return text(parent, "author", "dc:creator", "itunes:author", "managingeditor", "dc:author", "webmaster");
    }

    private String language(Element parent) {
        var written = text(parent, "language", "dc:language");
        if (!written.isEmpty()) {
            return written;
        }
        for (var up = parent; up != null; up = up.parent()) {
            if (!up.attr("xml:lang").isEmpty()) {
                return up.attr("xml:lang").strip();
            }
        }
        return "";
    }

    private Optional<OffsetDateTime> date(Element parent, String... wanted) {
        for (var name : wanted) {
            var found = children(parent, name)
                    .map(element -> Dates.parse(element.text()))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private List<Feed.Enclosure> enclosures(Element item) {
        var found = new ArrayList<Feed.Enclosure>();
        children(item, "enclosure").forEach(element -> found.add(enclosure(element, element.attr("url"))));
        children(item, "link")
                .filter(element -> element.attr("rel").equalsIgnoreCase("enclosure"))
                .forEach(element -> found.add(enclosure(element, element.attr("href"))));
        Stream.concat(
                        children(item, "media:content"),
                        children(item, "media:group").flatMap(group -> children(group, "media:content")))
                .filter(element -> element.attr("type").startsWith("audio/"))
                .forEach(element -> found.add(enclosure(element, element.attr("url"))));
        return found;
    }

    private Feed.Enclosure enclosure(Element element, String href) {
        return new Feed.Enclosure(
                resolved(element, href), element.attr("type").toLowerCase(Locale.ROOT), element.attr("length"));
    }

    private List<String> tags(Element item) {
        return item.children().stream()
                .filter(child -> Set.of("category", "dc:subject", "itunes:category", "keywords")
                        .contains(names.of(child)))
                .map(child -> Stream.of(
                                child.attr("term"),
                                child.attr("text"),
                                child.wholeText().strip())
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse(""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private List<Feed.TranscriptLink> transcripts(Element item) {
        return children(item, "podcast:transcript")
                .filter(element -> !element.attr("url").isBlank())
                .map(element -> new Feed.TranscriptLink(
                        resolved(element, element.attr("url")),
                        element.attr("type").toLowerCase(Locale.ROOT),
                        element.attr("language")))
                .toList();
    }
}
