package topfive.ingest.fetch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * The real web, safely and politely. What holds for every request, redirects and robots.txt included:
 *
 * <ul>
 *   <li>only http and https, only the ports of web servers, and only public addresses but for those in {@code fetch.allow-private}: checked
 *       on the address that is connected to ({@link Guard});
 *   <li>a deadline over the whole fetch, from the first name looked up to the last byte of the body; waiting for a turn is not counted, and
 *       robots.txt has a deadline of its own;
 *   <li>at most {@link Request#limit()} bytes from the wire and as many unpacked;
 *   <li>one request per host name at a time, whatever the port, with a pause after each. Hosts that share an address, as those of a large
 *       hoster do, do not wait for each other;
 *   <li>nothing that robots.txt or tdmrep.json of its origin exclude ({@link Origins});
 *   <li>no host that asked to be left alone, until then; and for a minute, none that was too slow, so that its other sources do not queue for
 *       one deadline after another.
 * </ul>
 *
 * <p>Nothing is thrown for what a server, a network or an address is: that is an answer. Safe for many threads; no number of stuck servers
 * keeps others from being asked. An interrupt ends a fetch at once.
 */
public final class HttpWeb implements Web {
    private static final Duration BREATHER = Duration.ofMinutes(1);

    private final PrivateHosts privateHosts;
    private final String userAgent;
    private final Pace pace;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final Exchange exchange;
    private final Origins origins;
    private final HostTurns turns = new HostTurns();
    private final LeftAlone leftAlone = new LeftAlone();

    /**
     * @param deadline for one fetch on the wire, from the request to the last byte of the body, redirects included
     * @param pause between two requests to one host; hosts named in {@code fetch.allow-private} get none
     */
    public record Pace(Duration deadline, Duration pause) {
        public static final Pace POLITE = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(1));
    }

    /** @param contact address or URL for the User-Agent, "" for none */
    public HttpWeb(List<String> allowPrivate, String contact, InstantSource clock, MeterRegistry metrics) {
        this(allowPrivate, contact, Pace.POLITE, clock, metrics);
    }

    public HttpWeb(List<String> allowPrivate, String contact, Pace pace, InstantSource clock, MeterRegistry metrics) {
        this(allowPrivate, contact, pace, clock, metrics, Exchange.Network.REAL);
    }

    HttpWeb(
            List<String> allowPrivate,
            String contact,
            Pace pace,
            InstantSource clock,
            MeterRegistry metrics,
            Exchange.Network network) {
        this.privateHosts = PrivateHosts.of(allowPrivate);
        this.userAgent = UserAgent.of(contact);
        this.pace = pace;
        this.clock = clock;
        this.metrics = metrics;
        this.exchange = new Exchange(privateHosts, network);
        this.origins = new Origins(request -> trip(request, false), clock);
    }

    @Override
    public Fetched get(Request request) throws InterruptedException {
        long start = System.nanoTime();
        var answer = trip(request, true);
        metrics.timer("topfive.ingest.fetch.time").record(Duration.ofNanos(System.nanoTime() - start));
        metrics.counter("topfive.ingest.fetches", "outcome", outcome(answer)).increment();
        return answer;
    }

    /** The host is not asked before this moment, say since it said so before a restart. */
    @Override
    public Optional<String> post(String url, Map<String, String> form, boolean mayBePrivate)
            throws InterruptedException {
        var posting = new Posting(exchange, userAgent, form, mayBePrivate, pace.deadline());
        try {
            var at = Optional.of(WebAddress.of(url));
            while (at.isPresent()) {
                var here = at.get();
                var resting = resting(here);
                if (resting.isPresent()) {
                    return Optional.of(WebAddress.shown(here) + " asked to be left alone");
                }
                at = turns.in(WebAddress.host(here), pause(here), () -> posting.to(here));
            }
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public void leaveAlone(String host, Instant until) {
        leftAlone.add(
                host.toLowerCase(Locale.ROOT), new LeftAlone.Rest(until, "asked to be left alone"), clock.instant());
    }

    /** The hosts that are not asked now, in lower case, and until when. */
    @Override
    public Map<String, Instant> leftAlone() {
        return leftAlone.at(clock.instant());
    }

    private static String outcome(Fetched answer) {
        return answer instanceof Fetched.Failed failed
                ? failed.reason()
                : answer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private Fetched trip(Request request, boolean asksFirst) throws InterruptedException {
        try {
            var trip = new Trip(
                    WebAddress.of(request.url()), request.within() == null ? pace.deadline() : request.within());
            return trip.told(end(trip, request, asksFirst));
        } catch (Refused e) {
            return e.answer();
        }
    }

    private Fetched end(Trip trip, Request request, boolean asksFirst) throws InterruptedException {
        try {
            var done = Optional.<Fetched>empty();
            while (done.isEmpty()) {
                done = hop(trip, request, asksFirst);
            }
            return done.get();
        } catch (Refused e) {
            return e.answer();
        }
    }

    /** Empty where the answer led further. */
    private Optional<Fetched> hop(Trip trip, Request request, boolean asksFirst) throws Refused, InterruptedException {
        var at = trip.at();
        var refusal = resting(at);
        if (refusal.isEmpty() && asksFirst) {
            refusal = origins.of(at).refusal(at);
        }
        return refusal.isPresent() ? refusal : turns.in(WebAddress.host(at), pause(at), () -> inTurn(trip, request));
    }

    /** While this one waited for its turn, the one before it may have been told to stay away. */
    private Optional<Fetched> inTurn(Trip trip, Request request) throws Refused, InterruptedException {
        var at = trip.at();
        var resting = resting(at);
        if (resting.isPresent()) {
            return resting;
        }
        var answer = ask(trip, request);
        if (answer.isLater()) {
            var until = RetryAfter.from(answer.retryAfter(), clock.instant());
            leaveAlone(WebAddress.host(at), until);
            return Optional.of(new Fetched.Later(
                    until, WebAddress.shown(at) + " answers " + answer.status() + ": not before " + until));
        }
        if (answer.isRedirect()) {
            trip.follow(answer);
            return Optional.empty();
        }
        return Optional.of(Verdict.on(answer, trip, request, clock.instant()));
    }

    private Answer ask(Trip trip, Request request) throws Refused, InterruptedException {
        var message = Asking.message(trip.at(), request.validators(), userAgent);
        long start = System.nanoTime();
        try {
            return exchange.ask(message, trip.mayBePrivate(), request.limit(), trip.left());
        } catch (Refused e) {
            throw e.isTooSlow() ? tooSlow(trip.at()) : e;
        } finally {
            trip.spent(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private Refused tooSlow(HttpUrl at) {
        var now = clock.instant();
        leftAlone.add(WebAddress.host(at), new LeftAlone.Rest(now.plus(BREATHER), "was too slow a moment ago"), now);
        return new Refused(
                "too-slow",
                WebAddress.shown(at) + " took longer than " + pace.deadline().toMillis() / 1000.0 + " s");
    }

    private Optional<Fetched> resting(HttpUrl at) {
        return leftAlone.refusal(WebAddress.host(at), clock.instant());
    }

    private Duration pause(HttpUrl at) {
        if (privateHosts.names(at.toString())) {
            return Duration.ZERO;
        }
        var asked = origins.delay(at);
        return asked.compareTo(pace.pause()) > 0 ? asked : pace.pause();
    }
}
