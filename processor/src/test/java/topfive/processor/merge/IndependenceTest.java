package topfive.processor.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Ids;
import topfive.contract.Insight;
import topfive.contract.Source;

/** Nine reports may be three voices. Each document here is a report of one cluster; its first sentence is the claim. */
class IndependenceTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final String[] WIRE = {
        "Rents in Tamarack have fallen 7 percent since the city let owners build six homes on any lot, because small builders could use narrow lots.",
        "The planning department counted 11,800 permits in four years, about one for every 35 residents and more than in the fifteen years before.",
        "Two thirds of the new buildings could not have stood on their lots under the old rule, which asked for a garage below each of them.",
        "Critics say that the fall owes more to the closing of a tire plant, after which some 14,000 people left the valley for good.",
        "A vote on a like ordinance is expected in the neighbouring county before the end of the year, and six other cities are looking on."
    };
    private static final String[] OWN = {
        "In Tamarack tenants pay 7 percent less than three years ago, and the reason is that six families may now live where one did.",
        "We walked along Cutler Street, where a row of narrow houses went up on what used to be one garden with a broken fence.",
        "Their builder is a former plumber who says he would never have found a lot that could hold a garage, let alone paid for one."
    };

    @Test
    void one_wire_text_that_each_site_trims_and_edits_is_one_voice() {
        var edited = WIRE.clone();
        edited[0] =
                "Tenants in Tamarack pay 7 percent less since owners may put up six homes on a lot, a change that helped those who build small.";
        edited[3] = edited[3] + " The mayor denies it.";
        var members = List.of(
                report("a.example", null, WIRE),
                report("b.example", null, edited),
                report("c.example", null, Arrays.copyOf(edited, 3)),
                report("own.example", null, OWN));
        assertThat(Independence.of(members).groups()).isEqualTo(2);
    }

    @Test
    void an_excerpt_of_another_text_is_no_voice_of_its_own() {
        var members = List.of(report("a.example", null, WIRE), report("b.example", null, OWN[0], WIRE[1], WIRE[2]));
        assertThat(Independence.of(members).groups()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This story was produced by Northwire and distributed to members.",
                "(Northwire)",
                "The meeting ended late. - Northwire",
                "Reporting by Ann Doe in Tamarack; editing by Tom Roe",
                "With files from Northwire",
                "This report first appeared in Northwire.",
            })
    void those_that_credit_one_agency_and_share_a_sentence_are_one_voice(String credit) {
        var one = report("a.example", null, OWN[0], OWN[1], WIRE[1], credit);
        var other = report("b.example", null, WIRE[0], WIRE[1], WIRE[2], credit);
        assertThat(Independence.of(List.of(one, other)).groups()).isEqualTo(1);
        var without = report("b.example", null, WIRE[0], WIRE[1], WIRE[2]);
        assertThat(Independence.of(List.of(one, without)).groups()).isEqualTo(2);
    }

    @Test
    void one_agency_in_the_dateline_of_one_and_the_byline_of_the_other_is_one_credit() {
        var one = report("a.example", null, "TAMARACK (Northwire) - " + WIRE[0], WIRE[1], OWN[1]);
        var other = report("b.example", "By Northwire staff", OWN[0], WIRE[1], OWN[2]);
        assertThat(Independence.of(List.of(one, other)).groups()).isEqualTo(1);
    }

    @Test
    void one_agency_alone_does_not_make_one_voice_of_two_texts() {
        var one = report("a.example", "Northwire", WIRE);
        var other = report("b.example", "Northwire", OWN);
        assertThat(Independence.of(List.of(one, other)).groups()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "According to the Harbor Ledger, tenants in Tamarack pay 7 percent less because lots may hold six homes.",
                "Tenants pay 7 percent less because lots may hold six homes, as Harbor Ledger first reported.",
                "The change, first reported by Harbor Ledger, made rents fall by 7 percent because lots may hold six homes.",
            })
    void who_has_it_from_an_outlet_that_is_there_too_adds_no_voice(String claim) {
        var ledger = reportOf("Harbor Ledger", "harborledger.example", null, WIRE);
        var other = report("b.example", null, claim, OWN[1], OWN[2]);
        assertThat(Independence.of(List.of(ledger, other)).groups()).isEqualTo(1);
        var elsewhere = reportOf("Other Paper", "other.example", null, WIRE);
        assertThat(Independence.of(List.of(elsewhere, other)).groups()).isEqualTo(2);
    }

    @Test
    void voices_are_the_same_in_whatever_order_reports_stand() {
        var half = Arrays.copyOf(WIRE, 2);
        var members = new ArrayList<>(
                List.of(
                        report("a.example", null, WIRE),
                        report("b.example", null, OWN[0], WIRE[1], WIRE[2]),
                        report("c.example", null, half),
                        report("c.example", null, OWN[0], OWN[1]),
                        report("d.example", null, OWN),
                        report(
                                "e.example",
                                "Ann Doe",
                                "By all accounts rents in Tamarack are down by 7 percent, since six homes fit on a lot."),
                        report(
                                "f.example",
                                "Ann Doe",
                                "Seven percent off the rent is what Tamarack got for allowing six homes, because nobody needs a garage.")));
        var expected = Independence.of(members).groups();
        var random = new Random(7);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(members, random);
            assertThat(Independence.of(members).groups()).isEqualTo(expected);
        }
        assertThat(expected).isEqualTo(3);
    }

    private static Member report(String owner, String author, String... paragraphs) {
        return reportOf(owner, owner, author, paragraphs);
    }

    private static Member reportOf(String name, String owner, String author, String... paragraphs) {
        var says = Sayings.says(owner, paragraphs[0]);
        var is = says.insight();
        var document = new Article(
                1,
                is.documentId(),
                Ids.contentHash(List.of(paragraphs)),
                1,
                new Source(name, name, "page", owner, null),
                null,
                "",
                author,
                NOON,
                NOON,
                "en",
                Document.Quality.FULL,
                false,
                false,
                Arrays.stream(paragraphs).map(Article.Paragraph::of).toList());
        var insight = new Insight(
                1,
                is.id(),
                is.documentId(),
                document.contentHash(),
                document.source(),
                "",
                null,
                null,
                NOON,
                NOON,
                is.day(),
                "en",
                is.claim(),
                is.spans(),
                new Insight.Context("", ""),
                null,
                null,
                List.of(),
                List.of(),
                is.quality(),
                is.encoderId());
        var claim = new Claim(insight, NOON, says.vector(), Words.NONE, Origin.of(document));
        return new Member(claim, Node.of(claim));
    }
}
