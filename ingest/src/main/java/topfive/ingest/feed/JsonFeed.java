package topfive.ingest.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import topfive.ingest.text.Dates;
import topfive.ingest.text.LooseJson;
import topfive.ingest.text.Unreadable;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeed {
    private final String url;

    private JsonFeed(String url) {
        this.url = url;
    }

    static Feed read(String text, String url) throws Unreadable {
        try {
            return new JsonFeed(url).feed(LooseJson.read(text), true);
        } catch (JsonProcessingException e) {
            return broken(text, url, e);
        }
    }

    private static Feed broken(String text, String url, JsonProcessingException first) throws Unreadable {
        try {
            return new JsonFeed(url).feed(LooseJson.read(BrokenJson.mended(text)), false);
        } catch (JsonProcessingException e) {
            throw new Unreadable("not-json", "the JSON feed is malformed: " + first.getOriginalMessage());
        }
    }

    private Feed feed(JsonNode root, boolean whole) throws Unreadable {
        if (!root.path("items").isArray()) {
            throw new Unreadable("not-a-feed", "a JSON file without \"items\" is no feed");
        }
        var items = new ArrayList<Feed.Item>();
        root.path("items").forEach(node -> items.add(item(node, root)));
        return new Feed(
                text(root, "title"),
                resolved(text(root, "home_page_url")),
                text(root, "description"),
                text(root, "feed_url"),
                text(root, "language"),
                String.join(", ", authors(root)),
                "",
                Optional.empty(),
                Optional.empty(),
                whole,
                items,
                Cadence.UNSAID,
                new Feed.Elsewhere(hubs(root), some(web(text(root, "feed_url"))), Optional.empty()),
                Feed.Show.NONE);
    }

    private Feed.Item item(JsonNode node, JsonNode feed) {
        var link = text(node, "url").isEmpty() ? text(node, "external_url") : text(node, "url");
        var authors = authors(node).isEmpty() ? authors(feed) : authors(node);
        return new Feed.Item(
                escaped(text(node, "title")),
                resolved(link),
                node.path("id").asText("").strip(),
                escaped(text(node, "summary")),
                Stream.of(text(node, "content_html"), paragraphs(text(node, "content_text")))
                        .filter(text -> !text.isBlank())
                        .toList(),
                List.of(),
                Dates.parse(text(node, "date_published")),
                Dates.parse(text(node, "date_modified")),
                Optional.empty(),
                authors,
                text(node, "language"),
                list(node, "attachments").stream().map(this::enclosure).toList(),
                list(node, "tags").stream()
                        .map(tag -> tag.asText("").strip())
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                spoken(node),
                false);
    }

    private Feed.Enclosure enclosure(JsonNode file) {
        return new Feed.Enclosure(
                resolved(text(file, "url")),
                text(file, "mime_type"),
                file.path("size_in_bytes").asText(""));
    }

    private static Feed.Broadcast spoken(JsonNode node) {
        var seconds = list(node, "attachments").stream()
                .map(file -> file.path("duration_in_seconds").asDouble(0))
                .filter(length -> length > 0 && length < 1e7)
                .findFirst();
        return new Feed.Broadcast(
                seconds.map(length -> Duration.ofMillis(Math.round(length * 1000))),
                "",
                "",
                List.of(),
                List.of(),
                "",
                List.of(),
                List.of());
    }

    private List<String> hubs(JsonNode root) {
        return list(root, "hubs").stream()
                .filter(hub -> text(hub, "type").equalsIgnoreCase("websub"))
                .map(hub -> web(text(hub, "url")))
                .filter(hub -> !hub.isEmpty())
                .toList();
    }

    /** Version 1.1 has a list, version 1 had one. */
    private static List<String> authors(JsonNode node) {
        var names = list(node, "authors").stream()
                .map(author -> text(author, "name"))
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty()
                ? some(text(node.path("author"), "name")).stream().toList()
                : names;
    }

    /** Plain text among texts that are HTML. */
    private static String escaped(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** A blank line is a paragraph. */
    private static String paragraphs(String plain) {
        return plain.isBlank()
                ? ""
                : "<p>" + String.join("</p><p>", escaped(plain).split("\\R[ \\t]*\\R")) + "</p>";
    }

    private String web(String link) {
        var address = resolved(link);
        return Tag.WEB.matcher(address).matches() ? address : "";
    }

    private String resolved(String link) {
        return Tag.resolve(url, link);
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isTextual() ? value.asText().strip() : "";
    }

    private static List<JsonNode> list(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false).toList();
    }
}
