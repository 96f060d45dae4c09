package topfive.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Title and author beside those of another library, on pages of our own: wherever it is right, so are we. */
class FactsBesideReadabilityTest {
    private static final String URL = "https://www.lockkeeper.example/2026/barges";
    private static final String PROSE =
            "<p>The barges lay three deep along the quay, and the keepers counted them twice because nobody believed the first number, which was higher than in any winter since the flood.</p>";

    record Page(String name, String head, String body, String title, String author) {
        String html() {
            return "<html><head>" + head + "</head><body>" + body + "</body></html>";
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Page> pages() {
        return List.of(
                new Page(
                        "blog",
                        "<title>Three deep at the quay – Lock Keeper</title>",
                        "<header><h1 class=site-title><a href=/>Lock Keeper</a></h1></header><article><h1 class=entry-title>Three deep at the quay</h1><span class='byline author vcard'><a class='fn' rel=author>Ann Lee</a></span>"
                                + PROSE.repeat(4) + "</article>",
                        "Three deep at the quay",
                        "Ann Lee"),
                new Page(
                        "newspaper",
                        "<title>Barges lie three deep at the quay | The Lock Keeper</title><meta name=author content='Ann Lee'>",
                        "<h1>Barges lie three deep at the quay</h1><p class=byline>By Ann Lee</p>" + PROSE.repeat(4),
                        "Barges lie three deep at the quay",
                        "Ann Lee"),
                new Page(
                        "colon",
                        "<title>Winter on the canal: three deep at the quay</title>",
                        "<h1>Winter on the canal: three deep at the quay</h1><div class=author>Bo Ek</div>"
                                + PROSE.repeat(4),
                        "Winter on the canal: three deep at the quay",
                        "Bo Ek"),
                new Page(
                        "two writers",
                        "<title>Three deep</title>",
                        "<h1>Three deep at the quay tonight</h1><p>By Ann Lee and Bo Ek</p>" + PROSE.repeat(4),
                        "Three deep at the quay tonight",
                        "Ann Lee and Bo Ek"),
                new Page(
                        "microdata",
                        "<title>Drei Reihen am Kai - Schleusenblatt</title>",
                        "<article itemscope><h1 itemprop=headline>Drei Reihen am Kai</h1><span itemprop=author itemscope><span itemprop=name>Jörg Ähren</span></span>"
                                + PROSE.repeat(4) + "</article>",
                        "Drei Reihen am Kai",
                        "Jörg Ähren"),
                new Page(
                        "Dublin Core",
                        "<title>Three deep at the quay</title><meta name=dc.creator content='Inés Peña'><meta property=og:title content='Three deep at the quay'>",
                        PROSE.repeat(5),
                        "Three deep at the quay",
                        "Inés Peña"))
                .stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void title_and_author_are_right(Page page) {
        var ours = ours(page);

        assertThat(ours.title()).isEqualTo(page.title());
        assertThat(ours.author()).isEqualTo(page.author());
    }

    @Test
    void the_other_library_is_right_less_often() {
        long theirs = pages().filter(page -> {
                    var article = new Readability4J(URL, page.html()).parse();
                    return page.title().equals(article.getTitle())
                            && page.author().equals(article.getByline());
                })
                .count();

        assertThat(theirs).isLessThan(pages().count());
    }

    private static PageFacts ours(Page page) {
        var parsed = Jsoup.parse(page.html(), URL);
        return PageFacts.of(parsed, JsonLd.of(parsed), URL);
    }
}
