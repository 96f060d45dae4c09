package topfive.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import topfive.ingest.text.Unreadable;

/** Feeds made to break whoever reads them. What takes more than linear time here does not end within a build. */
class HostileFeedTest {
    private static final int LIMIT = 2 * 1024 * 1024;
    private static final String HEAD = "<rss version='2.0'><channel><title>T</title>";
    private static final String TAIL = "</channel></rss>";

    static Stream<Arguments> floods() {
        return Stream.of(
                flood("comments one after another", "<!---->", ""),
                flood("comments that are not closed", "<!--", ""),
                flood("character data that is not closed", "<a><![CDATA[", ""),
                flood("character data with its end far away", "<![CDATA[", "]]>"),
                flood("instructions that are not closed", "<?x ", ""),
                flood("quotes that are not closed", "<a b=\"", ""),
                flood("brackets", "<", ""),
                flood("ampersands", "&", ""),
                flood("entities", "&a;&b;", ""),
                flood("document types", "<!DOCTYPE x [", ""),
                flood("items that are not closed", "<item><description>x", ""),
                flood("items inside of elements", "<x><item>", ""),
                flood("items with an address each", "<item xml:base='a/'>", ""),
                flood("elements inside of each other", "<description>", ""),
                flood("attributes", "<item a='1' b='2' c='3'/>", ""),
                flood("declarations", "<a xmlns:x='http://purl.org/rss/1.0/'/>", ""),
                flood("ends without a beginning", "</item></channel>", ""),
                flood("white space", " \n", ""),
                flood(
                        "titles of nothing but brackets",
                        "<item><title>&lt;a&lt;b (( @ @ &amp;lt;</title><author>a@b (( @</author></item>",
                        ""));
    }

    private static Arguments flood(String name, String unit, String end) {
        return Arguments.of(name, HEAD + unit.repeat((LIMIT - 200) / unit.length()) + end + TAIL);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void a_flood_of_anything_is_read_to_its_end(String name, String feed) {
        assertThatCode(() -> FeedFile.read(feed, "https://a.example/").items().forEach(item -> {
                    item.headline();
                    item.writer();
                    item.fullest();
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void twenty_thousand_items_are_twenty_thousand_items_in_their_order() throws Unreadable {
        var feed = new StringBuilder(HEAD);
        for (int n = 0; n < 20_000; n++) {
            feed.append("<item><guid>")
                    .append(n)
                    .append("</guid><title>Item ")
                    .append(n)
                    .append("</title></item>");
        }
        var read = FeedFile.read(feed + TAIL, "");

        assertThat(read.items()).hasSize(20_000);
        assertThat(read.items().get(19_999).id()).isEqualTo("19999");
        assertThat(Identities.in(read).distinct(read.items())).isEqualTo(read.items());
    }

    @Test
    void what_stands_fifty_thousand_deep_does_not_hide_the_rest() throws Unreadable {
        var deep = "<b>".repeat(50_000) + "deep" + "</b>".repeat(50_000);
        var read = FeedFile.read(
                HEAD + "<item><guid>1</guid><description>" + deep + "</description></item><item><guid>2</guid></item>"
                        + TAIL,
                "");

        assertThat(read.items()).extracting(Feed.Item::id).contains("1", "2");
        assertThat(read.items().get(0).summary()).contains("deep");
    }

    @Test
    void entities_neither_grow_nor_reach_out() throws Unreadable {
        var bomb = new StringBuilder("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'ha'>");
        for (int n = 1; n < 30; n++) {
            bomb.append("<!ENTITY a")
                    .append(n)
                    .append(" '")
                    .append(("&a" + (n - 1) + ";").repeat(10))
                    .append("'>");
        }
        bomb.append(
                "<!ENTITY file SYSTEM 'file:///etc/hostname'><!ENTITY % out SYSTEM 'http://127.0.0.1:9/x'> %out;]>");
        var read = FeedFile.read(bomb + HEAD + "<item><title>&a29; &file;</title></item>" + TAIL, "");

        assertThat(read.items())
                .singleElement()
                .satisfies(item -> assertThat(item.title()).isEqualTo("&a29; &file;"));
    }
}
