package topfive.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import topfive.contract.Edition;

class DigestTest {
    private static final String HOME = "https://topfive.example";
    private final Edition edition = Showing.edition("an-open-day");

    @Test
    void the_text_holds_every_claim_quotation_and_link() {
        var text = Digest.text(edition, HOME);
        var flowing = text.replaceAll("\\s+", " ");

        for (var insight : edition.insights()) {
            assertThat(flowing).contains(insight.claim()).contains(insight.why());
            for (var evidence : insight.evidence()) {
                assertThat(flowing).contains(evidence.quote());
                assertThat(text.lines().map(String::strip)).contains(evidence.url(), evidence.link());
            }
        }
    }

    @Test
    void where_there_is_no_page_none_is_linked() {
        assertThat(Digest.text(edition, "")).doesNotContain("\n/d/");
        assertThat(Digest.markdown(edition, ""))
                .doesNotContain("page of this day")
                .doesNotContain("</d/");
        assertThat(Digest.html(edition, "")).doesNotContain("href=\"/d/");
    }

    @Test
    void lines_of_text_have_72_columns_but_an_address_is_never_cut() {
        assertThat(Digest.text(edition, HOME).lines().filter(line -> !line.contains("https://")))
                .allMatch(line -> line.length() <= 72);
    }

    @Test
    void the_mail_is_one_column_without_images_or_scripts_and_small_enough_not_to_be_clipped() {
        var html = Digest.html(edition, HOME);
        var page = Jsoup.parse(html);

        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(80_000);
        assertThat(page.select("img, svg, script, link, style")).isEmpty();
        assertThat(page.select("h2").eachText()).hasSize(5);
        for (var insight : edition.insights()) {
            assertThat(page.text()).contains(insight.claim());
            for (var evidence : insight.evidence()) {
                assertThat(page.select("a").eachAttr("href")).contains(evidence.url(), evidence.link());
            }
        }
    }

    @Test
    void markdown_holds_every_claim_and_link_and_marks_nothing_of_a_source_up() {
        var markdown = Digest.markdown(edition, HOME);

        assertThat(markdown).contains("Cell \\& Signal").contains("# Topfive: Wednesday, 14 October 2026");
        for (var insight : edition.insights()) {
            assertThat(markdown.replace("\\", "")).contains(insight.claim());
            insight.evidence().forEach(evidence -> assertThat(markdown).contains("<" + evidence.link() + ">"));
        }
    }

    @Test
    void fewer_than_five_says_why_in_every_form() {
        var three = Showing.edition("a-closed-day-of-three");

        for (var form :
                new String[] {Digest.text(three, HOME), Digest.html(three, HOME), Digest.markdown(three, HOME)}) {
            assertThat(form.replaceAll("\\s+", " "))
                    .contains("3 insights. We do not fill up. Only three candidates were above the floor");
        }
    }

    @Test
    void a_digest_can_be_fetched() {
        try (var showing = Showing.both()) {
            assertThat(showing.get("/d/2026-10-14.txt").body()).isEqualTo(Digest.text(edition, showing.service.url()));
            assertThat(showing.get("/d/2026-10-14.md").body())
                    .isEqualTo(Digest.markdown(edition, showing.service.url()));
            assertThat(showing.get("/d/2026-10-14/digest.html").body())
                    .isEqualTo(Digest.html(edition, showing.service.url()));
        }
    }
}
