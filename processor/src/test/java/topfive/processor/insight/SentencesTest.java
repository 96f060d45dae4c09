package topfive.processor.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void a_mark_followed_by_a_capital_ends_a_sentence() {
        assertThat(split("Prices rose. Wages did not! Why? Nobody asked."))
                .containsExactly("Prices rose.", "Wages did not!", "Why?", "Nobody asked.");
    }

    @Test
    void titles_initials_and_places_do_not_end_one() {
        assertThat(split("Dr. Ana M. Ruiz met Sen. Cole of the U.S. Senate on Mt. Hood. She left."))
                .containsExactly("Dr. Ana M. Ruiz met Sen. Cole of the U.S. Senate on Mt. Hood.", "She left.");
    }

    @Test
    void an_abbreviation_ends_one_where_the_next_word_begins_one() {
        assertThat(split("She moved to the U.S. It was cheaper. He works for Orbis Inc. They pay well."))
                .containsExactly(
                        "She moved to the U.S.", "It was cheaper.", "He works for Orbis Inc.", "They pay well.");
    }

    @Test
    void hours_open_a_sentence_or_end_one() {
        assertThat(split("At 5 a.m. Mr. Lund left. He was back at 6 p.m. Trains were late."))
                .containsExactly("At 5 a.m. Mr. Lund left.", "He was back at 6 p.m.", "Trains were late.");
    }

    @Test
    void decimals_versions_and_addresses_do_not_end_one() {
        assertThat(split("It costs $3.50 since v2.1 came out. See https://a.example/x.html for No. 7 of it."))
                .containsExactly(
                        "It costs $3.50 since v2.1 came out.", "See https://a.example/x.html for No. 7 of it.");
    }

    @Test
    void a_short_quotation_stays_whole_and_its_speaker_with_it() {
        assertThat(split("\"We lost money. We will be back,\" she said. Nobody laughed."))
                .containsExactly("\"We lost money. We will be back,\" she said.", "Nobody laughed.");
    }

    @Test
    void a_quotation_and_a_bracket_close_behind_the_mark() {
        assertThat(split("They call it “scale.” It is not (as they know.) But it sells."))
                .containsExactly("They call it “scale.”", "It is not (as they know.)", "But it sells.");
    }

    @Test
    void a_block_that_is_one_long_quotation_has_its_own_sentences() {
        assertThat(
                        split(
                                "“The grid was built for steel mills and for towns that slept at night. Now it serves machines that never do.”"))
                .hasSize(2);
    }

    @Test
    void an_ellipsis_in_mid_sentence_does_not_end_it() {
        assertThat(split("It works ... most of the time. They waited... Then they left."))
                .containsExactly("It works ... most of the time.", "They waited...", "Then they left.");
    }

    @Test
    void items_of_a_list_are_sentences() {
        assertThat(split("1. The first one 2. The second one"))
                .containsExactly("1. The first one", "2. The second one");
        assertThat(split("• power\n• water")).containsExactly("• power", "• water");
    }

    @Test
    void a_wrapped_line_goes_on_and_an_empty_line_ends() {
        assertThat(
                        split(
                                "The price of power rose so fast that the mill\nhad to close. It never opened again\n\nMore news"))
                .containsExactly(
                        "The price of power rose so fast that the mill\nhad to close.",
                        "It never opened again",
                        "More news");
    }

    @Test
    void speech_in_lower_case_is_split_at_its_marks() {
        assertThat(split("so we tried it. it failed. we tried again."))
                .containsExactly("so we tried it.", "it failed.", "we tried again.");
    }

    @Test
    void offsets_are_those_of_the_text() {
        var text = "  One is here.  Two is there. ";
        assertThat(Sentences.of(text))
                .containsExactly(new Sentence(2, 14, "One is here."), new Sentence(16, 29, "Two is there."));
    }

    @Test
    void nothing_has_no_sentences() {
        assertThat(Sentences.of(" \n ")).isEmpty();
    }

    private static List<String> split(String text) {
        return Sentences.of(text).stream().map(Sentence::text).toList();
    }
}
