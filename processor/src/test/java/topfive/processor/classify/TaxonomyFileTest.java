package topfive.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomyFileTest {
    @TempDir
    private Path folder;

    @Test
    void a_taxonomy_of_ones_own_is_labels_with_names_and_definitions() throws IOException {
        var taxonomy = read("""
                {"labels": [
                  {"id": "bees", "name": "Beekeeping", "definition": "bees: hives and honey"},
                  {"id": "boats", "name": "Sailing", "definition": "boats and wind",
                   "phrases": ["regatta"], "examples": ["The mast broke."]}]}
                """);
        assertThat(taxonomy.labels())
                .containsExactly(
                        Taxonomy.Entry.of("bees", "Beekeeping", "bees: hives and honey"),
                        new Taxonomy.Entry(
                                "boats", "Sailing", "boats and wind", List.of("regatta"), List.of("The mast broke.")));
    }

    @Test
    void its_version_is_its_name_and_changes_with_its_words() throws IOException {
        var one =
                "{\"labels\":[{\"id\":\"a\",\"name\":\"A\",\"definition\":\"x\"},{\"id\":\"b\",\"name\":\"B\",\"definition\":\"y\"}]}";
        assertThat(read(one).version())
                .matches("desk\\.json@[0-9a-f]{8}")
                .isEqualTo(read(one).version());
        assertThat(read(one.replace("y", "z")).version()).isNotEqualTo(read(one).version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"id":"b","name":"B"}                                       | line 3: labels[1].definition: expected a text
                    {"id":7,"name":"B","definition":"x"}                        | line 3: labels[1].id: expected a text
                    {"id":"b","name":" ","definition":"x"}                      | line 3: labels[1].name: expected a text
                    {"id":"a","name":"B","definition":"x"}                      | line 3: labels[1].id: "a" is the id of the label in line 2
                    {"id":"b","name":"B","definition":"x","colour":"red"}       | line 3: labels[1].colour: unknown
                    {"id":"b","name":"B","definition":"x","examples":"one"}     | line 3: labels[1].examples: expected a list of texts
                    {"id":"b","name":"B","definition":"x","examples":["y",""]}  | line 3: labels[1].examples[1]: expected a text
                    "b"                                                         | line 3: labels[1]: expected a label
                    {"id":"b"                                                   | line 4
                    """)
    void what_is_wrong_is_named_with_its_line_and_field(String label, String named) {
        var text = "{\"labels\":[\n{\"id\":\"a\",\"name\":\"A\",\"definition\":\"x\"},\n" + label + "\n]}";
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("desk.json, " + named);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    []                                                          | expected {"labels"
                    {"topics":[]}                                               | expected {"labels"
                    {"labels":[]}                                               | at least two
                    {"labels":[{"id":"a","name":"A","definition":"x"}]}         | at least two
                    {"labels":[],"more":1}                                      | nothing after
                    ''                                                          | expected {"labels"
                    """)
    void what_is_no_taxonomy_is_refused(String text, String why) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        var file = folder.resolve("none.json");
        assertThatThrownBy(() -> TaxonomyFile.read(file)).hasMessage("taxonomy " + file + " cannot be read");
    }

    private Taxonomy read(String text) throws IOException {
        return TaxonomyFile.read(Files.writeString(folder.resolve("desk.json"), text));
    }
}
