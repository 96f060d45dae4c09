package topfive.contract;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas say what the records say: walked field by field, so that one forgotten in either place fails. */
class SchemasTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            Fence, Fence, ''
            Insight, Insight, ''
            Edition, Edition, ''
            Decision, Decision, ''
            SourceState, SourceState, ''
            Feedback, Feedback, ''
            Subscriber, Subscriber, ''
            Delivery, Delivery, ''
            Article, Document, /$defs/Article
            Episode, Document, /$defs/Episode
            """)
    void a_schema_has_exactly_the_fields_of_its_record(String record, String schema, String place)
            throws ClassNotFoundException {
        var root = Golden.schemaText(schema);

        describes(record, root, root.at(place), Class.forName("topfive.contract." + record));
    }

    @ParameterizedTest
    @CsvSource({
        "Document",
        "Fence",
        "Insight",
        "Edition",
        "Decision",
        "SourceState",
        "Feedback",
        "Subscriber",
        "Delivery"
    })
    void a_schema_is_one_of_draft_2020_12_and_has_a_name(String value) {
        var schema = Golden.schemaText(value);
        var metaschema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(metaschema.validate(schema)).isEmpty();
        assertThat(schema.get("$id").asText())
                .isEqualTo("urn:topfive:schemas:" + value.toLowerCase(java.util.Locale.ROOT) + ".v1");
        assertThat(schema.get("title").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Edition.final.v1.json | "rank": 2 | "rank": 9 | /insights/1/rank must have a maximum value of 5
            Edition.final.v1.json | "status": "FINAL" | "status": "final" | /status does not have a value in the enumeration ["OPEN", "FINAL"]
            Edition.final.v1.json | "shortfall": null, | '' | ' required property ''shortfall'' not found'
            Edition.final.v1.json | "day": "2026-11-21" | "day": "21.11.2026" | /day does not match the regex pattern ^[+-]?[0-9]{4,9}-[0-9]{2}-[0-9]{2}$
            Document.article.v1.json | "kind": "heading" | "kind": "headline" | /paragraphs/0/kind does not have a value in the enumeration ["text", "heading", "item", "quote"]
            Document.episode.v1.json | "startMs": 14300 | "startMs": "14.3 s" | /turns/1/marks/0/startMs string found, integer expected
            Document.episode.v1.json | "type": "episode" | "type": "film" | /type does not have a value in the enumeration ["article", "episode"]
            Insight.v1.json | "speaker": null | "speaker": null, "spaeker": 1 | ' property ''spaeker'' is not defined in the schema and the schema does not allow additional properties'
            """)
    void a_broken_value_is_refused_with_the_place(String file, String part, String broken, String fault) {
        var golden = Golden.of(file);
        assertThat(golden.text()).contains(part);

        assertThat(golden.faults(golden.text().replaceFirst(java.util.regex.Pattern.quote(part), broken)))
                .contains(fault);
    }

    @Test
    void score_parts_may_change_their_names_with_the_rules() {
        var golden = Golden.of("Edition.open.v1.json");

        assertThat(golden.faults(golden.text().replace("\"freshness\"", "\"recency\"")))
                .isEmpty();
    }

    private static void describes(String at, JsonNode root, JsonNode schema, Class<?> record) {
        var fields = List.of(record.getRecordComponents());
        var names = fields.stream().map(RecordComponent::getName).collect(toCollection(TreeSet::new));
        if (FromProducers.class.isAssignableFrom(record)) {
            names.add("type");
        }
        assertThat(names(schema.get("properties"))).as("properties of " + at).isEqualTo(names);
        names.removeIf(name -> schema.at("/properties/" + name).has("x-since"));
        assertThat(texts(schema.get("required"))).as("required of " + at).isEqualTo(names);
        assertThat(schema.get("additionalProperties")).as("closed: " + at).hasToString("false");
        fields.forEach(field -> {
            var property = schema.at("/properties/" + field.getName());
            var place = at + "." + field.getName();
            assertThat(property.path("description").asText())
                    .as("description of " + place)
                    .isNotBlank();
            fits(place, root, property, field.getGenericType());
        });
    }

    private static void fits(String at, JsonNode root, JsonNode property, Type type) {
        var schema =
                property.has("$ref") ? root.at(property.get("$ref").asText().substring(1)) : property;
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            assertThat(schema.get("type").asText()).as(at).isEqualTo("array");
            fits(at + "[]", root, schema.get("items"), generic.getActualTypeArguments()[0]);
        } else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            assertThat(schema.at("/additionalProperties/type").asText()).as(at).isEqualTo("integer");
        } else if (type instanceof Class<?> record && record.isRecord()) {
            describes(at, root, schema, record);
        } else if (type instanceof Class<?> choice && choice.isEnum()) {
            assertThat(texts(schema.get("enum"))).as(at).isEqualTo(words(choice));
        } else if (!schema.has("const")) {
            var nullable = schema.get("type").isArray();
            assertThat(nullable && ((Class<?>) type).isPrimitive())
                    .as("never null, but the schema allows it: " + at)
                    .isFalse();
            assertThat(
                            nullable
                                    ? schema.at("/type/0").asText()
                                    : schema.get("type").asText())
                    .as(at)
                    .isEqualTo(name((Class<?>) type));
        }
    }

    private static String name(Class<?> type) {
        if (type == boolean.class) {
            return "boolean";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type) ? "integer" : "string";
    }

    private static TreeSet<String> words(Class<?> choice) {
        var words = new TreeSet<String>();
        for (var constant : choice.getEnumConstants()) {
            var name = ((Enum<?>) constant).name();
            try {
                var word = choice.getField(name).getAnnotation(JsonProperty.class);
                words.add(word == null ? name : word.value());
            } catch (NoSuchFieldException e) {
                throw new AssertionError(e);
            }
        }
        return words;
    }

    private static TreeSet<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static TreeSet<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
