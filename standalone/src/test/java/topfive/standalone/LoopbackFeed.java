package topfive.standalone;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A feed on this machine, of undated items, that grows while somebody reads it. */
final class LoopbackFeed implements AutoCloseable {
    private final List<String> items = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private LoopbackFeed(HttpServer server) {
        this.server = server;
    }

    static LoopbackFeed start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var feed = new LoopbackFeed(server);
        server.createContext("/feed.xml", exchange -> {
            var body = feed.xml().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return feed;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/feed.xml";
    }

    void publish(String text) {
        items.add(text);
    }

    private String xml() {
        return items.stream()
                .map(text -> "<item><guid>%d</guid><title>News</title><description>%s</description></item>"
                        .formatted(items.indexOf(text), text))
                .collect(Collectors.joining(
                        "",
                        "<rss version=\"2.0\"><channel><title>Loop News</title><language>en</language>",
                        "</channel></rss>"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
