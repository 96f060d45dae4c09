package topfive.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The stored past: examples of every public value as version 1 wrote it, named {@code VALUE[.case].v1.json}. They are never changed. Whoever
 * adds a field marks it with {@code x-since} in the schema, leaves it out of {@code required}, and adds another example.
 */
record Golden(String file, Topic<?> topic, Schema schema) {
    static final Path FOLDER = Path.of("src/test/resources/golden");

    private static final Map<String, Topic<?>> TOPICS = Map.of(
            "Document", Topics.DOCUMENTS,
            "Fence", Topics.DOCUMENTS,
            "Insight", Topics.INSIGHTS,
            "Edition", Topics.DAILY,
            "Decision", Topics.DECISIONS,
            "SourceState", Topics.SOURCES,
            "Feedback", Topics.FEEDBACK,
            "Subscriber", Topics.SUBSCRIBERS,
            "Delivery", Topics.DELIVERIES);

    static List<Golden> all() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .map(Golden::of)
                    .toList();
        }
    }

    static Golden of(String file) {
        var value = file.substring(0, file.indexOf('.'));
        return new Golden(file, TOPICS.get(value), schema(value));
    }

    static JsonNode schemaText(String value) {
        var name = "schemas/" + value + ".v1.schema.json";
        try (var stream = Golden.class.getResourceAsStream(name)) {
            return Json.MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    String text() {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    Object read() {
        return topic.values().deserializer().deserialize(topic.name(), text().getBytes(StandardCharsets.UTF_8));
    }

    byte[] written() {
        return Json.bytes(read());
    }

    /** Place and reason of each fault. */
    List<String> faults(String json) {
        return schema.validate(tree(json)).stream().map(Golden::fault).toList();
    }

    static JsonNode tree(String json) {
        return Json.read(json, JsonNode.class);
    }

    @Override
    public String toString() {
        return file;
    }

    private static Schema schema(String value) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schemaText(value));
    }

    private static String fault(Error error) {
        return error.getInstanceLocation() + " " + error.getMessage();
    }
}
