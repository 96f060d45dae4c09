package topfive.processor.choose;

import static org.assertj.core.api.Assertions.assertThat;
import static topfive.processor.merge.Sayings.DAY;
import static topfive.processor.merge.Sayings.NOON;
import static topfive.processor.merge.Sayings.reading;
import static topfive.processor.merge.Sayings.says;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import topfive.contract.Day;
import topfive.contract.Edition;
import topfive.contract.Span;
import topfive.processor.merge.Cell;
import topfive.processor.merge.CellDay;
import topfive.processor.merge.Claim;
import topfive.processor.merge.Rules;
import topfive.processor.merge.Words;

class EditionOfDayTest {
    private static final EditionOfDay.Desk DESK =
            new EditionOfDay.Desk("all", new Day(ZoneOffset.UTC, Duration.ofMinutes(30)), Rules.CURRENT, "lexical");
    private static final String[] IDEAS = {
        "The Sarrin canal auctions its slots because drought has cut the number of passages by 28%.",
        "Fortified roofs cut hurricane claims from 19.8% to 4.1% of houses on the Marisol coast.",
        "Hospitals that silenced bedside alarms saw fewer cardiac deaths, since nurses answered those that remained.",
        "Firms that stopped hiring graduates now pay more for experienced people whom nobody trained.",
        "Rents in Tamarack fell 7% after the city allowed six homes on each lot.",
        "Geothermal drilling got four times faster by repetition and not by invention.",
        "Phone bans in schools help only the weakest quarter of pupils.",
    };

    private static CellDay day(Claim... claims) {
        var cell = new Cell("en", Rules.CURRENT);
        Arrays.stream(claims).forEach(claim -> cell.place(reading(claim)));
        return cell.summary(DAY, DESK.days().closesAt(DAY));
    }

    private static EditionOfDay edition(CellDay cell, Told... before) {
        return EditionOfDay.of(DESK, DAY, Edition.Status.FINAL, 1, List.of(cell), List.of(before));
    }

    private static CellDay sevenIdeas() {
        var claims = new Claim[IDEAS.length];
        for (int i = 0; i < IDEAS.length; i++) {
            claims[i] = says("source" + i + ".example", IDEAS[i], NOON.plusSeconds(i));
        }
        return day(claims);
    }

    @Test
    void five_of_seven_ideas_are_chosen_and_the_others_know_why_not() {
        var made = edition(sevenIdeas());
        assertThat(made.edition().insights()).extracting(Edition.Ranked::rank).containsExactly(1, 2, 3, 4, 5);
        assertThat(made.decisions())
                .allSatisfy(decision -> assertThat(decision.rival()).isNotNull().isNotEqualTo(decision.clusterId()));
        assertThat(made.edition().missed()).hasSize(2).allSatisfy(missed -> {
            assertThat(missed.scoreParts().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(missed.score());
            assertThat(missed.reason()).isEqualTo("outscored");
            assertThat(missed.rival()).isNotNull();
        });
        assertThat(made.edition().shortfall()).isNull();
        assertThat(made.decisions()).hasSize(7);
    }

    @Test
    void the_parts_of_every_score_add_up_to_it() {
        var made = edition(sevenIdeas());
        assertThat(made.decisions())
                .allSatisfy(decision -> assertThat(decision.scoreParts().values().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .isEqualTo(decision.score()));
    }

    @Test
    void what_three_independent_sources_say_ranks_before_what_one_says() {
        var made = edition(
                day(
                        says("a.example", IDEAS[0]),
                        says("b.example", IDEAS[1] + " So says one study."),
                        says(
                                "c.example",
                                "On the Marisol coast fortified roofs cut claims after the hurricane from 19.8% of houses to 4.1%."),
                        says(
                                "d.example",
                                "Hurricane claims fell from 19.8% to 4.1% of houses on the Marisol coast where roofs were fortified.")));
        var first = made.edition().insights().get(0);
        assertThat(first.independentSources()).isEqualTo(3);
        assertThat(first.why()).startsWith("Three independent sources say so");
        assertThat(first.evidence()).hasSize(3);
    }

    @Test
    void a_poor_insight_is_no_filler() {
        var poor = says("a.example", IDEAS[0]);
        var worse = new Claim(withQuality(poor, 100), poor.published(), poor.vector(), poor.words());
        var made = edition(day(worse));
        assertThat(made.edition().insights()).isEmpty();
        assertThat(made.edition().missed())
                .singleElement()
                .satisfies(missed -> assertThat(missed.reason()).isEqualTo("below-the-floor"));
        assertThat(made.edition().shortfall()).startsWith("Only 0 of 1 candidates");
    }

    @Test
    void a_source_has_at_most_two_of_the_five() {
        var claims = new Claim[4];
        for (int i = 0; i < 4; i++) {
            claims[i] = says("one.example", IDEAS[i]);
        }
        var made = edition(day(claims));
        assertThat(made.edition().insights()).hasSize(2);
        assertThat(made.edition().missed()).extracting(Edition.Missed::reason).containsOnly("source-has-two");
    }

    @Test
    void an_idea_told_before_does_not_come_back() {
        var yesterday = edition(sevenIdeas()).told();
        var told = new Told(DAY.minusDays(1), 1, DESK.encoderId(), yesterday.ideas());
        var made = edition(day(says("other.example", yesterday.ideas().get(0).claim())), told);
        assertThat(made.edition().insights()).isEmpty();
        assertThat(made.edition().missed()).singleElement().satisfies(missed -> {
            assertThat(missed.reason()).isEqualTo("told-before");
            assertThat(missed.rival()).isEqualTo(yesterday.ideas().get(0).clusterId());
        });
        assertThat(made.edition().comparedWith()).containsExactly(new Edition.Compared(DAY.minusDays(1), 1));
    }

    @Test
    void an_idea_told_before_comes_back_with_a_new_figure_and_says_which() {
        var before = edition(day(says("a.example", IDEAS[4]))).told();
        var made = edition(
                day(says("b.example", "Rents in Tamarack fell 9% after the city allowed six homes on each lot.")),
                new Told(DAY.minusDays(1), 1, DESK.encoderId(), before.ideas()));
        assertThat(made.edition().insights()).singleElement().satisfies(ranked -> {
            assertThat(ranked.novelty().kind()).isEqualTo("update");
            assertThat(ranked.novelty().whatIsNew()).containsExactly("9%");
        });
    }

    @Test
    void a_passage_that_was_evidence_of_an_idea_is_of_that_idea_in_any_company() {
        var other = "The canal that drought has made scarce earns more with fewer ships.";
        var before = new Told(
                DAY.minusDays(1), 1, "hashed-words-512/1", List.of(idea("x", IDEAS[3], List.of(IDEAS[3], IDEAS[0]))));
        var made = edition(day(says("a.example", IDEAS[0])), before);
        assertThat(made.edition().missed()).extracting(Edition.Missed::reason).containsExactly("told-before");
        assertThat(edition(day(says("a.example", other)), before).edition().missed())
                .isEmpty();
    }

    private static Idea idea(String id, String claim, List<String> evidence) {
        var vector = says("x.example", claim).vector();
        return new Idea(id, vector, vector, Words.NONE, claim, evidence);
    }

    @Test
    void a_day_of_two_ideas_says_that_there_were_no_more() {
        var made = edition(day(says("a.example", IDEAS[0]), says("b.example", IDEAS[1])));
        assertThat(made.edition().insights()).hasSize(2);
        assertThat(made.edition().shortfall()).isEqualTo("No more than 2 different ideas were found.");
    }

    @Test
    void a_day_on_which_all_was_told_before_says_so() {
        var told = new Told(
                DAY.minusDays(1),
                1,
                "hashed-words-512/1",
                edition(sevenIdeas()).told().ideas());
        var made = edition(day(says("other.example", told.ideas().get(0).claim())), told);
        assertThat(made.edition().shortfall())
                .isEqualTo("Nothing new: all that was found was told in the last seven editions,"
                        + " with the same figures, dates and names.");
    }

    @Test
    void the_place_of_an_answer_that_carries_its_question_is_the_answers() {
        var claim = says("a.example", IDEAS[0]);
        var spans = List.of(new Span(3, 10, 40), new Span(4, 3, 90));
        var made = edition(day(new Claim(at(claim, spans), claim.published(), claim.vector(), claim.words())));
        var evidence = made.edition().insights().get(0).evidence().get(0);
        assertThat(List.of(evidence.block(), evidence.start(), evidence.end())).containsExactly(4, 3, 90);
    }

    @Test
    void a_day_without_documents_says_so() {
        var made = EditionOfDay.of(DESK, DAY, Edition.Status.FINAL, 1, List.of(), List.of());
        assertThat(made.edition().insights()).isEmpty();
        assertThat(made.edition().shortfall()).isEqualTo("No documents came in.");
        assertThat(made.edition().updatedAt()).isEqualTo("2026-03-05T00:30:00Z");
    }

    private static topfive.contract.Insight withQuality(Claim claim, int score) {
        return with(claim, claim.insight().spans(), score);
    }

    private static topfive.contract.Insight at(Claim claim, List<Span> spans) {
        return with(claim, spans, 600);
    }

    private static topfive.contract.Insight with(Claim claim, List<Span> spans, int score) {
        var is = claim.insight();
        return new topfive.contract.Insight(
                1,
                is.id(),
                is.documentId(),
                is.contentHash(),
                is.source(),
                is.title(),
                is.url(),
                is.link(),
                is.publishedAt(),
                is.fetchedAt(),
                is.day(),
                is.language(),
                is.claim(),
                spans,
                is.context(),
                is.speaker(),
                is.startMs(),
                is.topics(),
                is.themes(),
                new topfive.contract.Insight.Quality(score, java.util.Map.of("reasoning", score)),
                is.encoderId());
    }
}
