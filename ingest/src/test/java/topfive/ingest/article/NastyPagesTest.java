package topfive.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import topfive.ingest.text.Languages;

/** Pages that break readers: none may end in an exception, and none with text in nothing. */
class NastyPagesTest {
    private static final String ONE =
            "The harbour authority raised its fees by 12 percent on Monday, and the shipping lines say that they will pass the whole of it on.";
    private static final String TWO =
            "Nobody at the port expects ships to stay away, because the next deep harbour is four hundred kilometres to the north of it.";

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<table><tr><td>", "<blockquote>", "<ul><li>", "<font><div>"})
    void a_hundred_thousand_levels_deep_is_no_reason_to_fall_over(String open) {
        assertThat(text(open.repeat(100_000) + "<p>" + ONE + "</p>")).contains("raised its fees");
    }

    @Test
    void a_hundred_thousand_siblings_are_read_to_the_last() {
        var page = new StringBuilder("<article>");
        for (int at = 0; at < 100_000; at++) {
            page.append("<p>Paragraph ")
                    .append(at)
                    .append(" says: ")
                    .append(ONE)
                    .append("</p>");
        }

        assertThat(text(page.toString()).lines().count()).isEqualTo(100_000);
    }

    @Test
    void attributes_of_a_megabyte_are_passed_over() {
        var long1 = "x".repeat(1_000_000);

        assertThat(text("<div class='" + long1 + "' id='" + "a-".repeat(500_000) + "' style='"
                        + "display ".repeat(100_000) + "'><p>" + ONE + "</p><a href='" + long1 + "'>" + TWO
                        + "</a></div>"))
                .contains("raised its fees");
    }

    @Test
    void a_line_of_a_million_characters_is_read() {
        assertThat(text("<p>" + "(".repeat(300_000) + "a ".repeat(300_000) + "| ".repeat(100_000) + "</p>")
                        .length())
                .isGreaterThan(900_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\0', textBlock = """
            two bodies                 ~ <body><p>ONE</p></body><body><p>TWO</p></body>
            no closing tag             ~ <div><p>ONE<p>TWO<div><span
            no paragraph               ~ <div>ONE</div><div>TWO</div>
            bare text                  ~ ONE<br><br>TWO
            NUL and controls           ~ <p>ONE\u0000\u0001</p>\u0000<p>TWO</p>
            a form around everything   ~ <form id=aspnetForm><div><p>ONE</p><p>TWO</p></div></form>
            all of it in a footer      ~ <footer><p>ONE</p><p>TWO</p></footer>
            all of it hidden           ~ <body style="display:none"><p>ONE</p><p>TWO</p></body>
            all of it in comments      ~ <div id=comments class=comment><p>ONE</p><p>TWO</p></div>
            all of it in consent       ~ <div class=cookie-consent><p>ONE</p><p>TWO</p></div>
            all of it one link         ~ <a href=x><p>ONE</p><p>TWO</p></a>
            all of it a heading        ~ <h1>ONE</h1><h1>TWO</h1>
            an AMP page                ~ <html amp><body><amp-sidebar><a href=x>Home</a></amp-sidebar><article><p>ONE</p><p>TWO</p></article></body></html>
            an odd base                ~ <base href="javascript:0"><p>ONE</p><p>TWO</p>
            a list of definitions      ~ <dl><dt>Fees</dt><dd>ONE</dd><dd>TWO</dd></dl>
            cells of a layout          ~ <table><tr><td>ONE</td></tr><tr><td>TWO</td></tr></table>
            broken JSON-LD             ~ <script type="application/ld+json">{"@type":"NewsArticle","articleBody":</script><p>ONE</p><p>TWO</p>
            """)
    void a_page_with_text_is_never_empty(String kind, String html) {
        assertThat(text(html.replace("ONE", ONE).replace("TWO", TWO)).contains("raised its fees"))
                .as(kind)
                .isTrue();
    }

    @Test
    void invisible_characters_and_double_spaces_do_not_survive() {
        assertThat(
                        text(
                                "<p>The har\u00ADbour\u200B author\u200Dity\u00A0\u00A0raised\u202E its&nbsp; fees by 12 percent on Mon\uFEFFday, and nobody at the quay was surprised.</p>"))
                .isEqualTo(
                        "The harbour authority raised its fees by 12 percent on Monday, and nobody at the quay was surprised.");
    }

    @Test
    void what_was_decoded_wrongly_is_kept_as_it_stands() {
        assertThat(
                        text(
                                "<p>The director said that she hadnâ€™t slept, and that the fees &amp;amp; the wages would be talked about.</p>"))
                .isEqualTo(
                        "The director said that she hadnâ€™t slept, and that the fees &amp; the wages would be talked about.");
    }

    @Test
    void a_second_main_heading_in_one_article_does_not_end_it() {
        var more = "<p>" + ONE + "</p><p>" + TWO + "</p>";

        assertThat(text("<article><h1>Fees</h1>" + more.repeat(1) + "<p>" + ONE.replace("12", "14")
                        + "</p><h1>And wages</h1><p>" + TWO.replace("four", "five") + "</p></article>"))
                .contains("five hundred");
    }

    @Test
    void a_page_of_nothing_has_no_text() {
        assertThat(text("")).isEmpty();
        assertThat(text("<html><frameset><frame src=a></frameset></html>")).isEmpty();
        assertThat(text("<html><body><script>var a = 1;</script><svg><text>x</text></svg></body></html>"))
                .isEmpty();
    }

    private static String text(String html) {
        return ArticlePage.read(html, "https://www.harbour.example/fees", Languages.load(), "en")
                .text();
    }
}
