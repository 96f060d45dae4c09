package topfive.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import topfive.contract.Readiness;
import topfive.standalone.config.Configuration.Listener;

/**
 * {@code /health/live}, {@code /health/ready} and {@code /metrics} of whatever runs in this JVM. Each part has a line; what is degraded has
 * one, too, and keeps nothing from being ready. Alive is whatever a restart would not mend.
 */
public final class AdminServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads;
    private final Listener listener;

    private AdminServer(HttpServer server, ExecutorService threads, Listener listener) {
        this.server = server;
        this.threads = threads;
        this.listener = listener;
    }

    /** @param parts who must be ready, by name; asked at each request */
    public static AdminServer start(
            Listener listener,
            Map<String, Supplier<Readiness>> parts,
            PrometheusMeterRegistry metrics,
            InstantSource clock) {
        var degraded = new Degraded(metrics, clock);
        parts.forEach((name, part) -> Gauge.builder(
                        "topfive.ready", part, it -> it.get().isReady() ? 1 : 0)
                .tag("part", name)
                .strongReference(true)
                .register(metrics));
        try {
            var server = HttpServer.create(new InetSocketAddress(listener.bind(), listener.port()), 16);
            var threads = Executors.newFixedThreadPool(2, task -> {
                var thread = new Thread(task, "admin");
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(threads);
            var admin = new AdminServer(server, threads, listener);
            admin.on("/health/live", () -> life(parts));
            admin.on("/health/ready", () -> readiness(parts, degraded.lines()));
            admin.on("/metrics", () -> new Answer(200, metrics.scrape()));
            server.start();
            return admin;
        } catch (IOException e) {
            throw Refusal.failed(
                    "cannot listen for admin on " + listener.bind() + ":" + listener.port() + ": " + e.getMessage(),
                    "set admin.port to another one (0 picks a free one)",
                    e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private record Answer(int status, String text) {}

    private static Answer life(Map<String, Supplier<Readiness>> parts) {
        var broken = asked(parts).entrySet().stream()
                .filter(part -> part.getValue().restartHelps())
                .map(part ->
                        part.getKey() + " needs a restart: " + part.getValue().missing() + "\n")
                .collect(Collectors.joining());
        return broken.isEmpty() ? new Answer(200, "live\n") : new Answer(503, broken);
    }

    private static Answer readiness(Map<String, Supplier<Readiness>> parts, List<String> degraded) {
        var asked = asked(parts);
        var lines = asked.entrySet().stream()
                .map(part -> part.getKey()
                        + (part.getValue().isReady()
                                ? " ready\n"
                                : " not ready: " + part.getValue().missing() + "\n"));
        var ready = asked.values().stream().allMatch(Readiness::isReady);
        var text = Stream.concat(lines, degraded.stream().map(line -> "degraded: " + line + "\n"))
                .collect(Collectors.joining());
        return new Answer(ready ? 200 : 503, text);
    }

    private static Map<String, Readiness> asked(Map<String, Supplier<Readiness>> parts) {
        var asked = new TreeMap<String, Readiness>();
        parts.forEach((name, part) -> asked.put(name, part.get()));
        return asked;
    }

    private void on(String path, Supplier<Answer> answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                say(exchange, allowed(exchange) ? answer.get() : new Answer(401, "token required\n"));
            }
        });
    }

    private boolean allowed(HttpExchange exchange) {
        var said = exchange.getRequestHeaders().getFirst("Authorization");
        return listener.token()
                .map(token -> said != null && MessageDigest.isEqual(bytes("Bearer " + token), bytes(said)))
                .orElse(true);
    }

    private static void say(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(answer.status(), bytes(answer.text()).length);
        exchange.getResponseBody().write(bytes(answer.text()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
