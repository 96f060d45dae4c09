package topfive.ingest.push;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.FailPoint;
import topfive.contract.Json;

/** The HTTP server that takes pushed documents. Whatever goes wrong is told as {@code application/problem+json}. */
public final class PushApi implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PushApi.class);

    /** More than requests are worked on at once, so that the others can be told to wait. */
    private static final int THREADS = 2 * PushDocument.AT_ONCE;

    private final MeterRegistry metrics;
    private final PushDocument push;
    private final Javalin server;

    private PushApi(MeterRegistry metrics, PushDocument push, Consumer<JavalinConfig> more) {
        this.metrics = metrics;
        this.push = push;
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.concurrency.useVirtualThreads = false;
            config.http.generateEtags = false;
            config.http.prefer405over404 = true;
            config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
            config.jetty.threadPool = new QueuedThreadPool(THREADS, 4);
            config.jetty.modifyServer(jetty -> {
                jetty.setStopTimeout(0);
                jetty.setErrorHandler(new Unparsable());
            });
            config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
            config.routes.get("/", PushApi::introduce);
            config.routes.head("/", PushApi::introduce);
            config.routes.post("/v1/documents", context -> answer(context, push));
            config.routes.error(404, context -> answer(context, nothingHere(context)));
            config.routes.error(405, this::onlyOthers);
            config.routes.exception(Exception.class, this::failed);
            if (FailPoint.isSet()) {
                config.requestLogger.http((context, took) -> FailPoint.at("push-answered"));
            }
            more.accept(config);
        });
    }

    /**
     * @param port 0 picks a free one
     * @param more routes of others at the same address
     */
    public static PushApi start(
            String bind,
            int port,
            Pushing pushing,
            Intake intake,
            InstantSource clock,
            MeterRegistry metrics,
            Consumer<JavalinConfig> more) {
        var api = new PushApi(metrics, new PushDocument(pushing, intake, clock, metrics), more);
        api.server.start(bind, port);
        return api;
    }

    public int port() {
        return server.port();
    }

    private static void introduce(Context context) {
        context.contentType("application/json")
                .result(Json.bytes(new TreeMap<>(Map.of("service", "topfive ingest", "push", "POST /v1/documents"))));
    }

    private void answer(Context context, PushDocument push) throws InterruptedException {
        context.header("Cache-Control", "no-store").header("X-Content-Type-Options", "nosniff");
        try {
            push.post(context);
        } catch (Problem e) {
            answer(context, e);
        }
    }

    private void answer(Context context, Problem problem) {
        metrics.counter("topfive.documents.rejected", "reason", problem.reason())
                .increment();
        problem.answer(context);
    }

    private static Problem nothingHere(Context context) {
        return Problem.of(404, "not-found", "there is nothing at this path; documents go to POST /v1/documents");
    }

    private void onlyOthers(Context context) {
        var allowed = context.path().startsWith("/v1/") ? "POST" : "GET";
        answer(
                context,
                Problem.of(405, "method", context.method() + " is not for this path; use " + allowed)
                        .with("Allow", allowed));
    }

    private void failed(Exception e, Context context) {
        if (e instanceof InterruptedException || e instanceof CancellationException) {
            Thread.currentThread().interrupt();
            answer(context, PushDocument.stopping());
            return;
        }
        LOG.error("push failed path={}", context.path(), e);
        answer(context, Problem.of(500, "failed", "this should not happen; the log of the service says more"));
    }

    /** From now on a push is told to come again; it finds somebody else, or this one after its restart. */
    public void refuse() {
        push.refuse();
    }

    /** After {@link #refuse}: returns when all that was taken before has its answer, or when the time is over. */
    public void drain(Duration within) {
        try {
            if (!push.isDone(within)) {
                LOG.warn("pushes are left without an answer from the broker after={}", within);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
