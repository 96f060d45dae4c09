package topfive.standalone.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import topfive.contract.Json;
import topfive.contract.Limits;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.text.Unreadable;

/**
 * A file as the push API wants it. A JSON document with {@code "content"} goes as it is, but for what is said otherwise; of any other file
 * the text is the content.
 *
 * @param body JSON
 */
public record Parcel(Path file, byte[] body) {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html",
            "htm", "text/html",
            "md", "text/markdown",
            "vtt", "text/vtt",
            "srt", "application/x-subrip",
            "json", "application/json");

    /**
     * What is said about the files.
     *
     * @param fields by their names in the push API; only those that were given
     */
    public record Label(Map<String, String> fields) {
        public Label {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields)); // in the order given
        }
    }

    /** @throws Unreadable where it cannot be sent: the message says what to do, without the name of the file */
    public static Parcel of(Path file, Label label) throws Unreadable {
        var bytes = read(file);
        var text = CopyDesk.text(bytes, "", "this");
        var document = document(text);
        if (document == null) {
            document = Json.MAPPER.createObjectNode();
            document.put("contentType", TYPES.getOrDefault(extension(file), "text/plain"));
            document.put("content", text);
        }
        label.fields().forEach(document::put);
        if (document.path("source").asText().isBlank()) {
            throw new Unreadable("missing-field", "it does not say its source; add --source ID");
        }
        var body = Json.bytes(document);
        if (body.length > Limits.PUSH) {
            throw tooLarge(body.length);
        }
        return new Parcel(file, body);
    }

    private static byte[] read(Path file) throws Unreadable {
        try {
            if (Files.isDirectory(file)) {
                throw new Unreadable("folder", "it is a folder; name its files");
            }
            if (Files.size(file) > Limits.PUSH) {
                throw tooLarge(Files.size(file));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Unreadable(
                    "unreadable", Files.exists(file) ? "it cannot be read: " + e.getMessage() : "it does not exist");
        }
    }

    private static Unreadable tooLarge(long bytes) {
        return new Unreadable(
                "too-large", "it has " + bytes / 1024 + " KiB; the limit is " + Limits.PUSH / 1024 + " KiB: divide it");
    }

    /** @return null where it is no document */
    private static ObjectNode document(String text) {
        if (!text.stripLeading().startsWith("{")) {
            return null;
        }
        try {
            JsonNode json = Json.MAPPER.readTree(text);
            return json instanceof ObjectNode object && object.path("content").isTextual() ? object : null;
        } catch (IOException e) { // then the service says what is wrong with it
            return null;
        }
    }

    private static String extension(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
