package topfive.ingest.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import topfive.ingest.text.Dates;
import topfive.ingest.text.Links;
import topfive.ingest.text.Unreadable;

/** JSON Feed 1.0 and 1.1. */
final class JsonFeed {
    private JsonFeed() {}

    static Feed read(JsonNode root, String url) throws Unreadable {
        if (!root.path("items").isArray()) {
            throw new Unreadable("not-a-feed", "a JSON file without \"items\" is no feed");
        }
        var items = new ArrayList<Feed.Item>();
        root.path("items").forEach(node -> items.add(item(node, url)));
        return new Feed(
                text(root, "title"),
                text(root, "home_page_url"),
                text(root, "description"),
                text(root, "feed_url"),
                text(root, "language"),
                author(root),
                "",
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                true,
                items);
    }

    private static Feed.Item item(JsonNode node, String url) {
        var published = Dates.parse(text(node, "date_published"));
        var link = text(node, "url").isEmpty() ? text(node, "external_url") : text(node, "url");
        return new Feed.Item(
                text(node, "title"),
                Links.absolute(url, link).orElse(""),
                node.path("id").asText(""),
                text(node, "summary"),
                List.of(text(node, "content_html"), escaped(text(node, "content_text"))).stream()
                        .filter(text -> !text.isBlank())
                        .toList(),
                published,
                Dates.parse(text(node, "date_modified")),
                java.util.Optional.empty(),
                author(node),
                text(node, "language"),
                list(node, "attachments").stream()
                        .map(file -> new Feed.Enclosure(
                                Links.absolute(url, text(file, "url")).orElse(""),
                                text(file, "mime_type"),
                                file.path("size_in_bytes").asText("")))
                        .toList(),
                list(node, "tags").stream().map(JsonNode::asText).toList(),
                List.of(),
                List.of(),
                false);
    }

    private static String author(JsonNode node) {
        var names = list(node, "authors").stream()
                .map(author -> text(author, "name"))
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty() ? text(node.path("author"), "name") : String.join(", ", names);
    }

    /** Plain text among texts that are HTML: a blank line is a paragraph. */
    private static String escaped(String plain) {
        if (plain.isBlank()) {
            return "";
        }
        var html = plain.replace("&", "&amp;").replace("<", "&lt;");
        return "<p>" + html.replaceAll("\\R\\s*\\R", "</p><p>") + "</p>";
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isTextual() ? value.asText() : "";
    }

    private static List<JsonNode> list(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false).toList();
    }
}
