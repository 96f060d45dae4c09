package topfive.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import topfive.ingest.text.Dates;

/** One {@code <item>} or {@code <entry>}. */
final class XmlItem {
    private static final Pattern WEB = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

    private final Tag tag;

    private XmlItem(Tag tag) {
        this.tag = tag;
    }

    /**
     * @param inherited who wrote everything in the feed, where an item names nobody
     * @param around the language stated around it
     */
    static Feed.Item of(Tag tag, List<String> inherited, String around, boolean cut) {
        var item = new XmlItem(tag);
        var authors = XmlFeed.authors(tag);
        return new Feed.Item(
                tag.text("title", "dc:title", "itunes:title", "media:title"),
                item.link(),
                item.id(),
                item.summary(),
                item.contents(),
                item.others(),
                XmlFeed.date(tag, "published", "pubdate", "issued", "dcterms:issued", "dc:date", "date"),
                XmlFeed.date(tag, "updated", "modified", "dc:date", "dcterms:modified", "lastbuilddate")
                        .or(() -> Dates.parse(tag.attr("lastmod"))),
                XmlFeed.date(tag, "created", "dcterms:created"),
                authors.isEmpty() ? inherited : authors,
                XmlFeed.language(tag, around),
                item.enclosures(),
                item.tags(),
                PodcastTags.broadcast(tag),
                cut);
    }

    private String summary() {
        return tag.text(
                        "summary",
                        "description",
                        "dc:description",
                        "itunes:summary",
                        "abstract",
                        "itunes:subtitle",
                        "media:description")
                .transform(found -> found.isEmpty() ? inGroup() : found);
    }

    private String inGroup() {
        return tag.children("media:group").stream()
                .map(group -> group.text("media:description"))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Where an item has a summary of its own, its description is a content. */
    private List<String> contents() {
        var full = tag.all("content:encoded", "content", "xhtml:body", "body", "fullitem")
                .map(TextOf::tag);
        var described = tag.text("summary").isEmpty() ? Stream.<String>empty() : Stream.of(tag.text("description"));
        return Stream.concat(full, described)
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }

    private List<String> others() {
        var summary = summary();
        return Stream.of("description", "itunes:summary", "dc:description", "media:description")
                .map(tag::text)
                .filter(text -> !text.isBlank() && !text.equals(summary))
                .distinct()
                .toList();
    }

    private String link() {
        var original = tag.all("feedburner:origlink", "pheedo:origlink")
                .map(Tag::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
        return original.map(tag::resolved)
                .or(() -> XmlFeed.alternate(tag))
                .or(this::permalink)
                .or(() -> Optional.of(tag.attr("rdf:about"))
                        .filter(text -> WEB.matcher(text).matches()))
                .orElse("");
    }

    private Optional<String> permalink() {
        return tag.children("guid").stream()
                .filter(guid -> !guid.word("ispermalink").equals("false"))
                .map(Tag::text)
                .filter(text -> WEB.matcher(text).matches())
                .findFirst();
    }

    private String id() {
        var stated = tag.all("guid", "id")
                .map(Tag::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
        return stated.orElseGet(
                () -> tag.attr("rdf:about").isEmpty() ? tag.text("dc:identifier") : tag.attr("rdf:about"));
    }

    private List<Feed.Enclosure> enclosures() {
        var found = new ArrayList<Feed.Enclosure>();
        tag.children("enclosure")
                .forEach(file -> found.add(enclosure(file, file.has("url") ? "url" : "href", "length")));
        tag.children("link").stream()
                .filter(link -> link.word("rel").equals("enclosure"))
                .forEach(link -> found.add(enclosure(link, "href", "length")));
        Stream.concat(Stream.of(tag), tag.children("media:group").stream())
                .flatMap(group -> group.children("media:content").stream())
                .filter(file -> file.word("type").startsWith("audio/")
                        || file.word("medium").equals("audio"))
                .forEach(file -> found.add(enclosure(file, "url", "filesize")));
        found.removeIf(file ->
                file.href().isEmpty() && file.type().isEmpty() && file.length().isEmpty());
        return found;
    }

    private static Feed.Enclosure enclosure(Tag file, String address, String length) {
        return new Feed.Enclosure(file.resolved(file.attr(address)), file.word("type"), file.attr(length));
    }

    /** Some generators write one element with all of them, parted by commas. */
    private List<String> tags() {
        var listed = tag.all("tags", "itunes:keywords", "media:keywords", "keywords")
                .flatMap(list -> Stream.of(list.text().split(",")))
                .map(String::strip);
        var single = tag.all("category", "dc:subject", "itunes:category")
                .map(one -> Stream.of(one.attr("term"), one.attr("text"), one.text())
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse(""));
        return Stream.concat(listed, single)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
