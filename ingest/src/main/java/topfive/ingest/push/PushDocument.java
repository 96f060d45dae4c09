package topfive.ingest.push;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import topfive.contract.FailPoint;
import topfive.contract.Ids;
import topfive.contract.Json;
import topfive.contract.Limits;
import topfive.ingest.text.Unreadable;

/**
 * {@code POST /v1/documents}. 202: the broker has it, on all replicas. 200: it had it before, or the same document came twice at once. 4xx:
 * it is not kept, and the same request would be refused again. 429 and 503: the same request may be sent again after {@code Retry-After},
 * and should be: until a 2xx nobody knows whether it was kept. Sending it again makes no second document.
 */
final class PushDocument {
    /** Requests in work: each holds at most two bodies of {@link Limits#PUSH}, and the others are told to wait. */
    static final int AT_ONCE = 64;

    /** Text is taken out of so many at once: what a page becomes in memory is larger than the page. */
    private static final int READ_AT_ONCE = 8;

    /** From the first byte read to the answer; who waits longer has mostly gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** So long the producer keeps whoever stands at a desk waiting, where the broker is away. */
    private static final Duration AT_DESK = Duration.ofSeconds(3);

    private static final Duration BROKER = Duration.ofSeconds(5);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private static final Map<String, Integer> STATUS = Map.of(
            "content-type", 415,
            "too-large", 413,
            "no-text", 422,
            "empty", 422,
            "not-text", 422,
            "unknown-json", 422,
            "cookie-wall", 422,
            "bad-field", 422,
            "too-slow", 422,
            "failed", 422);

    private final Doorkeeper door;
    private final Allowance allowance;
    private final Intake intake;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final AtomicInteger waiting = new AtomicInteger();
    private final Semaphore desks = new Semaphore(READ_AT_ONCE, true);
    private volatile boolean refusing;

    PushDocument(Pushing pushing, Intake intake, InstantSource clock, MeterRegistry metrics) {
        this.door = new Doorkeeper(pushing.passes(), clock);
        this.allowance = new Allowance(pushing.rate(), pushing.burst(), clock);
        this.intake = intake;
        this.clock = clock;
        this.metrics = metrics;
        List.of("broker-away", "busy", "failed") // an alert counts them from 0
                .forEach(reason -> metrics.counter("topfive.documents.rejected", "reason", reason));
        Gauge.builder("topfive.ingest.push.waiting", waiting, AtomicInteger::get)
                .description("requests whose document is on its way to the broker")
                .register(metrics);
    }

    /** From now on. What is in work is answered as ever. */
    void refuse() {
        refusing = true;
    }

    /** @return whether everything that was in work has its answer */
    boolean isDone(Duration within) throws InterruptedException {
        return places.tryAcquire(AT_ONCE, within.toMillis(), TimeUnit.MILLISECONDS);
    }

    void post(Context context) throws Problem, InterruptedException {
        if (refusing) {
            throw stopping();
        }
        if (!places.tryAcquire()) {
            throw busy();
        }
        try {
            taken(context);
        } finally {
            places.release();
        }
    }

    private void taken(Context context) throws Problem, InterruptedException {
        mustBeAllowed("address " + network(context.req().getRemoteAddr()));
        var visitor = door.atTheDoor(context);
        mustBeAllowed(visitor);
        Body.check(context);
        var sent = Body.read(context, Limits.PUSH, clock);
        if (visitor.pass().isEmpty()) {
            visitor = door.signed(visitor, sent);
            mustBeAllowed(visitor);
        }
        try {
            var pushed = Pushed.parse(Body.unpacked(context, sent));
            mustBeHis(pushed.source(), visitor);
            answer(context, pushed, visitor);
        } catch (Unreadable e) {
            throw Problem.of(STATUS.getOrDefault(e.reason(), 400), e.reason(), e.getMessage());
        }
    }

    private void mustBeAllowed(Doorkeeper.Visitor visitor) throws Problem {
        if (visitor.pass().isPresent()) {
            mustBeAllowed(visitor.pass().get().name());
        }
    }

    private void mustBeAllowed(String name) throws Problem {
        var wait = allowance.ask(name);
        if (!wait.isZero()) {
            throw Problem.later(429, "too-many", "too many requests; go on more slowly (ingest.rate)", wait);
        }
    }

    private static void mustBeHis(String source, Doorkeeper.Visitor visitor) throws Problem {
        if (!visitor.mayPushFor(source)) {
            throw Problem.of(403, "wrong-source", "these credentials are not for the source " + source);
        }
    }

    private void answer(Context context, Pushed pushed, Doorkeeper.Visitor visitor)
            throws Problem, Unreadable, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var receipt = read(pushed, door.knows(visitor));
        if (receipt instanceof Intake.Superseded) {
            throw Doorkeeper.replayed();
        }
        if (receipt instanceof Intake.NotYet) {
            throw Problem.later(
                    503, "broker-away", "what was taken before cannot be looked up yet: send it again", BROKER);
        }
        if (receipt instanceof Intake.NotNow) {
            throw Problem.later(503, "busy", "another text of this document is on its way; send it again", MOMENT);
        }
        var taken = (Intake.Taken) receipt;
        mustBeSafe(taken, deadline);
        FailPoint.at("push-safe");
        door.remember(visitor);
        if (taken.duplicate()) {
            metrics.counter("topfive.documents.duplicate").increment();
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", taken.id());
        answer.put("duplicate", taken.duplicate());
        if (!pushed.ignored().isEmpty()) {
            answer.put("ignored", pushed.ignored());
        }
        context.status(taken.duplicate() ? 200 : 202)
                .contentType("application/json")
                .result(Json.bytes(answer));
    }

    private Intake.Receipt read(Pushed pushed, boolean again) throws Problem, Unreadable, InterruptedException {
        if (!desks.tryAcquire(PATIENCE.minus(AT_DESK).toSeconds(), TimeUnit.SECONDS)) {
            throw busy();
        }
        try {
            return intake.take(pushed, again);
        } finally {
            desks.release();
        }
    }

    private void mustBeSafe(Intake.Taken taken, long deadline) throws Problem, InterruptedException {
        waiting.incrementAndGet();
        try {
            taken.safe().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw Problem.later(
                    503, "broker-away", "it is not known to be safe: send it again; it stays one document", BROKER);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static Problem busy() {
        return Problem.later(503, "busy", "more requests at once than can be worked on; send it again", MOMENT);
    }

    static Problem stopping() {
        return Problem.later(503, "stopping", "the service is stopping; send it again", BROKER);
    }

    /** One household has 2^64 addresses of IPv6. */
    private static String network(String address) {
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16
                    ? Ids.sha256(java.util.Arrays.copyOf(bytes, 8)).substring(0, 16)
                    : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
