package topfive.ingest.feed;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import topfive.ingest.text.Dates;
import topfive.ingest.text.Unreadable;

/** RSS 0.9x to 2.0, RDF, Atom and CDF over a parser that forgives. */
final class XmlFeed {
    private static final Set<String> ITEMS = Set.of("item", "entry");
    private static final Set<String> HEADS = Set.of("channel", "feed");
    private static final Set<String> ROOTS = Set.of("rss", "rdf:rdf", "rdf");

    private final XmlNames names;
    private final String url;

    private XmlFeed(XmlNames names, String url) {
        this.names = names;
        this.url = url;
    }

    static Feed read(String text, String url) throws Unreadable {
        var xml = FeedXml.of(text, url);
        return new XmlFeed(XmlNames.of(xml.document()), url).map(xml);
    }

    private Feed map(FeedXml xml) throws Unreadable {
        var found = head(xml.document().getAllElements());
        var head = Tag.of(found, names, base(found));
        var items = xml.items(names, ITEMS, url);
        var links = head.children("link");
        return new Feed(
                head.text("title", "dc:title", "itunes:title"),
                alternate(head).orElse(""),
                head.text(
                        "description",
                        "subtitle",
                        "tagline",
                        "dc:description",
                        "itunes:summary",
                        "itunes:subtitle",
                        "abstract",
                        "summary"),
                head.text("id", "guid"),
                language(head, languageAround(found)),
                authors(head).stream().findFirst().orElse(head.text("managingeditor", "webmaster")),
                head.text("copyright", "rights", "dc:rights"),
                date(head, "published", "pubdate", "issued", "dcterms:issued"),
                date(head, "updated", "lastbuilddate", "modified", "pubdate", "dc:date", "dcterms:modified")
                        .or(() -> Dates.parse(head.attr("lastmod"))),
                xml.whole() && items.size() < FeedXml.MOST,
                items(items, xml.cutInItem(), authors(head)),
                CadenceTags.of(head),
                new Feed.Elsewhere(
                        rel(links, "hub"),
                        rel(links, "self").stream().findFirst(),
                        head.children("itunes:new-feed-url").stream()
                                .map(tag -> tag.web(tag.text()))
                                .filter(moved -> !moved.isEmpty())
                                .findFirst()),
                PodcastTags.show(head));
    }

    private Element head(List<Element> all) throws Unreadable {
        return all.stream()
                .filter(element -> HEADS.contains(names.of(element)))
                .findFirst()
                .or(() -> all.stream()
                        .filter(element -> ROOTS.contains(names.of(element)))
                        .findFirst())
                .orElseThrow(() -> new Unreadable(
                        "not-a-feed", "no <channel>, <feed> or <rdf:RDF> in it; is this the address of a page?"));
    }

    private List<Feed.Item> items(List<FeedXml.Found> found, boolean cut, List<String> inherited) {
        var read = new ArrayList<Feed.Item>();
        for (var item : found) {
            boolean last = read.size() == found.size() - 1;
            var tag = Tag.of(item.element(), names, item.base());
            read.add(XmlItem.of(tag, inherited, item.language(), cut && last));
        }
        return read;
    }

    /** The address for readers: the link without a relation or with {@code alternate}, rather that of a page than of another format. */
    static Optional<String> alternate(Tag parent) {
        String second = null;
        for (var link : parent.children("link")) {
            boolean other = link.has("rel")
                    && !link.word("rel").isEmpty()
                    && !link.word("rel").equals("alternate");
            var written = link.has("href") ? link.attr("href") : link.text();
            if (!other && !written.isEmpty()) {
                if (link.word("type").isEmpty() || link.word("type").contains("html")) {
                    return Optional.of(link.resolved(written));
                }
                second = second == null ? link.resolved(written) : second;
            }
        }
        return Optional.ofNullable(second)
                .or(() -> Optional.of(parent.attr("href"))
                        .filter(href -> !href.isEmpty())
                        .map(parent::resolved));
    }

    private static List<String> rel(List<Tag> links, String rel) {
        return links.stream()
                .filter(link -> List.of(link.word("rel").split("\\s+")).contains(rel))
                .map(link -> link.web(link.attr("href")))
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
    }

    static List<String> authors(Tag parent) {
        var found = new LinkedHashSet<String>();
        parent.children("author").forEach(author -> found.add(author(author)));
        if (found.stream().allMatch(String::isEmpty)) {
            parent.children("dc:creator").forEach(creator -> found.add(TextOf.tag(creator)));
        }
        if (found.stream().allMatch(String::isEmpty)) {
            found.add(parent.text("itunes:author", "dc:author", "media:credit"));
        }
        return found.stream().filter(name -> !name.isEmpty()).toList();
    }

    private static String author(Tag author) {
        var name = author.text("name");
        var mail = author.text("email");
        if (name.isEmpty() && mail.isEmpty()) {
            return author.children("uri").isEmpty() ? TextOf.tag(author) : "";
        }
        return name.isEmpty() ? mail : mail.isEmpty() ? name : name + " (" + mail + ")";
    }

    /** @param around what {@code xml:lang} says there */
    static String language(Tag parent, String around) {
        var stated = parent.text("language", "dc:language");
        return (stated.isEmpty() ? around : stated).strip().replace('_', '-');
    }

    private String base(Element head) {
        var outer = new ArrayList<>(head.parents());
        java.util.Collections.reverse(outer);
        outer.add(head);
        var base = url;
        for (var element : outer) {
            base = Tag.base(base, element);
        }
        return base;
    }

    private static String languageAround(Element head) {
        for (var up = head; up != null; up = up.parent()) {
            if (!up.attr("xml:lang").isBlank()) {
                return up.attr("xml:lang");
            }
        }
        return "";
    }

    /** Of several of one name the last: a writer that adds one means to correct the first. */
    static Optional<OffsetDateTime> date(Tag parent, String... wanted) {
        for (var name : wanted) {
            var found = parent.children(name).stream()
                    .flatMap(tag -> Dates.parse(tag.text()).stream())
                    .reduce((first, later) -> later);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
