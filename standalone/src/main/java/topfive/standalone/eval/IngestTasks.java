package topfive.standalone.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import topfive.contract.Json;
import topfive.ingest.article.ArticlePage;
import topfive.ingest.feed.Feed;
import topfive.ingest.feed.FeedFile;
import topfive.ingest.text.Dates;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Unreadable;

/** The ingest tasks of {@code topfive eval}: reads, makes one call of the product's own classes, writes. */
public final class IngestTasks {
    private IngestTasks() {}

    /**
     * @return false when the task is none of these
     * @throws UncheckedIOException naming the file that cannot be read or written
     */
    public static boolean run(String task, Path input, Path output) {
        try {
            JsonNode result = switch (task) {
                case "articles" -> articles(input);
                case "feeds" -> feeds(input);
                case "dates" -> dates(input);
                case "vtt" -> VttTask.of(input);
                default -> null;
            };
            if (result == null) {
                return false;
            }
            Files.write(output, Json.bytes(result));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("eval " + task + " on " + input, e);
        }
    }

    private static JsonNode articles(Path folder) throws IOException {
        var languages = Languages.load();
        var answers = Json.MAPPER.createObjectNode();
        var index = Json.MAPPER.readTree(Files.readAllBytes(folder.resolve("index.json")));
        for (Map.Entry<String, JsonNode> page : index.properties()) {
            var answer = answers.putObject(page.getKey());
            try {
                var bytes = Files.readAllBytes(folder.resolve("html").resolve(page.getKey() + ".html"));
                var reading = ArticlePage.read(
                        Encoding.decode(bytes, ""), page.getValue().asText(), languages, "");
                answer.put("articleBody", reading.text());
                answer.put("title", reading.title());
                answer.put("author", reading.author());
                answer.put(
                        "date",
                        reading.published()
                                .map(date -> date.toLocalDate().toString())
                                .orElse(null));
            } catch (IOException | RuntimeException e) { // a page that fails counts as empty, it does not end the run
                answer.put("articleBody", "");
                answer.put("error", e.toString());
            }
        }
        return answers;
    }

    private static JsonNode feeds(Path folder) throws IOException {
        var answers = Json.MAPPER.createObjectNode();
        for (var file : Json.MAPPER.readTree(Files.readAllBytes(folder.resolve("index.json")))) {
            var name = file.path("file").asText();
            var answer = answers.putObject(name);
            try {
                var text = Encoding.decode(
                        Files.readAllBytes(folder.resolve(name)),
                        file.path("content_type").asText(""));
                write(FeedFile.read(text, ""), answer);
                answer.put("ok", true);
            } catch (IOException | Unreadable | RuntimeException e) {
                answer.put("ok", false);
                answer.put("error", e.toString());
            }
        }
        return answers;
    }

    private static void write(Feed feed, ObjectNode answer) {
        var head = answer.putObject("feed");
        head.put("title", feed.title());
        head.put("link", feed.link());
        head.put("summary", feed.summary());
        head.put("id", feed.id());
        head.put("language", feed.language());
        head.put("author", feed.author());
        head.put("rights", feed.rights());
        date(head, "published", feed.published());
        date(head, "updated", feed.updated());
        var entries = answer.putArray("entries");
        for (var item : feed.items()) {
            var entry = entries.addObject();
            entry.put("title", item.title());
            entry.put("link", item.link());
            entry.put("id", item.id());
            entry.put("summary", item.summary());
            item.contents().forEach(entry.putArray("content")::add);
            date(entry, "published", item.published());
            date(entry, "updated", item.updated());
            date(entry, "created", item.created());
            entry.put("author", item.author());
            item.tags().forEach(entry.putArray("tags")::add);
            var enclosures = entry.putArray("enclosures");
            item.enclosures()
                    .forEach(enclosure -> enclosures
                            .addObject()
                            .put("href", enclosure.href())
                            .put("type", enclosure.type())
                            .put("length", enclosure.length()));
        }
    }

    private static void date(ObjectNode into, String field, Optional<OffsetDateTime> date) {
        date.ifPresent(found -> into.put(field, found.toInstant().toString()));
    }

    private static JsonNode dates(Path file) throws IOException {
        ArrayNode answers = Json.MAPPER.createArrayNode();
        for (var text : Json.MAPPER.readTree(Files.readAllBytes(file))) {
            answers.add(Dates.parse(text.asText())
                    .map(date -> date.toInstant().toString())
                    .orElse(null));
        }
        return answers;
    }
}
