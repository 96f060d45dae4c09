package topfive.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import topfive.contract.Article;
import topfive.contract.Document;
import topfive.contract.Insight;
import topfive.contract.Source;
import topfive.contract.Span;
import topfive.processor.insight.Passage;

class LinkTest {
    @Test
    void a_link_to_an_article_leads_to_the_first_and_last_words_of_the_claim() {
        assertThat(link("Rents fell by 7% in Tamarack because the city let owners build six homes."))
                .isEqualTo(
                        "https://a.example/x#:~:text=Rents%20fell%20by%207%25%20in,let%20owners%20build%20six%20homes.");
    }

    @Test
    void what_was_left_out_is_not_looked_for_on_the_page() {
        assertThat(link("…so rents fell by 7%."))
                .isEqualTo("https://a.example/x#:~:text=so%20rents%20fell%20by%207%25.");
        assertThat(link("Rents fell. … They fell by 7% in all."))
                .isEqualTo("https://a.example/x#:~:text=They%20fell%20by%207%25%20in%20all.");
    }

    private static String link(String claim) {
        var span = List.of(new Span(0, 0, claim.length()));
        var quality = new Insight.Quality(500, Map.of());
        return Link.to(article(), new Passage(span, claim, new Insight.Context("", ""), null, null, quality));
    }

    private static Article article() {
        return new Article(
                1,
                "d",
                "h",
                1,
                new Source("a", "A", "page", "a.example", null),
                "https://a.example/x",
                "A title",
                null,
                null,
                Instant.parse("2026-10-14T12:00:00Z"),
                "en",
                Document.Quality.FULL,
                false,
                false,
                List.of(Article.Paragraph.of("Rents fell.")));
    }
}
