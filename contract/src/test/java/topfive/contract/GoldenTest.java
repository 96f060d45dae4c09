package topfive.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What version 1 once wrote stays readable and valid: a field that is renamed or removed fails here. */
class GoldenTest {
    static List<Golden> all() throws IOException {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_was_written_is_valid_today(Golden golden) {
        assertThat(golden.faults(golden.text())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_was_written_is_read_and_written_with_nothing_lost(Golden golden) {
        var written = Golden.tree(new String(golden.written(), StandardCharsets.UTF_8));

        assertThat(written).isEqualTo(Golden.tree(golden.text()));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void an_edition_keeps_its_bytes(Golden golden) throws IOException {
        var compact = Json.MAPPER.writeValueAsBytes(Golden.tree(golden.text()));

        assertThat(new String(golden.written(), StandardCharsets.UTF_8))
                .isEqualTo(new String(compact, StandardCharsets.UTF_8));
    }

    static Stream<Golden> editions() {
        return Stream.of("Edition.open.v1.json", "Edition.final.v1.json", "Edition.explained.v1.json")
                .map(Golden::of);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_reader_ignores_a_field_that_a_later_version_adds(Golden golden) {
        var later = golden.text().replaceFirst("\\{", "{\"addedLater\":[{\"x\":1}],");

        var read = golden.topic()
                .values()
                .deserializer()
                .deserialize(golden.topic().name(), later.getBytes(StandardCharsets.UTF_8));

        assertThat(read).isEqualTo(golden.read());
    }

    @Test
    void the_past_is_not_rewritten() throws IOException {
        var sums = Golden.all().stream()
                .map(golden -> Ids.sha256(golden.text()) + "  " + golden.file())
                .toList();

        assertThat(Files.readAllLines(Golden.FOLDER.resolve("sha256sums.txt"))).isEqualTo(sums);
    }

    @Test
    void every_public_value_has_an_example() throws IOException {
        var types = Golden.all().stream()
                .map(golden -> golden.read().getClass().getSimpleName())
                .distinct();

        assertThat(types)
                .containsExactlyInAnyOrder(
                        "Article",
                        "Episode",
                        "Fence",
                        "Insight",
                        "Edition",
                        "Decision",
                        "SourceState",
                        "Feedback",
                        "Subscriber",
                        "Delivery");
    }

    @Test
    void the_quotes_of_an_example_stand_where_it_says() {
        var article = Golden.tree(Golden.of("Document.article.v1.json").text());
        var insight = Golden.tree(Golden.of("Insight.v1.json").text());
        var span = insight.at("/spans/0");
        var block = article.at("/paragraphs/" + span.get("block") + "/text").asText();

        assertThat(block.substring(number(span, "start"), number(span, "end")))
                .isEqualTo(insight.get("claim").asText());
    }

    private static int number(JsonNode node, String name) {
        return node.get(name).asInt();
    }
}
