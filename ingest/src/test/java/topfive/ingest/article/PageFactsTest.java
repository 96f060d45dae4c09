package topfive.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a page without any script on it, unless the test says so. */
class PageFactsTest {
    private static final String URL = "https://www.harbourledger.example/business/fees";

    @Nested
    class Title {
        @Test
        void is_the_headline_that_the_head_repeats_and_not_the_masthead() {
            assertThat(title("Dredging begins at last | The Harbour Ledger", """
                            <header><h1 class="site-title"><a href="/">The Harbour Ledger</a></h1></header>
                            <article><h1>Dredging begins at last</h1></article>"""))
                    .isEqualTo("Dredging begins at last");
        }

        @Test
        void is_not_the_sites_name_even_where_that_is_the_only_main_heading() {
            assertThat(title(
                            "Small ships first - Tide and Rope",
                            "<meta property=og:site_name content='Tide and Rope'>",
                            "<h1>Tide and Rope</h1><div class=post><h2>Small ships first</h2></div>"))
                    .isEqualTo("Small ships first");
        }

        @Test
        void is_a_lone_headline_where_the_head_has_another_for_searchers() {
            assertThat(title(
                            "Port charges 2026: all tariffs | Ledger",
                            "<main><h1>What a night at the quay will cost you from spring</h1></main>"))
                    .isEqualTo("What a night at the quay will cost you from spring");
        }

        @Test
        void leaves_out_the_kicker_inside_the_heading() {
            assertThat(title(
                            "Fees rise by a tenth - The Harbour Ledger",
                            "<h1><span class=kicker>Shipping</span> <span>Fees rise by a tenth</span></h1>"))
                    .isEqualTo("Fees rise by a tenth");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "Fees rise by a tenth | The Harbour Ledger; Fees rise by a tenth",
                    "The Harbour Ledger: Fees rise by a tenth; Fees rise by a tenth",
                    "Fees rise by a tenth – harbourledger.example; Fees rise by a tenth",
                    "Tugs, tides - and a long night of waiting for pilots; Tugs, tides - and a long night of waiting for pilots"
                })
        void without_headings_is_the_tabs_text_less_the_site(String tab, String title) {
            assertThat(title(tab, "<meta property=og:site_name content='The Harbour Ledger'>", "<p>Fees.</p>"))
                    .isEqualTo(title);
        }

        @Test
        void of_a_page_that_says_nothing_is_empty() {
            assertThat(facts("<body></body>").title()).isEmpty();
        }

        private String title(String tab, String body) {
            return title(tab, "", body);
        }

        private String title(String tab, String head, String body) {
            return facts("<html><head><title>" + tab + "</title>" + head + "</head><body>" + body + "</body></html>")
                    .title();
        }
    }

    @Nested
    class Author {
        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "<p>By Ann Lee and Bo Ek</p>; Ann Lee and Bo Ek",
                    "<p>By Ann Lee | 14 October 2026 | 4 min read</p>; Ann Lee",
                    "<p>Von Jörg Ähren, Rotterdam</p>; Jörg Ähren, Rotterdam",
                    "<p>Par Amélie Duval, publié le 14 octobre 2026</p>; Amélie Duval",
                    "<p>Por Inés Peña</p>; Inés Peña",
                    "<p>Posted by <a href=/x>Ann Lee</a> on October 14, 2026</p>; Ann Lee",
                    "<div class=byline>Ann Lee</div>; Ann Lee",
                    "<div class=authors><a rel=author href=/a>Ann Lee</a> <a rel=author href=/b>Bo Ek</a></div>; Ann Lee, Bo Ek",
                    "<span itemprop=author><span itemprop=name>Ann Lee</span></span>; Ann Lee",
                    "<a href='/author/ann-lee/'>Ann Lee</a>; Ann Lee",
                    "<p>Ann Lee</p><p>October 14, 2026</p>; Ann Lee"
                })
        void stands_at_the_headline(String below, String author) {
            assertThat(author("", "<h1>Fees rise at the port</h1>" + below)).isEqualTo(author);
        }

        @Test
        void is_what_the_page_states_as_data_first() {
            assertThat(author("<meta name=author content='Ann Lee'>", "<h1>Fees</h1><p>By Somebody Else</p>"))
                    .isEqualTo("Ann Lee");
            assertThat(author(
                            "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ann Lee'>",
                            "<h1>Fees</h1>"))
                    .isEqualTo("Ann Lee");
        }

        @Test
        void is_no_address_no_account_and_no_button() {
            assertThat(author(
                            "<meta property=article:author content='https://social.example/ledger'><meta name=author content=admin>",
                            "<h1>Fees</h1><div class=author>Follow us</div><div class=author-name>Ann Lee</div>"))
                    .isEqualTo("Ann Lee");
        }

        @Test
        void is_a_person_rather_than_the_site() {
            var site =
                    "<meta property=og:site_name content='The Harbour Ledger'><meta name=author content='The Harbour Ledger'>";
            assertThat(author(site, "<h1>Fees</h1><p>By Ann Lee</p>")).isEqualTo("Ann Lee");
            assertThat(author(site, "<h1>Fees</h1>")).isEqualTo("The Harbour Ledger");
        }

        @Test
        void is_found_at_the_foot_too_but_not_in_the_comments() {
            var prose = "<p>" + "The ships wait for the pilots and the pilots wait for the tide. ".repeat(6) + "</p>";
            assertThat(
                            author(
                                    "",
                                    "<h1>Fees</h1>" + prose.repeat(5)
                                            + "<section class=comments><a rel=author>Angry Reader</a></section><p>Written by Ann Lee</p>"))
                    .isEqualTo("Ann Lee");
        }

        private String author(String head, String body) {
            return facts("<html><head>" + head + "</head><body>" + body + "</body></html>")
                    .author();
        }
    }

    @Nested
    class Published {
        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "<p>October 14, 2026</p>; en; 2026-10-14",
                    "<p>OCT. 14, 2026 · 5 MIN READ</p>; en; 2026-10-14",
                    "<p>Published 10/14/2026</p>; en-US; 2026-10-14",
                    "<p>10/04/2026</p>; en-GB; 2026-04-10",
                    "<p>10/04/2026</p>; en-US; 2026-10-04",
                    "<p>Am 14. Oktober 2026 um 8 Uhr</p>; de; 2026-10-14",
                    "<p>Stand: 20.10.2026, veröffentlicht: 14.10.2026</p>; de; 2026-10-14",
                    "<p>Publié le 1er octobre 2026 à 08h00</p>; fr; 2026-10-01",
                    "<p>14 de octubre de 2026</p>; es; 2026-10-14",
                    "<p>14 ottobre 2026</p>; it; 2026-10-14",
                    "<p>14 października 2026</p>; pl; 2026-10-14",
                    "<p>2026年10月14日 08:00</p>; zh; 2026-10-14",
                    "<p>Updated October 20, 2026</p><p>Published October 14, 2026</p>; en; 2026-10-14",
                    "<time class=updated datetime=2026-10-20>20 Oct</time><time datetime=2026-10-14>14 Oct</time>; en; 2026-10-14",
                    "<p>Updated October 20, 2026</p>; en; 2026-10-20"
                })
        void stands_at_the_headline(String below, String language, String day) {
            assertThat(day("", language, "<h1>Fees rise at the port</h1>" + below))
                    .isEqualTo(day);
        }

        @Test
        void keeps_the_offset_stated() {
            assertThat(facts("<meta property=article:published_time content='2026-10-14T06:20:00+02:00'><h1>Fees</h1>")
                            .published())
                    .contains(OffsetDateTime.parse("2026-10-14T06:20:00+02:00"));
        }

        @Test
        void is_never_the_last_change_where_a_publication_is_stated() {
            var head =
                    "<meta property=article:modified_time content=2026-10-20><meta property=article:published_time content=2026-10-14>";
            assertThat(day(head, "en", "<h1>Fees</h1><p>October 20, 2026</p>")).isEqualTo("2026-10-14");
        }

        @Test
        void is_what_readers_are_told_where_the_data_say_something_else() {
            var head = "<meta property=article:published_time content=2019-02-01>";
            assertThat(day(head, "en", "<h1>Fees</h1><p>October 14, 2026</p>")).isEqualTo("2026-10-14");
        }

        @Test
        void is_read_from_the_address_where_it_stands_nowhere_else() {
            var page = Jsoup.parse("<h1>Fees</h1>");
            assertThat(PageFacts.of(page, JsonLd.of(page), "https://ledger.example/2026/10/14/fees")
                            .published())
                    .contains(OffsetDateTime.parse("2026-10-14T00:00:00Z"));
        }

        @Test
        void is_not_the_date_of_a_related_story_or_of_a_comment() {
            assertThat(
                            day(
                                    "",
                                    "en",
                                    "<h1>Fees</h1>" + ("<p>" + "The ships wait. ".repeat(20) + "</p>").repeat(4)
                                            + "<div class=related><time datetime=2020-01-01>2020</time></div><ol class=comments><li><time datetime=2021-01-01></time></ol>"))
                    .isEqualTo("");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1970-01-01", "0001-01-01", "2126-10-14", "32.13.2026"})
        void is_no_placeholder(String stated) {
            assertThat(day("<meta name=date content='" + stated + "'>", "en", "<h1>Fees</h1>"))
                    .isEmpty();
        }

        private String day(String head, String language, String body) {
            return facts("<html lang=" + language + "><head>" + head + "</head><body>" + body + "</body></html>")
                    .published()
                    .map(date -> date.toLocalDate().toString())
                    .orElse("");
        }
    }

    @Nested
    class Address {
        @ParameterizedTest
        @CsvSource({
            "https://www.harbourledger.example/a?utm_source=x&id=4&fbclid=y, https://www.harbourledger.example/a?id=4",
            "/business/fees?gclid=1, https://www.harbourledger.example/business/fees",
            "https://amp.harbourledger.example/fees, https://amp.harbourledger.example/fees",
            "https://www.harbourledger.example/, https://www.harbourledger.example/business/fees",
            "https://www.harbourledger.example/index.html, https://www.harbourledger.example/business/fees",
            "https://copied.example/fees, https://www.harbourledger.example/business/fees",
            "javascript:alert(1), https://www.harbourledger.example/business/fees"
        })
        void is_the_pages_own_word_only_about_its_own_site(String said, String url) {
            assertThat(facts("<link rel=canonical href='" + said + "'>").url()).isEqualTo(url);
        }

        @Test
        void on_a_platform_is_believed_only_about_the_same_name() {
            var page = Jsoup.parse("<link rel=canonical href=https://other.blogspot.com/fees>");
            assertThat(PageFacts.of(page, JsonLd.of(page), "https://one.blogspot.com/fees")
                            .url())
                    .isEqualTo("https://one.blogspot.com/fees");
        }
    }

    @Nested
    class Reserved {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<meta name=tdm-reservation content=1>",
                    "<meta name='TDM-Reservation' content=' 1 '>",
                    "<meta name=robots content='index, NoAI, noimageai'>",
                    "<meta name=robots content=noml>"
                })
        void is_said_in_the_head(String meta) {
            assertThat(facts(meta).reserved()).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<meta name=tdm-reservation content=0>",
                    "<meta name=robots content='noarchive, max-snippet:20'>",
                    "<meta name=description content='noai'>",
                    "<p>tdm-reservation: 1</p>"
                })
        void is_nothing_else(String html) {
            assertThat(facts(html).reserved()).isFalse();
        }
    }

    private static PageFacts facts(String html) {
        var page = Jsoup.parse(html, URL);
        return PageFacts.of(page, JsonLd.of(page), URL);
    }
}
