package topfive.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The description of the topics for other people's programs says what {@link Topics} says. */
class AsyncApiTest {
    private static final Map<String, List<String>> VALUES = Map.of(
            "topfive.documents.v1", List.of("Document", "Fence"),
            "topfive.insights.v1", List.of("Insight"),
            "topfive.live.v1", List.of("Edition"),
            "topfive.daily.v1", List.of("Edition"),
            "topfive.decisions.v1", List.of("Decision"),
            "topfive.dead-letters.v1", List.of(),
            "topfive.sources.v1", List.of("SourceState"),
            "topfive.feedback.v1", List.of("Feedback"),
            "topfive.subscribers.v1", List.of("Subscriber"),
            "topfive.deliveries.v1", List.of("Delivery"));

    private final JsonNode api = read();

    static List<Topic<?>> topics() {
        return Topics.ALL;
    }

    @Test
    void it_is_asyncapi_3_and_describes_all_topics_and_no_other() {
        var addresses = new TreeSet<String>();
        api.get("channels")
                .forEach(channel -> addresses.add(channel.get("address").asText()));

        assertThat(api.get("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(
                        Topics.ALL.stream().map(Topic::name).toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void a_topic_has_its_partitions_and_settings(Topic<?> topic) {
        var kafka = channel(topic).at("/bindings/kafka");

        assertThat(kafka.get("partitions").asInt()).isEqualTo(topic.partitions());
        assertThat(channel(topic).get("x-standalone-partitions").asInt()).isEqualTo(topic.standalonePartitions());
        assertThat(settings(kafka.get("topicConfiguration"))).isEqualTo(new TreeMap<>(topic.config()));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void its_values_are_described_by_the_schemas(Topic<?> topic) {
        var schemas = messages(channel(topic)).stream()
                .map(message -> message.at("/payload/$ref").asText())
                .filter(ref -> !ref.isEmpty())
                .toList();

        assertThat(schemas)
                .containsExactlyElementsOf(VALUES.get(topic.name()).stream()
                        .map(value -> "./schemas/" + value + ".v1.schema.json")
                        .toList());
        schemas.forEach(schema -> assertThat(Topics.class.getResource(schema.substring(2)))
                .as(schema)
                .isNotNull());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void each_value_has_a_described_key_and_headers(Topic<?> topic) {
        messages(channel(topic)).forEach(message -> {
            assertThat(message.at("/bindings/kafka/key/description").asText()).isNotBlank();
            assertThat(resolve(message.get("headers")).get("properties")).isNotEmpty();
        });
    }

    @Test
    void the_headers_are_those_that_are_written() {
        var event = EventHeaders.of(Topics.DAILY, "/topfive/x", "id", java.time.Instant.EPOCH);
        var letter = DeadLetter.of(null, null, "r", "s", "d", "o").headers();

        assertThat(names(api.at("/components/schemas/eventHeaders/properties")))
                .containsExactlyInAnyOrderElementsOf(keys(event));
        assertThat(names(api.at("/components/schemas/deadLetterHeaders/properties")))
                .containsExactlyInAnyOrderElementsOf(keys(letter));
    }

    @Test
    void every_reference_leads_somewhere() {
        api.findValuesAsText("$ref").stream()
                .filter(ref -> ref.startsWith("#"))
                .forEach(ref -> assertThat(api.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @Test
    void every_channel_has_an_operation() {
        var channels = new TreeSet<String>();
        api.get("operations")
                .forEach(operation -> channels.add(operation.at("/channel/$ref").asText()));

        assertThat(channels).hasSize(10);
    }

    @Test
    void subscribers_are_told_to_read_committed() {
        assertThat(api.at("/servers/kafka/description").asText()).contains("isolation.level=read_committed");
    }

    private JsonNode channel(Topic<?> topic) {
        for (var channel : api.get("channels")) {
            if (channel.get("address").asText().equals(topic.name())) {
                return channel;
            }
        }
        throw new AssertionError("no channel " + topic.name());
    }

    private List<JsonNode> messages(JsonNode channel) {
        var messages = new java.util.ArrayList<JsonNode>();
        channel.get("messages").forEach(message -> messages.add(resolve(message)));
        return messages;
    }

    private JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? api.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static TreeMap<String, String> settings(JsonNode node) {
        var settings = new TreeMap<String, String>();
        node.properties()
                .forEach(setting -> settings.put(
                        setting.getKey(),
                        setting.getValue().isArray()
                                ? String.join(",", Json.MAPPER.convertValue(setting.getValue(), String[].class))
                                : setting.getValue().asText()));
        return settings;
    }

    private static List<String> names(JsonNode object) {
        var names = new java.util.ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> keys(org.apache.kafka.common.header.Headers headers) {
        var keys = new java.util.ArrayList<String>();
        headers.forEach(header -> keys.add(header.key()));
        return keys;
    }

    private static JsonNode read() {
        try (var yaml = Topics.class.getResourceAsStream("asyncapi.yaml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
