package topfive.processor.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static topfive.processor.insight.Documents.article;
import static topfive.processor.insight.Documents.episode;
import static topfive.processor.insight.Documents.says;
import static topfive.processor.insight.Documents.statement;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Episode;
import topfive.contract.Span;

class ExtractorTest {
    private static final String CLAIM =
            "The brewery in Ansley earns more from water than from beer, because the town pays it to clean what the dairy lets into the river.";
    private static final String OTHER =
            "Bakers in Corran sell 40% fewer loaves than in 2019, but the price of a loaf has doubled and so their income has not changed.";

    private static final String THIRD =
            "The ferry to Tamarin runs empty at noon since the school moved its lessons, which means that islanders pay 30% more for a ticket.";

    private final Extractor extractor = new Extractor();

    @Test
    void a_claim_with_its_reason_is_a_passage_with_its_place_and_surroundings() {
        var passages = extractor.extract(article("The river is brown in May. " + CLAIM + " Nobody minds."));
        assertThat(passages).hasSize(1);
        var passage = passages.get(0);
        assertThat(passage.text()).isEqualTo(CLAIM);
        assertThat(passage.spans()).containsExactly(new Span(0, 27, 27 + CLAIM.length()));
        assertThat(passage.context().before()).isEqualTo("The river is brown in May.");
        assertThat(passage.context().after()).isEqualTo("Nobody minds.");
        assertThat(passage.speaker()).isNull();
        assertThat(passage.startMs()).isNull();
    }

    @Test
    void two_claims_side_by_side_are_two_passages() {
        assertThat(claims(article(CLAIM + " " + OTHER))).containsExactly(CLAIM, OTHER);
    }

    @Test
    void two_claims_of_which_the_second_goes_on_from_the_first_are_two_passages_all_the_same() {
        var second =
                "But the dairy in Corran gains more than the town, because it pays 40% less for what it lets into the river.";
        assertThat(claims(article(CLAIM + " " + second))).containsExactly(CLAIM, second);
    }

    @Test
    void a_sentence_that_points_back_comes_with_the_one_it_points_to() {
        var text =
                "The town council of Ansley voted to close the last bridge over the Wend. That means that 9,000 people drive 20 minutes longer,"
                        + " because the next bridge is in Corran.";
        assertThat(claims(article(text))).containsExactly(text);
    }

    @Test
    void an_answer_that_needs_its_question_comes_with_it() {
        var text =
                "Why did the ferry to Tamarin stop running? It lost 40% of its passengers because the school on the island moved its lessons to noon.";
        assertThat(claims(article(text))).containsExactly(text);
    }

    @Test
    void a_sentence_that_points_to_nothing_printable_is_not_chosen() {
        assertThat(
                        claims(
                                article(
                                        "Sign up for our letter. They earn more from water than from beer, because the town pays them to clean it.")))
                .isEmpty();
        assertThat(
                        claims(
                                article(
                                        "They earn more from water than from beer in Ansley, because the town pays them to clean the river.")))
                .isEmpty();
    }

    @Test
    void text_is_verbatim_but_for_markdown_marks_escapes_and_white_space() {
        var passages = extractor.extract(article(
                "The **brewery** in \\*Ansley\\* earns more from  water\nthan from beer, because the town pays it"
                        + " to clean what the dairy lets into the river."));
        assertThat(passages.get(0).text()).isEqualTo(CLAIM);
    }

    @Test
    void the_parts_of_the_quality_add_up_to_the_score() {
        var passages = extractor.extract(article(CLAIM, OTHER));
        assertThat(passages).hasSize(2).allSatisfy(passage -> {
            var parts = passage.quality().parts();
            assertThat(parts).containsOnlyKeys("about", "reasoning", "facts", "lasting", "form", "doubts");
            assertThat(parts.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(passage.quality().score());
        });
    }

    @Test
    void headings_hold_no_claim_and_items_and_quotations_do() {
        var paragraphs = List.of(
                new Article.Paragraph(CLAIM, Article.Kind.HEADING), new Article.Paragraph(OTHER, Article.Kind.ITEM));
        assertThat(claims(article(Document.Quality.FULL, paragraphs))).containsExactly(OTHER);
    }

    @Test
    void a_teaser_gives_two_passages_at_most() {
        var paragraphs = List.of(Article.Paragraph.of(CLAIM), Article.Paragraph.of(OTHER), Article.Paragraph.of(THIRD));
        assertThat(extractor.extract(article(Document.Quality.FULL, paragraphs)))
                .hasSize(3);
        assertThat(extractor.extract(article(Document.Quality.TEASER, paragraphs)))
                .hasSize(2);
    }

    @Test
    void a_document_that_says_the_same_twice_says_it_once() {
        assertThat(claims(article(CLAIM, CLAIM))).containsExactly(CLAIM);
    }

    @Test
    void a_long_document_gives_at_most_24_none_overlapping_in_text_order() {
        var paragraphs = new ArrayList<String>();
        for (int i = 0; i < 60; i++) {
            paragraphs.add("Town" + i + " lost " + (i + 3) + "% of its shops because river" + i + " and hill" + i
                    + " moved the road to village" + i + ", which led to fewer buses, market" + i + " and school" + i
                    + " included.");
        }
        var passages = extractor.extract(article(paragraphs.toArray(String[]::new)));
        assertThat(passages).hasSize(24);
        assertThat(passages)
                .isSortedAccordingTo(
                        (a, b) -> a.spans().get(0).block() - b.spans().get(0).block());
    }

    @Test
    void the_same_document_gives_the_same_passages() {
        assertThat(new Extractor().extract(article(CLAIM, OTHER))).isEqualTo(extractor.extract(article(CLAIM, OTHER)));
    }

    @Test
    void a_statement_is_one_passage_whatever_it_says() {
        var passages = extractor.extract(statement(3, "They did this. Why? Read more below: it is *short*"));
        assertThat(passages).hasSize(1);
        assertThat(passages.get(0).text()).isEqualTo("They did this. Why? Read more below: it is short");
        assertThat(passages.get(0).quality().score()).isEqualTo(1000);
    }

    @Test
    void a_spoken_claim_has_its_speaker_and_its_second() {
        var turn = new Episode.Turn(
                "Ines",
                60_000L,
                null,
                "Good question. " + CLAIM,
                Episode.Kind.SPEECH,
                List.of(new Episode.Mark(15, 64_000L)));
        var passage = extractor.extract(episode(turn)).get(0);
        assertThat(passage.text()).isEqualTo(CLAIM);
        assertThat(passage.speaker()).isEqualTo("Ines");
        assertThat(passage.startMs()).isEqualTo(64_000L);
    }

    @Test
    void filler_before_a_spoken_claim_is_cut_and_the_cut_is_marked() {
        var spoken = "Yeah, so, I mean, " + CLAIM.replace("The brewery", "the brewery");
        assertThat(claims(episode(says("Ines", spoken))))
                .containsExactly("…" + CLAIM.replace("The brewery", "the brewery"));
    }

    @Test
    void a_report_behind_a_dateline_is_whole_and_nothing_is_marked_as_cut() {
        assertThat(claims(article("TAMARACK (Tallis Wire) — " + CLAIM))).containsExactly(CLAIM);
    }

    @Test
    void adverts_and_openings_of_an_episode_are_not_read() {
        var advert = new Episode.Turn("Host", 0L, null, CLAIM, Episode.Kind.AD, List.of());
        var opening = new Episode.Turn("Host", 0L, null, OTHER, Episode.Kind.INTRO, List.of());
        assertThat(extractor.extract(episode(advert, opening))).isEmpty();
    }

    @Test
    void speech_without_punctuation_still_gives_passages_of_readable_length() {
        var spoken =
                "the brewery in Ansley earns more from water than from beer because the town pays it to clean the river and the dairy lets more into "
                        + "the river every year so the brewery built a second plant in 2021 which cost 4 million and now the town of Corran wants to pay for a "
                        + "third one because the river flows there too and nobody in Corran has a plant that works";
        var passages = claims(episode(says("Ines", spoken)));
        assertThat(passages)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text.split(" ").length).isLessThanOrEqualTo(75));
    }

    @Test
    void an_empty_document_gives_none() {
        assertThat(extractor.extract(article())).isEmpty();
        assertThat(extractor.extract(article(" "))).isEmpty();
    }

    private List<String> claims(Document document) {
        return extractor.extract(document).stream().map(Passage::text).toList();
    }
}
