package topfive.chaos.point;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import topfive.contract.Ids;

/** A publisher on this machine: a feed that grows while it is read, and one that can be made unreadable. */
public final class Feed implements AutoCloseable {
    /** As topfive.yml names them. */
    public static final String ID = "loop";

    public static final String BROKEN = "broken";

    private record Item(int number, String text) {}

    private final List<Item> items = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile String nonsense = "";

    private Feed(HttpServer server) {
        this.server = server;
    }

    public static Feed start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            var feed = new Feed(server);
            server.createContext("/", exchange -> answer(exchange, "text/plain", "", 404));
            server.createContext("/feed.xml", exchange -> answer(exchange, "application/rss+xml", feed.xml(), 200));
            server.createContext(
                    "/broken.xml",
                    exchange -> answer(
                            exchange,
                            "application/rss+xml",
                            feed.nonsense.isEmpty() ? channel("") : feed.nonsense,
                            200));
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                var thread = new Thread(task, "feed");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return feed;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot serve a feed", e);
        }
    }

    /** What topfive.yml must say so that both are read every second. */
    public String settings() {
        var at = "http://127.0.0.1:" + server.getAddress().getPort();
        return String.format(Locale.ROOT, """
                fetch: {allow-private: ["127.0.0.1:*"]}
                sources:
                  - {id: %s, url: "%s/feed.xml", kind: feed, every: 1s, owner: loop.example}
                  - {id: %s, url: "%s/broken.xml", kind: feed, every: 1s, owner: broken.example}
                """, ID, at, BROKEN, at);
    }

    /** @return the id that its document must have */
    public String publish(int number, String text) {
        items.add(new Item(number, text));
        return Ids.document(ID, "item-" + number);
    }

    /** From now on the second feed is this; "": a feed without items. */
    public void breaks(String text) {
        nonsense = text;
    }

    private String xml() {
        var all = new StringBuilder();
        for (var item : items) {
            all.append(String.format(
                    Locale.ROOT,
                    "<item><guid isPermaLink=\"false\">item-%d</guid><title>Number %d</title><description>%s</description></item>",
                    item.number(),
                    item.number(),
                    item.text()));
        }
        return channel(all.toString());
    }

    private static String channel(String items) {
        return "<rss version=\"2.0\"><channel><title>Loop News</title><language>en</language>" + items
                + "</channel></rss>";
    }

    private static void answer(HttpExchange exchange, String type, String text, int status) throws IOException {
        try (exchange) {
            var body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
