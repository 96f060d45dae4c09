package topfive.ingest;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A hub that takes every request and says nothing more: its questions and deliveries are the test's own. */
final class HubOnLoopback implements AutoCloseable {
    final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    volatile int answer = 202;

    private HubOnLoopback(HttpServer server) {
        this.server = server;
    }

    static HubOnLoopback start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var hub = new HubOnLoopback(server);
        server.createContext("/", exchange -> {
            var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            hub.asked.add(fields(form));
            exchange.sendResponseHeaders(hub.answer, -1);
            exchange.close();
        });
        server.start();
        return hub;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    Map<String, String> last() {
        return asked.get(asked.size() - 1);
    }

    private static Map<String, String> fields(String form) {
        var fields = new LinkedHashMap<String, String>();
        for (var field : form.split("&")) {
            var parts = field.split("=", 2);
            fields.put(decoded(parts[0]), decoded(parts[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
