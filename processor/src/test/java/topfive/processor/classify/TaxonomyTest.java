package topfive.processor.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaxonomyTest {
    @Test
    void the_media_topics_are_the_seventeen_of_the_scheme() {
        assertThat(Taxonomy.mediaTopics().labels()).hasSize(17);
        assertThat(Taxonomy.mediaTopics().labels().get(3).code()).isEqualTo("medtop:04000000");
        assertThat(Taxonomy.mediaTopics().labels().get(3).label()).isEqualTo("economy, business and finance");
    }

    @Test
    void every_shipped_label_has_a_definition_phrases_and_at_least_ten_examples() {
        for (var taxonomy : List.of(Taxonomy.mediaTopics(), Taxonomy.themes())) {
            assertThat(taxonomy.labels()).allSatisfy(entry -> {
                assertThat(entry.definition()).isNotBlank();
                assertThat(entry.phrases()).hasSizeGreaterThan(4);
                assertThat(entry.examples()).hasSizeGreaterThanOrEqualTo(10);
            });
        }
    }

    @Test
    void a_taxonomy_is_read_from_text() {
        var taxonomy = TaxonomyText.read(
                "mine", "# note\n= a | Ants\n: insects that live in nests\n~ ant hill, queen\n- Ants farm lice.\n");
        assertThat(taxonomy.labels())
                .containsExactly(new Taxonomy.Entry(
                        "a",
                        "Ants",
                        "insects that live in nests",
                        List.of("ant hill", "queen"),
                        List.of("Ants farm lice.")));
    }

    @Test
    void a_line_that_is_not_understood_is_named() {
        assertThatThrownBy(() -> TaxonomyText.read("mine", "= a | Ants\nAnts farm lice."))
                .hasMessageContaining("mine, line 2")
                .hasMessageContaining("Ants farm lice.");
    }

    @Test
    void two_labels_with_one_code_are_refused() {
        assertThatThrownBy(() -> TaxonomyText.read("mine", "= a | Ants\n= a | Apes"))
                .hasMessageContaining("two labels have the code a");
    }

    @Test
    void a_taxonomy_without_labels_is_refused() {
        assertThatThrownBy(() -> TaxonomyText.read("mine", "# nothing")).hasMessageContaining("mine has no labels");
    }
}
