package topfive.processor.classify;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import topfive.contract.Ids;
import topfive.contract.Json;

/**
 * A taxonomy that somebody brings along, as JSON: {@code {"labels": [{"id", "name", "definition"}]}}, where a label may also have lists of
 * {@code phrases} and {@code examples}.
 */
public final class TaxonomyFile {
    private static final List<String> NEEDED = List.of("id", "name", "definition");
    private static final Set<String> LISTS = Set.of("phrases", "examples");
    private static final int HASH = 8;
    /** Label by label, so that each knows its line; what stands behind one is the next. */
    private static final ObjectReader JSON = Json.MAPPER
            .reader()
            .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final String name;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Taxonomy.Entry> labels = new ArrayList<>();

    private TaxonomyFile(String name) {
        this.name = name;
    }

    /**
     * @return with a version of the file's name and the beginning of its sha-256, e.g. {@code desk.json@1a2b3c4d}: another text is another
     *     version
     * @throws IllegalArgumentException naming the file and, where it can be read at all, line and field
     */
    public static Taxonomy read(Path file) {
        try {
            var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return new TaxonomyFile(file.getFileName().toString()).parse(text);
        } catch (IOException e) {
            throw new IllegalArgumentException("taxonomy " + file + " cannot be read", e);
        }
    }

    private Taxonomy parse(String text) throws IOException {
        try (var json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT
                    || !"labels".equals(json.nextFieldName())
                    || json.nextToken() != JsonToken.START_ARRAY) {
                throw wrong(line(json), "expected {\"labels\": [ .. ]} and nothing else");
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
                take(line(json), JSON.readTree(json));
            }
            if (json.nextToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw wrong(line(json), "expected nothing after \"labels\"");
            }
            if (labels.size() < 2) {
                throw wrong(line(json), "labels: expected at least two, since a label is told from the others");
            }
        } catch (JsonProcessingException e) {
            throw wrong(e.getLocation() == null ? 1 : e.getLocation().getLineNr(), e.getOriginalMessage());
        }
        return new Taxonomy(name + "@" + Ids.sha256(text).substring(0, HASH), labels);
    }

    /** @param line where the label begins */
    private void take(int line, JsonNode label) {
        var at = "labels[" + labels.size() + "]";
        if (!label.isObject()) {
            throw wrong(line, at + ": expected a label, {\"id\": .., \"name\": .., \"definition\": ..}");
        }
        for (var field : NEEDED) {
            if (label.path(field).asText().isBlank() || !label.path(field).isTextual()) {
                throw wrong(line, at + "." + field + ": expected a text");
            }
        }
        label.fieldNames().forEachRemaining(field -> {
            if (!NEEDED.contains(field) && !LISTS.contains(field)) {
                throw wrong(
                        line, at + "." + field + ": unknown; a label has id, name, definition, phrases and examples");
            }
        });
        var id = label.get("id").asText();
        var before = lines.putIfAbsent(id, line);
        if (before != null) {
            throw wrong(line, at + ".id: \"" + id + "\" is the id of the label in line " + before);
        }
        labels.add(new Taxonomy.Entry(
                id,
                label.get("name").asText(),
                label.get("definition").asText(),
                texts(line, at + ".phrases", label.path("phrases")),
                texts(line, at + ".examples", label.path("examples"))));
    }

    private List<String> texts(int line, String at, JsonNode list) {
        var texts = new ArrayList<String>();
        for (var text : list) {
            if (!text.isTextual() || text.asText().isBlank()) {
                throw wrong(line, at + "[" + texts.size() + "]: expected a text");
            }
            texts.add(text.asText());
        }
        if (!list.isMissingNode() && !list.isArray()) {
            throw wrong(line, at + ": expected a list of texts");
        }
        return texts;
    }

    private static int line(JsonParser json) {
        return json.currentTokenLocation().getLineNr();
    }

    private IllegalArgumentException wrong(int line, String what) {
        return new IllegalArgumentException("taxonomy " + name + ", line " + line + ": " + what);
    }
}
