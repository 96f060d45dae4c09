package topfive.processor.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static topfive.processor.insight.Documents.article;

import java.util.List;
import org.junit.jupiter.api.Test;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Span;

/** A passage is read without the page around it. */
class StandsAloneTest {
    private static final String CLAIM =
            "The brewery in Ansley earns more from water than from beer, because the town pays it to clean what the dairy lets into the river.";
    private static final String QUESTION = "Why does the brewery in Ansley charge the town for its water?";
    private static final String ANSWER =
            "It cleans 40% of what the dairy lets into the river, because the town has no plant of its own and would have to build one.";

    private final Extractor extractor = new Extractor();

    @Test
    void an_answer_that_points_back_carries_its_question() {
        assertThat(claims(article("Q: " + QUESTION, "A: " + ANSWER))).containsExactly(QUESTION + " … " + ANSWER);
    }

    @Test
    void both_pieces_have_their_place() {
        var passage =
                extractor.extract(article("Q: " + QUESTION, "A: " + ANSWER)).get(0);
        assertThat(passage.spans())
                .containsExactly(new Span(0, 3, 3 + QUESTION.length()), new Span(1, 3, 3 + ANSWER.length()));
    }

    @Test
    void a_heading_that_asks_is_the_question_of_the_paragraph_under_it() {
        var paragraphs = List.of(new Article.Paragraph(QUESTION, Article.Kind.HEADING), Article.Paragraph.of(ANSWER));
        assertThat(claims(article(Document.Quality.FULL, paragraphs))).containsExactly(QUESTION + " … " + ANSWER);
    }

    @Test
    void question_and_answer_in_one_paragraph_lose_only_their_labels() {
        var passage =
                extractor.extract(article("Q: " + QUESTION + " A: " + ANSWER)).get(0);
        assertThat(passage.text()).isEqualTo(QUESTION + " … " + ANSWER);
        assertThat(passage.spans()).extracting(Span::block).containsExactly(0, 0);
    }

    @Test
    void a_short_answer_brings_the_sentence_that_explains_it() {
        var answer =
                "It cleans the river. The dairy upstream lets in 40% more than in 2019, because nobody has told it to stop.";
        assertThat(claims(article("Q: " + QUESTION, "A: " + answer))).containsExactly(QUESTION + " … " + answer);
    }

    @Test
    void an_answer_that_can_be_read_alone_leaves_its_question_behind() {
        assertThat(claims(article("Q: " + QUESTION, "A: " + CLAIM))).containsExactly(CLAIM);
    }

    @Test
    void an_answer_about_the_thing_that_was_asked_carries_its_question_too() {
        var question = "What would happen if the town of Ansley stopped paying for clean water?";
        var answer = "The main risk is that the brewery closes, because it earns more from water than from beer.";
        assertThat(claims(article(question, answer))).containsExactly(question + " … " + answer);
    }

    @Test
    void a_question_that_points_back_itself_helps_no_answer() {
        assertThat(claims(article("Q: And why do they charge for it?", "A: " + ANSWER)))
                .isEmpty();
    }

    @Test
    void an_answer_that_only_defines_or_advises_is_none_with_its_question_either() {
        assertThat(claims(article(
                        "Q: What is a settling pond?",
                        "A: It is a basin in which the water of a river stands until the mud has sunk to the bottom.")))
                .isEmpty();
        assertThat(claims(article(
                        "Q: How can I save water at home in Ansley?",
                        "A: Take shorter showers and call the brewery, because it checks 40% of all meters for free.")))
                .isEmpty();
    }

    @Test
    void throat_clearing_is_cut_and_the_cut_is_marked() {
        var rest = CLAIM.replace("The brewery", "the brewery");
        assertThat(claims(article("It is worth noting that " + rest))).containsExactly("…" + rest);
        assertThat(claims(article("Make no mistake: " + rest))).containsExactly("…" + rest);
        assertThat(claims(article("For readers of these pages, the lesson is clear: " + rest)))
                .containsExactly("…" + rest);
    }

    @Test
    void what_points_back_behind_the_throat_clearing_still_points_back() {
        assertThat(claims(article("It is worth noting that " + ANSWER.replace("It", "it"))))
                .isEmpty();
    }

    @Test
    void a_claim_is_not_lengthened_by_a_remark_on_it() {
        assertThat(claims(article(CLAIM + " This is a remarkable thing for a small town to do.")))
                .containsExactly(CLAIM);
    }

    private List<String> claims(Document document) {
        return extractor.extract(document).stream().map(Passage::text).toList();
    }
}
