package topfive.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import topfive.contract.Article.Kind;
import topfive.contract.Article.Paragraph;
import topfive.contract.Document.Quality;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Reading;

class ArticlePageTest {
    private static final String ONE =
            "The harbour authority raised its fees by 12 percent on Monday, and the shipping lines say that they will pass the whole of it on.";
    private static final String TWO =
            "Nobody at the port expects ships to stay away, because the next deep harbour is four hundred kilometres to the north of it.";
    private static Languages languages;

    @BeforeAll
    static void load() {
        languages = Languages.load();
    }

    @Test
    void the_article_is_what_remains_without_furniture() {
        var page = read("""
                <html lang="en"><head><title>Fees rise | The Harbour</title><meta property="og:title" content="Fees rise"></head><body>
                <div class="cookie-consent"><p>We and our 214 partners store and access information on your device, such as cookies.</p></div>
                <nav><a href="/">Home</a></nav>
                <article><h1>Fees rise at the port</h1><div class="byline">By Ann Lee</div><ul class="share"><li><a href="#">Share</a></li></ul>
                <p>%s</p><figure><img src="a.jpg"><figcaption>A ship leaves the harbour in the rain on a Monday.</figcaption></figure>
                <h2>What comes next</h2><p>%s</p><blockquote>We will pay, and we will remember who asked.</blockquote><ul><li>Fees for tugs rise by 9 percent.</li></ul>
                <p>Ships at anchor last week. Photograph: Ledger staff</p>
                <aside class="newsletter"><p>Sign up to the morning briefing and get the five charts that matter.</p></aside>
                <p><a href="/x">Read more: the port that forgot to dredge</a></p></article>
                <section id="comments"><p>Well said, I have been telling everybody for years that this would come to pass.</p></section>
                <footer>© 2026</footer></body></html>
                """.formatted(ONE, TWO));

        assertThat(paragraphs(page))
                .containsExactly(
                        new Paragraph(ONE, Kind.TEXT),
                        new Paragraph("What comes next", Kind.HEADING),
                        new Paragraph(TWO, Kind.TEXT),
                        new Paragraph("We will pay, and we will remember who asked.", Kind.QUOTE),
                        new Paragraph("Fees for tugs rise by 9 percent.", Kind.ITEM));
        assertThat(page.author()).isEqualTo("Ann Lee");
        assertThat(page.quality()).isEqualTo(Quality.FULL);
        assertThat(page.language()).isEqualTo("en");
    }

    @Test
    void prose_between_line_breaks_is_paragraphs() {
        var page = read("<body><h1>Fees</h1><div id=x>" + ONE + "<br><br>" + TWO + "<br>" + ONE.replace("12", "13")
                + "</div></body>");

        assertThat(page.body().texts()).containsExactly(ONE, TWO + " " + ONE.replace("12", "13"));
    }

    @Test
    void title_author_date_and_address_come_from_what_the_page_says_of_itself() {
        var page = read("""
                <html><head><title>Fees rise | The Harbour</title><link rel=canonical href="https://www.harbour.example/fees?utm_source=x">
                <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Fees rise",
                "datePublished":"2026-10-14T06:20:00+02:00","author":[{"@type":"Person","name":"Ann Lee"},{"name":"Bo Ek"}]}]}</script></head>
                <body><article><h1>Fees rise</h1><p>%s</p><p>%s</p></article></body></html>
                """.formatted(ONE, TWO));

        assertThat(page.title()).isEqualTo("Fees rise");
        assertThat(page.author()).isEqualTo("Ann Lee, Bo Ek");
        assertThat(page.published()).hasToString("Optional[2026-10-14T06:20+02:00]");
        assertThat(page.url()).isEqualTo("https://www.harbour.example/fees");
    }

    @Test
    void a_page_whose_text_stands_only_in_json_ld_is_read_from_there() {
        var page = read("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"" + ONE
                + "\\n\\n" + TWO + "\"}</script><body><div id=app></div></body>");

        assertThat(page.body().texts()).containsExactly(ONE, TWO);
    }

    @Test
    void the_text_behind_a_paywall_is_left_there() {
        var page = read(
                "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false,\"articleBody\":\""
                        + ONE + " " + TWO
                        + "\"}</script><body><article><h1>Fees</h1><p>The road ends at a gate that nobody has opened.</p><div hidden><p>"
                        + TWO
                        + "</p></div><p>Already a subscriber? Log in to read the full story.</p></article></body>");

        assertThat(page.quality()).isEqualTo(Quality.PAYWALLED);
        assertThat(page.body().texts()).containsExactly("The road ends at a gate that nobody has opened.");
    }

    @Test
    void on_an_endless_page_only_the_first_article_is_read() {
        var more = "<p>" + ONE + "</p><p>" + TWO + "</p><p>" + ONE.replace("12", "14") + "</p><p>"
                + TWO.replace("four", "five") + "</p>";
        var page = read("<body><main><div><h1>First</h1>" + more + "</div><div><h1>Second</h1><p>"
                + ONE.replace("harbour", "airport") + "</p></div></main></body>");

        assertThat(page.text()).doesNotContain("airport").contains("five hundred");
    }

    @Test
    void ten_thousand_levels_deep_is_no_reason_to_fall_over() {
        var page = read("<div>".repeat(10_000) + "<p>" + ONE + "</p>");

        assertThat(page.text()).contains("raised its fees");
    }

    @Test
    void a_page_without_text_has_no_paragraphs() {
        assertThat(read("<html><body><img src=a.png></body></html>").body().texts())
                .isEmpty();
    }

    private static Reading read(String html) {
        return ArticlePage.read(html, "https://www.harbour.example/fees", languages, "");
    }

    private static java.util.List<Paragraph> paragraphs(Reading page) {
        return ((Reading.Written) page.body()).paragraphs();
    }
}
