package topfive.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactsTest {
    @Test
    void names_are_actors_but_the_first_word_of_a_sentence_is_not() {
        var facts =
                Facts.of("Prices fell because the Calder Grid Authority paid Tomas Reyle. Nobody at NTSA complained.");
        assertThat(facts.actors()).containsExactlyInAnyOrder("Calder Grid Authority", "Tomas Reyle", "NTSA");
    }

    @Test
    void weekdays_and_today_are_no_dates_and_no_actors() {
        var facts = Facts.of("On Wednesday the board met, and today it denied that.");
        assertThat(facts.actors()).isEmpty();
        assertThat(facts.dates()).isEmpty();
    }

    @Test
    void a_year_is_a_date_and_no_figure() {
        var facts = Facts.of("The plant closed in 2023 and reopens on 14 March.");
        assertThat(facts.dates()).containsExactlyInAnyOrder("2023", "14 march");
        assertThat(facts.figures()).isEmpty();
    }
}
