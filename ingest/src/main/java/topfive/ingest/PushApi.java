package topfive.ingest;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import topfive.contract.Document;
import topfive.contract.Json;
import topfive.contract.Limits;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.text.Unreadable;

/** {@code POST /v1/documents}: the answer 202 means that the broker has it, 4xx says why it was not kept. */
final class PushApi implements AutoCloseable {
    private static final int SECONDS = 25;
    private static final Map<String, Integer> STATUS = Map.of(
            "content-type",
            415,
            "too-large",
            413,
            "no-text",
            422,
            "cookie-wall",
            422,
            "empty",
            422,
            "not-text",
            422,
            "unknown-json",
            422,
            "bad-field",
            422);

    private final Settings settings;
    private final CopyDesk desk;
    private final Outbox outbox;
    private final Memory memory;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private Javalin server;

    private PushApi(
            Settings settings,
            CopyDesk desk,
            Outbox outbox,
            Memory memory,
            InstantSource clock,
            MeterRegistry metrics) {
        this.settings = settings;
        this.desk = desk;
        this.outbox = outbox;
        this.memory = memory;
        this.clock = clock;
        this.metrics = metrics;
    }

    static PushApi start(
            Settings settings,
            CopyDesk desk,
            Outbox outbox,
            Memory memory,
            InstantSource clock,
            MeterRegistry metrics) {
        var api = new PushApi(settings, desk, outbox, memory, clock, metrics);
        api.server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.http.maxRequestSize = Limits.PUSH;
                    config.routes.post("/v1/documents", api::post);
                })
                .start(settings.bind(), settings.port());
        return api;
    }

    int port() {
        return server.port();
    }

    /** Refused: nothing is kept. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;
        private final String reason;

        Refusal(int status, String reason, String detail) {
            super(detail);
            this.status = status;
            this.reason = reason;
        }
    }

    private void post(Context context) throws InterruptedException {
        try {
            guard(context);
            accept(context, Pushed.parse(body(context)));
        } catch (Refusal e) {
            refuse(context, e.status, e.reason, e.getMessage());
        } catch (Unreadable e) {
            refuse(context, STATUS.getOrDefault(e.reason(), 400), e.reason(), e.getMessage());
        } catch (ExecutionException | TimeoutException e) {
            context.header("Retry-After", "10");
            refuse(context, 503, "broker-away", "the broker did not take it; send it again");
        }
    }

    private void accept(Context context, Pushed pushed)
            throws Unreadable, InterruptedException, ExecutionException, TimeoutException {
        var reading = pushed.read(desk);
        var document = new Filing(pushed.asSource(), clock.instant(), false, 1).file(reading, reading.url());
        if (memory.document(document.id())
                .filter(known -> known.contentHash().equals(document.contentHash()))
                .isPresent()) {
            metrics.counter("topfive.ingest.duplicates").increment();
            answer(context, 200, document, true);
            return;
        }
        int revision = memory.document(document.id())
                .map(known -> known.revision() + 1)
                .orElse(1);
        var revised = new Filing(pushed.asSource(), document.fetchedAt(), false, revision).file(reading, reading.url());
        outbox.document(revised).get(SECONDS, TimeUnit.SECONDS);
        memory.remember(document.id(), new Memory.Known(document.contentHash(), revision));
        answer(context, 202, document, false);
    }

    private static void answer(Context context, int status, Document document, boolean duplicate) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", document.id());
        answer.put("duplicate", duplicate);
        context.status(status).contentType("application/json").result(Json.bytes(answer));
    }

    private void guard(Context context) throws Refusal {
        if (settings.pushToken().isPresent()) {
            var given = String.valueOf(context.header("Authorization")).getBytes(StandardCharsets.UTF_8);
            var wanted = ("Bearer " + settings.pushToken().get()).getBytes(StandardCharsets.UTF_8);
            if (!MessageDigest.isEqual(given, wanted)) {
                context.header("WWW-Authenticate", "Bearer");
                throw new Refusal(401, "unauthorized", "send Authorization: Bearer with the configured token");
            }
        } else if (!isLocalName(context.host())) {
            // a web page whose name was re-bound to this machine would come under its own name
            throw new Refusal(403, "host", "without a token only requests to localhost are taken");
        }
        var type = String.valueOf(context.contentType()).split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase("application/json")) {
            throw new Refusal(415, "content-type", "send application/json");
        }
        if (context.req().getContentLengthLong() > Limits.PUSH) {
            throw new Refusal(413, "too-large", "the body is larger than " + Limits.PUSH / 1024 + " KiB");
        }
    }

    private static boolean isLocalName(String host) {
        return host != null && host.matches("(?i)(?:localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(?::\\d+)?");
    }

    private static byte[] body(Context context) throws Refusal {
        try {
            var body = context.req().getInputStream().readNBytes(Limits.PUSH + 1);
            if (body.length > Limits.PUSH) {
                throw new Refusal(413, "too-large", "the body is larger than " + Limits.PUSH / 1024 + " KiB");
            }
            return body;
        } catch (IOException e) {
            throw new Refusal(400, "cut-off", "the body broke off");
        }
    }

    private void refuse(Context context, int status, String reason, String detail) {
        metrics.counter("topfive.ingest.rejected", "reason", reason).increment();
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", reason);
        problem.put("status", status);
        problem.put("detail", detail);
        context.status(status).contentType("application/problem+json").result(Json.bytes(problem));
    }

    @Override
    public void close() {
        server.stop();
    }
}
