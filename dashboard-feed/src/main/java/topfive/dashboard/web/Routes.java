package topfive.dashboard.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.dashboard.Settings;
import topfive.dashboard.days.Archive;
import topfive.dashboard.days.Days;

/** Which address answers what. */
public final class Routes {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final MeterRegistry metrics;
    private final Pages pages;
    private final Api api;
    private final Feeds feeds;
    private final Assets assets = new Assets();
    private final Events events;

    /** What the routes are made of. */
    public record Parts(
            Settings settings,
            Days days,
            Archive archive,
            java.util.function.BooleanSupplier ready,
            LongSupplier unreadable,
            InstantSource clock,
            MeterRegistry metrics,
            Site site) {}

    public Routes(Parts parts) {
        var listeners = parts.metrics().gauge("topfive.sse.clients", new AtomicInteger());
        var health = new Pages.Health(parts.ready(), parts.unreadable(), listeners::get);
        metrics = parts.metrics();
        pages = new Pages(parts.days(), parts.settings(), parts.clock(), parts.site(), assets, health);
        api = new Api(parts.days(), health);
        feeds = new Feeds(parts.days(), parts.site());
        events = new Events(parts.days(), parts.archive(), HEARTBEAT, listeners);
    }

    public void on(RoutesConfig routes) {
        routes.before(Guarded::guard);
        get(routes, "/", http -> pages.home());
        get(routes, "/d/{day}", this::day);
        get(routes, "/d/{day}/digest.html", http -> pages.digest(http.pathParam("day"), "html"));
        get(routes, "/i/{cluster}", http -> pages.insight(http.pathParam("cluster")));
        get(routes, "/how-it-works", http -> pages.howItWorks());
        get(routes, "/sources", http -> pages.sources());
        get(routes, "/problems", http -> pages.problems());
        get(routes, "/status", http -> wantsJson(http) ? api.status() : pages.status());
        get(
                routes,
                "/assets/{name}",
                http -> assets.named(http.pathParam("name"), http.queryParam("v"))
                        .orElseGet(() -> notFound(http)));
        get(routes, "/api/v1/days", http -> api.list(edition(http)));
        get(
                routes,
                "/api/v1/days/{day}",
                http -> api.day(http.pathParam("day"), edition(http), http.queryParam("revision")));
        get(routes, "/api/v1/insights/{cluster}", http -> api.insight(http.pathParam("cluster"), edition(http)));
        get(routes, "/api/v1/status", http -> api.status());
        get(routes, "/feeds/{name}", http -> feeds.named(http.pathParam("name")).orElseGet(() -> notFound(http)));
        get(
                routes,
                "/schemas/{name}",
                http -> Schemas.named(http.pathParam("name")).orElseGet(() -> notFound(http)));
        get(routes, "/asyncapi.yaml", http -> Schemas.asyncApi().orElseGet(() -> notFound(http)));
        routes.get("/events", events::stream);
        routes.after(http -> count(http));
        routes.exception(HttpResponseException.class, this::refused);
        routes.exception(IOException.class, (gone, http) -> LOG.debug("reader left path={}", http.path()));
        routes.exception(Exception.class, this::broken);
    }

    /** {@code 2026-11-22} is the page, {@code 2026-11-22.md} and {@code .txt} its digest. */
    private Answer day(Context http) {
        var asked = http.pathParam("day");
        if (asked.endsWith(".md") || asked.endsWith(".txt")) {
            var dot = asked.lastIndexOf('.');
            return pages.digest(asked.substring(0, dot), asked.substring(dot + 1));
        }
        return pages.day(asked);
    }

    private static void get(RoutesConfig routes, String path, Function<Context, Answer> answer) {
        routes.get(path, http -> Sending.send(http, answer.apply(http)));
        routes.head(path, http -> Sending.send(http, answer.apply(http)));
    }

    private static String edition(Context http) {
        var asked = http.queryParam("edition");
        return asked == null || asked.isBlank() ? "all" : asked;
    }

    private static boolean wantsJson(Context http) {
        var accepted = http.header("Accept");
        return accepted != null && accepted.contains("json") && !accepted.contains("text/html");
    }

    private Answer notFound(Context http) {
        var people = http.path().matches("/|/[^/]*|/[di]/.*") && !wantsJson(http);
        return people
                ? pages.trouble(404, "Not found", "Nothing is served at " + http.path() + ".")
                : Problem.of(404, "not-found", "Not found", "nothing is served at " + http.path())
                        .answer();
    }

    private void refused(HttpResponseException refused, Context http) {
        if (refused.getStatus() == 404) {
            Sending.send(http, notFound(http));
            return;
        }
        var kind = refused.getStatus() == 405 ? "method-not-allowed" : "bad-request";
        http.header("Allow", "GET, HEAD");
        Sending.send(
                http,
                Problem.of(
                                refused.getStatus(),
                                kind,
                                "Refused",
                                http.method() + " " + http.path() + ": " + refused.getMessage())
                        .answer());
    }

    private void broken(Exception failure, Context http) {
        if (http.res().isCommitted()) {
            LOG.debug("answer broken off path={} cause={}", http.path(), failure.toString());
            return;
        }
        LOG.error("cannot answer path={}", http.path(), failure);
        Sending.send(
                http,
                Problem.of(500, "our-fault", "Something broke", "the log names the cause of " + http.path())
                        .answer());
    }

    private void count(Context http) {
        metrics.counter("topfive.dashboard.requests", "status", "" + http.statusCode())
                .increment();
    }
}
