package topfive.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.dashboard.days.Days;

class PageTest {
    private final Edition open = Showing.edition("an-open-day");
    private Showing showing = Showing.both();

    @AfterEach
    void close() {
        showing.close();
    }

    @Test
    void each_insight_is_one_article_headed_by_its_claim_word_for_word() {
        var page = page("/d/2026-10-14");

        assertThat(page.select("article")).hasSize(5);
        assertThat(page.select("article h2").eachText())
                .containsExactlyElementsOf(
                        open.insights().stream().map(Edition.Ranked::claim).toList());
    }

    @Test
    void every_quotation_of_the_edition_stands_in_its_card_word_for_word() {
        var page = page("/d/2026-10-14");

        for (var insight : open.insights()) {
            var card = page.getElementById("c-" + insight.clusterId());
            for (var evidence : insight.evidence()) {
                assertThat(card.text()).contains(evidence.quote());
                assertThat(card.select("a[href]").eachAttr("href")).contains(evidence.url());
            }
        }
    }

    @Test
    void nothing_is_quoted_that_the_edition_does_not_quote() {
        var quotes = open.insights().stream()
                .flatMap(insight -> insight.evidence().stream())
                .map(Edition.Evidence::quote)
                .toList();

        assertThat(page("/d/2026-10-14").select("q").eachText()).isSubsetOf(quotes);
    }

    @Test
    void what_was_spoken_is_shown_as_a_quotation_with_its_speaker_and_minute() {
        var card = page("/d/2026-10-14").select("article").get(1);

        assertThat(card.select("h2 > q").text()).startsWith("A model that answers faster");
        assertThat(card.select(".voice").text()).isEqualTo("Dr. Amara Lindqvist, Plain Models");
        assertThat(card.select("a.play").first().text()).isEqualTo("▶ 37:14");
        assertThat(card.select("a.play").first().attr("href"))
                .isEqualTo("https://plainmodels.example/episodes/the-second-question#t=2234");
    }

    @Test
    void a_card_says_how_many_reports_and_independent_sources_and_when() {
        assertThat(page("/d/2026-10-14").select(".facts").first().text())
                .isEqualTo("9 reports · 4 independent sources · first 07:10 · last 16:42");
    }

    @Test
    void several_passages_of_one_report_are_one_report() {
        ObjectNode edition = Json.MAPPER.valueToTree(open);
        var evidence = edition.at("/insights/0/evidence");
        for (int i = 5; i < 9; i++) {
            ((ObjectNode) evidence.get(i)).set("documentId", evidence.path(0).path("documentId"));
        }
        showing.live(Json.bytes(edition));

        var card = page("/d/2026-10-14").select("article").first();
        assertThat(card.select("details.more summary").text()).isEqualTo("6 more passages");
        assertThat(card.select("p.meta").text()).contains("4 further reports of the same owners not listed.");
    }

    @Test
    void the_head_says_day_zone_state_and_what_was_read() {
        var head = page("/d/2026-10-14").select("header.day").text();

        assertThat(head)
                .contains(
                        "Wednesday, 14 October 2026",
                        "Open · updated 16:42 · closes 15 Oct, 00:30 · Europe/Berlin",
                        "Five of 11 candidates, from 43 documents.",
                        "3 documents not read: 2 in German, 1 in French.");
    }

    @Test
    void parts_of_the_score_are_shown_with_bars_of_their_size() {
        var score = page("/d/2026-10-14").select("details.score").first();

        assertThat(score.select("tr").first().text())
                .isEqualTo("Corroboration how many independent sources say so 312");
        assertThat(score.select("rect").eachAttr("width")).containsExactly("100", "37", "64", "38", "12");
    }

    @Test
    void once_the_day_is_closed_a_card_says_what_was_taken_as_one_idea() {
        var insight = open.insights().get(0);
        var one = insight.evidence().get(0).insightId();
        var two = insight.evidence().get(1).insightId();
        var merge = new Decision.Merge(one, two, 874, "same figures");
        var decision = new Decision(
                1,
                "all",
                open.day(),
                insight.clusterId(),
                insight.claim(),
                791,
                Map.of(),
                1,
                null,
                null,
                List.of(merge),
                "",
                "");

        showing.days.decision(decision.key(), decision);

        assertThat(page("/d/2026-10-14").select(".merged li").eachText())
                .containsExactly("The Harbour Herald and Atlas Freight Review: 874 of 1000 alike, same figures");
    }

    @Test
    void a_former_id_still_leads_to_its_card() {
        var former = open.insights().get(0).formerIds().get(0);

        assertThat(page("/d/2026-10-14")
                        .getElementById("c-" + former)
                        .closest("article")
                        .id())
                .isEqualTo("c-" + open.insights().get(0).clusterId());
        assertThat(showing.get("/i/" + former).headers().firstValue("Location")).contains("/d/2026-10-14#c-" + former);
    }

    @Test
    void a_candidate_that_missed_says_why_and_against_whom() {
        var missed = page("/d/2026-10-14").select(".missed li").get(1);

        assertThat(missed.select(".meta").text()).isEqualTo("455 points · says the same as no. 1");
        assertThat(missed.select(".meta a").attr("href"))
                .isEqualTo("#c-" + open.insights().get(0).clusterId());
    }

    @Test
    void a_candidate_that_missed_shows_its_parts_too() {
        var missed = page("/d/2026-10-14").select(".missed li");

        assertThat(missed.get(1).select("details.score tr .value").eachText())
                .containsExactly("120", "80", "160", "75", "20");
        assertThat(missed.get(0).select("details.score")).isEmpty();
    }

    @Test
    void once_the_day_is_closed_a_card_names_the_nearest_of_the_others() {
        var first = open.insights().get(0);
        var nearest = open.insights().get(1).clusterId();
        var decision = new Decision(
                1,
                "all",
                open.day(),
                first.clusterId(),
                first.claim(),
                first.score(),
                first.scoreParts(),
                1,
                null,
                nearest,
                List.of(),
                "1",
                "e");
        showing.days.decision(decision.key(), decision);

        var card = page("/d/2026-10-14").select("article").first();
        assertThat(card.select(".score .meta").text()).isEqualTo("Nearest of the other four: no. 2");
        assertThat(card.select(".score .meta a").attr("href")).isEqualTo("#c-" + nearest);
    }

    @Test
    void what_was_no_candidate_is_counted_by_reason() {
        assertThat(page("/d/2026-10-14").select("main > .meta").text())
                .isEqualTo("Claims that were no candidates: 4 too old.");
    }

    @Test
    void a_dispute_leads_to_the_claim_that_disputes() {
        var disputed = page("/d/2026-10-14").select(".disputed").first();

        assertThat(disputed.text()).contains("Our own numbers say the opposite");
        assertThat(page("/d/2026-10-14").select(disputed.select("a").attr("href")))
                .isNotEmpty();
    }

    @Test
    void fewer_than_five_says_so_and_why() {
        assertThat(page("/d/2026-10-13").select(".notice").text())
                .isEqualTo("Three insights on this day. We do not fill up."
                        + " Only three candidates were above the floor, and two of them said the same.");
    }

    @Test
    void the_first_page_is_that_of_today() {
        assertThat(showing.get("/").headers().firstValue("Location")).contains("/d/2026-10-14");
    }

    @Test
    void while_today_has_nothing_the_first_page_is_the_newest_day_there_is() {
        anew(new Showing().daily(Showing.edition("a-closed-day-of-three")));

        assertThat(showing.get("/").headers().firstValue("Location")).contains("/d/2026-10-13");
        assertThat(page("/d/2026-10-14").select("main").text()).contains("Nothing ranked yet today.");
        assertThat(page("/d/2026-10-14").select("main a").eachAttr("href")).contains("/d/2026-10-13");
    }

    @Test
    void with_nothing_at_all_the_page_says_how_to_begin() {
        anew(new Showing());

        assertThat(page("/d/2026-10-14").select("main").text())
                .contains("No sources yet, or nothing read so far.", "./topfive demo");
    }

    @Test
    void an_open_day_without_any_document_says_so_everywhere() {
        var empty = new Edition(
                1,
                "all",
                open.day(),
                "UTC",
                Edition.Status.OPEN,
                0,
                null,
                open.closesAt(),
                List.of(),
                new Edition.Counts(0, 0, 0, 0, 0, Map.of(), Map.of()),
                "No documents came in.",
                List.of(),
                List.of(),
                "",
                "");
        anew(new Showing().live(empty));

        assertThat(page("/d/2026-10-14").select("main").text())
                .contains("Open · closes 22:30 · UTC", "Nothing ranked yet.", "No documents came in.");
        for (var path : new String[] {
            "/status",
            "/d/2026-10-14.txt",
            "/d/2026-10-14.md",
            "/d/2026-10-14/digest.html",
            "/feeds/top.rss",
            "/feeds/daily.atom"
        }) {
            assertThat(showing.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void an_unknown_day_lists_the_days_there_are() {
        var answer = showing.get("/d/2031-01-01");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.body()).select(".days a").eachAttr("href"))
                .containsExactly("/d/2026-10-14", "/d/2026-10-13");
    }

    @Test
    void the_sample_day_is_marked_as_such() {
        anew(new Showing(new Days(), true).live(open));

        assertThat(page("/d/2026-10-14").select(".badge").text()).isEqualTo("sample day");
    }

    @Test
    void no_page_has_inline_script_or_style_or_anything_from_elsewhere() {
        for (var path : new String[] {"/d/2026-10-14", "/d/2026-10-13", "/status", "/how-it-works", "/problems"}) {
            var page = page(path);
            assertThat(page.select("script:not([src]), style, [style], img, iframe"))
                    .isEmpty();
            assertThat(page.select("script, link[rel=stylesheet], link[rel=icon]"))
                    .allMatch(element -> (element.attr("src") + element.attr("href")).startsWith("/assets/"));
            assertThat(page.select("a[href^=http]"))
                    .allMatch(link -> link.attr("rel").equals("noopener noreferrer"));
        }
    }

    @Test
    void browsers_are_told_to_run_nothing_else() {
        var headers = showing.get("/d/2026-10-14").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    }

    private Document page(String path) {
        return Jsoup.parse(showing.get(path).body());
    }

    private void anew(Showing other) {
        showing.close();
        showing = other;
    }
}
