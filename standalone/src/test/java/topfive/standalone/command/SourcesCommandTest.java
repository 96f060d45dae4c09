package topfive.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.standalone.AtTerminal;
import topfive.standalone.broker.Ports;

class SourcesCommandTest {
    private static final String FEED = """
            <rss version="2.0"><channel><title>Quay News</title><language>en</language>
            <item><guid>1</guid><title>Ferry</title><link>%s/ferry</link><pubDate>Sun, 22 Nov 2026 09:00:00 +0000</pubDate>
              <description>Short.</description></item>
            <item><guid>2</guid><title>Talk</title><enclosure url="%s/1.mp3" type="audio/mpeg"/>
              <pubDate>Fri, 13 Nov 2026 09:00:00 +0000</pubDate><description>What was said at the pier.</description></item>
            </channel></rss>""";

    private static final String PAGE =
            "<html><head><link rel=alternate type=application/rss+xml href=/feed></head><body><p>Quay</p></body></html>";

    private static final String ARTICLE = "<html><body><article><h1>Ferry</h1><p>"
            + "The ferry to the islands will run every hour from Monday on, because the new pier is finished. "
                    .repeat(4)
            + "</p></article></body></html>";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private String web;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web = "http://127.0.0.1:" + server.getAddress().getPort();
        page("/", "text/html", PAGE);
        page("/feed", "application/rss+xml", FEED.formatted(web, web));
        page("/ferry", "text/html", ARTICLE);
        page("/bare", "text/html", "<html><body><p>No feed named here.</p></body></html>");
        server.start();
        Files.writeString(
                file(), "# the desk's own\nzone: UTC\nfetch: {allow-private: [\"127.0.0.1:*\"]}  # for now\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void adding_a_page_adds_the_feed_that_it_names_and_says_what_is_in_it() throws IOException {
        assertThat(topfive("sources", "add", web + "/")).isZero();

        assertThat(out).hasToString("quay-news  feed  " + web + "/feed\n");
        assertThat(err.toString())
                .contains("found Quay News, en, 2 items, newest 3 h ago")
                .endsWith("topfive.yml; restart `topfive run` to take it up\n");
        assertThat(Files.readString(file()))
                .isEqualTo("# the desk's own\nzone: UTC\nfetch: {allow-private: [\"127.0.0.1:*\"]}  # for now\n"
                        + "sources:\n  - {id: quay-news, name: \"Quay News\", url: \"" + web + "/feed\"}\n");
        assertThat(asked)
                .as("a look asks for nothing behind the feed")
                .contains("/", "/feed")
                .doesNotContain("/ferry");
    }

    @Test
    void where_there_is_no_file_one_is_written_as_init_would() throws IOException {
        Files.delete(file());

        assertThat(topfive("sources", "add", "https://quay.example/feed", "--no-check"))
                .isZero();

        assertThat(Files.readString(file()))
                .startsWith("# Topfive: all settings")
                .endsWith("{id: quay-example, url: \"https://quay.example/feed\"}\n");
        assertThat(topfive("config", "check")).isZero();
    }

    @Test
    void what_is_there_already_or_is_no_feed_or_does_not_answer_is_not_added() throws IOException {
        topfive("sources", "add", web + "/feed");
        var before = Files.readString(file());

        assertThat(topfive("sources", "add", web + "/")).isEqualTo(1);
        assertThat(err.toString()).contains("/feed is there already, as quay-news");
        assertThat(topfive("sources", "add", web + "/bare")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing was added").contains("--kind page reads the page itself");
        assertThat(topfive("sources", "add", web + "/none")).isEqualTo(4);
        assertThat(topfive("sources", "add", web + "/ferry", "--kind", "page", "--id", "quay-news"))
                .isEqualTo(1);
        assertThat(Files.readString(file())).isEqualTo(before);
    }

    @Test
    void slips_of_the_pen_are_wrong_usage_and_the_nearest_is_named() {
        assertThat(topfive("sources", "add", "htps://quay.example/feed")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean https://?");
        assertThat(topfive("sources", "add", web + "/feed", "--kind", "fede")).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean feed?");
        assertThat(topfive("sources", "add", web + "/feed", "--every", "often")).isEqualTo(2);
        assertThat(topfive("sources", "add", "nowhere")).isEqualTo(2);
        assertThat(topfive("sources", "ad", web)).isEqualTo(2);
        assertThat(err.toString()).contains("did you mean add?");
    }

    @Test
    void an_entry_that_the_services_would_refuse_is_not_written() throws IOException {
        var before = Files.readString(file());

        assertThat(topfive("sources", "add", "https://quay.example/feed", "--no-check", "--every", "1m"))
                .isEqualTo(5);
        assertThat(err.toString()).contains("expected 10 minutes or more").contains("nothing was changed");
        assertThat(Files.readString(file())).isEqualTo(before);
        assertThat(folder.toFile().list()).containsExactly("topfive.yml");
    }

    @Test
    void a_source_is_muted_unmuted_and_removed_by_its_id() throws IOException {
        var before = Files.readString(file());
        topfive("sources", "add", web + "/feed");

        assertThat(topfive("sources", "mute", "quay-news")).isZero();
        assertThat(Files.readString(file())).contains("muted: true}");
        assertThat(topfive("sources", "unmute", "quay-news")).isZero();
        assertThat(Files.readString(file())).contains("muted: false}");
        assertThat(topfive("sources", "remove", "quay-nws")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no source quay-nws").contains("did you mean quay-news?");
        assertThat(topfive("sources", "remove", "quay-news")).isZero();
        assertThat(Files.readString(file())).isEqualTo(before + "sources: []\n");
    }

    @Test
    void a_trial_says_what_a_source_would_yield_and_sends_nothing() {
        assertThat(topfive("sources", "test", web + "/feed")).isZero();

        assertThat(out.toString().replaceAll(" +", " "))
                .contains("outcome fetched")
                .contains("unchanged cannot be told: no ETag and no Last-Modified")
                .contains("feed Quay News, en, 2 items, newest 3 h ago; 1 older than a day: backlog")
                .contains("yields 2 documents:")
                .contains("Ferry (3 h ago, 379 characters, full text)")
                .contains("Talk (9 days ago, 26 characters, show notes, no transcript, backlog)");
        assertThat(topfive("sources", "test", web + "/none")).isEqualTo(4);
        assertThat(topfive("sources", "test", web + "/bare")).isEqualTo(1);
        assertThat(topfive("sources", "test", "nobody")).isEqualTo(1);
    }

    @Test
    void a_list_of_subscriptions_comes_in_and_goes_out_the_same() throws IOException {
        Files.writeString(folder.resolve("in.opml"), """
                <opml version="1.0"><body><outline text="Sea"><outline text="Quay News" xmlUrl="https://quay.example/feed"/>
                <outline text="Tides" xmlUrl="https://tides.example/feed"/></outline>
                <outline type="rss" text="Evil" xmlUrl="javascript:alert(1)"/></body></opml>""");
        var before = Files.readString(file());

        assertThat(topfive("sources", "import", "in.opml", "--dry-run")).isZero();
        assertThat(Files.readString(file())).isEqualTo(before);
        assertThat(topfive("sources", "import", "in.opml")).isZero();
        assertThat(err.toString()).contains("not taken: Evil: no http or https address: javascript:alert(1)");
        assertThat(topfive("sources", "import", "in.opml"))
                .as("all there already")
                .isEqualTo(3);
        var added = Files.readString(file());
        assertThat(added)
                .contains("- {id: quay-news, name: \"Quay News\", url: \"https://quay.example/feed\", category: Sea}");

        assertThat(topfive("sources", "export", "out.opml")).isZero();
        Files.writeString(file(), before);
        assertThat(topfive("sources", "import", "out.opml")).isZero();
        assertThat(Files.readString(file())).isEqualTo(added);
    }

    @Test
    void without_a_broker_the_list_says_what_is_not_known() throws IOException {
        assertThat(topfive("sources", "list")).isEqualTo(3);
        topfive("sources", "add", web + "/feed");
        out.getBuffer().setLength(0);
        var nobody = "kafka.bootstrap.servers=127.0.0.1:" + Ports.free();

        assertThat(topfive("sources", "list", "--set", nobody)).isZero();
        assertThat(out.toString()).isEqualTo("""
                        ID         KIND  STATE  LAST  NEXT  EVERY  DOCS  LAST NEW  ADDRESS
                        quay-news  feed  ?      ?     ?     30m       ?  ?         WEB/feed
                        """.replace("WEB", web));
        assertThat(err.toString()).contains("how the sources do is not known (?): no Kafka broker answers");
    }

    @Test
    void a_folder_is_added_by_its_path_and_tried_like_any_source() throws IOException {
        Files.createDirectory(folder.resolve("inbox"));
        Files.writeString(folder.resolve("inbox/a.txt"), "The ferry now runs every hour, the county said on Monday.");

        assertThat(topfive("sources", "add", "inbox")).isZero();
        assertThat(Files.readString(file())).contains("- {id: inbox, url: inbox, kind: folder}");
        assertThat(topfive("sources", "test", "inbox")).isZero();
        assertThat(out.toString()).contains("1 document:");
    }

    private void page(String path, String type, String body) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            boolean there = exchange.getRequestURI().getPath().equals(path);
            var bytes = there ? body.getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(there ? 200 : 404, there ? bytes.length : -1);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private Path file() {
        return folder.resolve("topfive.yml");
    }

    private int topfive(String... arguments) {
        return AtTerminal.topfive(folder, out, err, arguments);
    }
}
