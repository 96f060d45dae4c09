package topfive.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A publisher's server on loopback, which writes down who asked for what, how and when, by the clock of the test. */
final class Publisher implements AutoCloseable {
    /** A request as it came in, and how it was answered. */
    record Asked(Instant at, String path, String userAgent, String ifNoneMatch, String ifModifiedSince, int status) {
        boolean isConditional() {
            return ifNoneMatch != null || ifModifiedSince != null;
        }
    }

    interface Page {
        Answer answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    record Answer(int status, Map<String, String> headers, String body) {
        static Answer of(int status) {
            return new Answer(status, Map.of(), "");
        }

        static Answer of(int status, String header, String value) {
            return new Answer(status, Map.of(header, value), "");
        }
    }

    final List<Asked> log = new CopyOnWriteArrayList<>();
    private final String address;
    private final InstantSource clock;
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** @param address one of 127.0.0.0/8: each is a host of its own */
    Publisher(String address, InstantSource clock) {
        this.address = address;
        this.clock = clock;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url(String path) {
        return "http://" + address + ":" + server.getAddress().getPort() + path;
    }

    void on(String path, Page page) {
        pages.put(path, page);
    }

    /** With an ETag, and 304 for who knows it. */
    void serve(String path, String body) {
        serve(path, body, Map.of());
    }

    void serve(String path, String body, Map<String, String> headers) {
        var etag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
        var all = new java.util.HashMap<>(headers);
        all.put("ETag", etag);
        on(
                path,
                exchange -> etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                        ? new Answer(304, all, "")
                        : new Answer(200, all, body));
    }

    List<Asked> asked(String path) {
        return log.stream().filter(asked -> asked.path().equals(path)).toList();
    }

    /** The most requests that were being answered at the same time. */
    int mostAtOnce() {
        return most.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var answer = pages.getOrDefault(path, any -> Answer.of(404)).answer(exchange);
            var headers = exchange.getRequestHeaders();
            log.add(new Asked(
                    clock.instant(),
                    path,
                    headers.getFirst("User-Agent"),
                    headers.getFirst("If-None-Match"),
                    headers.getFirst("If-Modified-Since"),
                    answer.status()));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            now.decrementAndGet(); // before the last byte, after which the next one may come
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
