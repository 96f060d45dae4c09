package topfive.ingest.opml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topfive.ingest.opml.Outline.Own;
import topfive.ingest.text.Unreadable;

class OpmlTest {
    @Test
    void folders_are_categories_and_attributes_may_be_written_anyhow() throws Exception {
        var list = read("""
                <?xml version="1.0"?>
                <OPML version="1.1"><head><title> My  feeds </title></head><body>
                <outline text="News"><outline title="World">
                  <Outline text="Quay News" type="rss" XMLURL="https://quay.example/feed" htmlurl="https://quay.example/" category="/sea/ports,daily" language="en-gb"/>
                </outline></outline>
                <outline type="rss" url="https://old.example/rss.xml" title="Old &amp; good&nbsp;"/>
                <outline text="a link" type="link" url="https://elsewhere.example/"/>
                <outline xmlUrl="feed://pod.example/cast?a=1&b=2"/>
                </body></OPML>""");

        assertThat(list.title()).isEqualTo("My feeds");
        assertThat(list.outlines())
                .containsExactly(
                        new Outline(
                                "Quay News",
                                "https://quay.example/feed",
                                "https://quay.example/",
                                List.of("News/World", "sea/ports", "daily"),
                                "en-gb",
                                Own.NONE),
                        new Outline("Old & good", "https://old.example/rss.xml", "", List.of(), "", Own.NONE),
                        new Outline("", "http://pod.example/cast?a=1&b=2", "", List.of(), "", Own.NONE));
        assertThat(list.refused()).isEmpty();
    }

    @Test
    void the_same_feed_twice_is_one_subscription_in_both_folders() throws Exception {
        var list = read("""
                <opml><body><outline text="A"><outline xmlUrl="HTTPS://Quay.example/feed?utm_source=x"/></outline>
                <outline text="B"><outline text="Quay" xmlUrl="https://quay.example/feed"/></outline></body></opml>""");

        assertThat(list.outlines()).singleElement().satisfies(outline -> {
            assertThat(outline.title()).isEqualTo("Quay");
            assertThat(outline.categories()).containsExactly("A", "B");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://quay.example/feed",
        "data:text/xml;base64,PHJzcz4=",
        "/feed.xml",
        "http://",
        "''"
    })
    void what_is_no_web_address_is_refused_by_name(String address) throws Exception {
        var list = read("<opml><body><outline type='rss' text='Odd' xmlUrl='" + address + "'/></body></opml>");

        assertThat(list.outlines()).isEmpty();
        assertThat(list.refused()).singleElement().asString().startsWith("Odd: ");
    }

    @Test
    void no_entity_is_expanded_and_nothing_outside_is_read() throws Exception {
        var bomb = """
                <?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
                <opml version="2.0"><body><outline text="&x;&b;" xmlUrl="https://quay.example/feed"/></body></opml>""";

        assertThat(read(bomb).outlines()).singleElement().satisfies(outline -> {
            assertThat(outline.url()).isEqualTo("https://quay.example/feed");
            assertThat(outline.title()).doesNotContain("root:").hasSizeLessThan(20);
        });
    }

    @Test
    void a_broken_list_gives_what_can_be_read() throws Exception {
        var cut = "<opml><body><outline text='A' xmlUrl='https://a.example/f'/><outline text='B' xmlUrl='https://b.exa";
        var latin =
                "<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><opml><body><outline text='Möwe' xmlUrl='https://m.example/f'/></body></opml>"
                        .getBytes(Charset.forName("iso-8859-1"));

        assertThat(read(cut).outlines()).extracting(Outline::title).contains("A");
        assertThat(Opml.read(latin).outlines()).extracting(Outline::title).containsExactly("Möwe");
    }

    @ParameterizedTest
    @CsvSource({"'', empty", "'{\"a\":1}', not-opml", "'<rss><channel/></rss>', not-opml"})
    void what_is_no_list_says_so(String text, String reason) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void deep_and_long_lists_are_read_to_the_end() throws Exception {
        var deep = "<opml><body>" + "<outline text='x'>".repeat(30_000)
                + "<outline text='A' xmlUrl='https://a.example/f'/>";
        var wide = new StringBuilder("<opml><body>");
        for (int at = 0; at < 50_000; at++) {
            wide.append("<outline text='F")
                    .append(at)
                    .append("' xmlUrl='https://a.example/")
                    .append(at)
                    .append("'/>");
        }

        assertThat(read(deep).outlines()).hasSize(1);
        assertThat(read(wide.append("</body></opml>").toString()).outlines()).hasSize(50_000);
    }

    @Test
    void what_is_written_is_valid_and_reads_back_the_same() throws Exception {
        var list = new Opml(
                "Desk <1>",
                List.of(
                        new Outline(
                                "Quay \"News\" & more",
                                "https://quay.example/feed?a=1&b=2",
                                "https://quay.example/",
                                List.of("News/World", "daily"),
                                "en",
                                new Own("quay", "feed", "2h", "Quay Group", true)),
                        new Outline("", "https://b.example/f", "", List.of(), "", Own.NONE),
                        new Outline(
                                "Page",
                                "https://c.example/",
                                "",
                                List.of(),
                                "",
                                new Own("c", "page", "1h", "", false))),
                List.of());

        var written = list.write(Instant.parse("2026-10-04T18:00:00Z"));
        var back = Opml.read(written.getBytes(UTF_8));

        assertThat(back.outlines().get(0)).isEqualTo(list.outlines().get(0));
        assertThat(back.outlines().get(1).url()).isEqualTo("https://b.example/f");
        assertThat(back.outlines().get(2)).isEqualTo(list.outlines().get(2));
        assertThat(back.title()).isEqualTo("Desk <1>");
        var xml = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(written.getBytes(UTF_8)));
        assertThat(xml.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
        assertThat(xml.getElementsByTagName("dateCreated").item(0).getTextContent())
                .isEqualTo("Sun, 4 Oct 2026 18:00:00 GMT");
    }

    private static Opml read(String text) throws Unreadable {
        return Opml.read(text.getBytes(UTF_8));
    }
}
