package topfive.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import topfive.ingest.text.Unreadable;

class FeedFileTest {
    @Test
    void an_rss_item_has_its_text_guid_enclosure_and_transcripts() throws Unreadable {
        var feed = FeedFile.read("""
                <?xml version="1.0"?><rss version="2.0" xmlns:p="https://podcastindex.org/namespace/1.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
                <channel><title>Long &amp; short</title><link>https://a.example/</link><language>en-us</language>
                <item><title>One</title><guid isPermaLink="false">g-1</guid><link>/one</link><pubDate>Wed, 14 Oct 2026 04:10:00 +0000</pubDate>
                <author>desk@a.example (Ann Lee)</author><description>short</description><content:encoded><![CDATA[<p>long text</p>]]></content:encoded>
                <enclosure url="https://cdn.a.example/1.mp3" type="audio/mpeg" length="12"/><p:transcript url="/t.vtt" type="text/vtt" language="en"/></item>
                </channel></rss>
                """, "https://a.example/feed.xml");

        var item = feed.items().get(0);
        assertThat(feed.title()).isEqualTo("Long & short");
        assertThat(feed.whole()).isTrue();
        assertThat(item.link()).isEqualTo("https://a.example/one");
        assertThat(item.id()).isEqualTo("g-1");
        assertThat(item.writer()).isEqualTo("Ann Lee");
        assertThat(item.fullest()).isEqualTo("<p>long text</p>");
        assertThat(item.isEpisode()).isTrue();
        assertThat(item.transcripts())
                .containsExactly(new Feed.TranscriptLink("https://a.example/t.vtt", "text/vtt", "en"));
    }

    @Test
    void a_feed_that_breaks_off_keeps_the_items_before_the_break() throws Unreadable {
        var feed = FeedFile.read(
                "<rss><channel><title>T</title><item><title>One</title></item><item><title>Two</title></item><item><title>Thr",
                "");

        assertThat(feed.whole()).isFalse();
        assertThat(feed.items()).extracting(Feed.Item::title).containsExactly("One", "Two", "Thr");
        assertThat(feed.items()).extracting(Feed.Item::cut).containsExactly(false, false, true);
    }

    @Test
    void undefined_entities_and_bare_ampersands_are_text() throws Unreadable {
        var feed = FeedFile.read(
                "<rss><channel><item><title>Oysters & beer&nbsp;&mdash; caf&eacute;</title></item></channel></rss>",
                "");

        assertThat(feed.items().get(0).headline()).isEqualTo("Oysters & beer — café");
    }

    @Test
    void no_entity_of_a_document_type_is_expanded() throws Unreadable {
        var feed = FeedFile.read("""
                <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>
                <rss><channel><title>T</title><item><title>&b; &x;</title></item></channel></rss>
                """, "");

        assertThat(feed.items().get(0).title()).isEqualTo("&b; &x;");
    }

    @Test
    void atom_and_json_feed_say_the_same() throws Unreadable {
        var atom = FeedFile.read("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/"><title>T</title><entry><id>i</id><title type="html">A &lt;b&gt;b&lt;/b&gt;</title>
                <link href="one.html"/><published>2026-10-14T04:45:00Z</published><author><name>Noor</name></author>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text.</p></div></content></entry></feed>
                """, "");
        var json = FeedFile.read("""
                {"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"i","url":"https://a.example/x/one.html","title":"A b",
                "content_html":"<p>Text.</p>","date_published":"2026-10-14T04:45:00Z","authors":[{"name":"Noor"}]}]}
                """, "");

        for (var feed : java.util.List.of(atom, json)) {
            var item = feed.items().get(0);
            assertThat(item.id()).isEqualTo("i");
            assertThat(item.headline()).isEqualTo("A b");
            assertThat(item.link()).isEqualTo("https://a.example/x/one.html");
            assertThat(item.writer()).isEqualTo("Noor");
            assertThat(item.fullest()).isEqualTo("<p>Text.</p>");
            assertThat(item.published()).hasToString("Optional[2026-10-14T04:45Z]");
        }
    }

    @Test
    void a_page_is_no_feed_and_nothing_is_no_feed() {
        assertThatThrownBy(() -> FeedFile.read("<!doctype html><html><body>x</body></html>", ""))
                .hasMessageContaining("is this the address of a page?");
        assertThatThrownBy(() -> FeedFile.read("  ", "")).hasMessage("the feed is empty");
    }
}
