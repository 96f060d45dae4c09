package topfive.ingest.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import topfive.ingest.text.Links;

/**
 * The real web, safely and politely: a deadline over the whole exchange, caps on size, every hop of a redirect checked, robots.txt obeyed,
 * one request per host at a time.
 *
 * <p>Every address that a host name resolves to must be public before a connection is made. The JDK's client resolves the name once more
 * when it connects; it then gets the answer that was checked, because the JVM keeps answers for {@code networkaddress.cache.ttl} (30 s by
 * default, longer than the connect timeout). With that cache switched off, or where its entry ends between check and connect, a name server
 * that changes its answer within the moment could slip through: JDK 17 offers no way to connect to a checked address under a TLS name.
 */
public final class HttpWeb implements Web {
    private static final int REDIRECTS = 5;
    private static final int ROBOTS = 512 * 1024;
    private static final Duration ROBOTS_KEPT = Duration.ofHours(24);
    private static final Duration ROBOTS_RETRIED = Duration.ofMinutes(10);
    private static final String NAME = "topfive";

    private final PrivateHosts privateHosts;
    private final String userAgent;
    private final Pace pace;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final HttpClient client;
    private final HostTurns turns = new HostTurns();
    private final Map<String, Instant> later = new ConcurrentHashMap<>();
    private final Map<String, Robots> robots = new ConcurrentHashMap<>();

    /**
     * @param deadline for one exchange, from the request to the last byte of the body
     * @param pause between two requests to one host; hosts named in {@code fetch.allow-private} get none
     */
    public record Pace(Duration deadline, Duration pause) {
        public static final Pace POLITE = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(1));
    }

    private record Robots(BaseRobotRules rules, Instant until) {}

    /** One hop: an answer, or where to go next. */
    private record Hop(Fetched answer, URI next) {}

    /** @param contact address or URL for the User-Agent, "" for none */
    public HttpWeb(List<String> allowPrivate, String contact, InstantSource clock, MeterRegistry metrics) {
        this(allowPrivate, contact, Pace.POLITE, clock, metrics);
    }

    public HttpWeb(List<String> allowPrivate, String contact, Pace pace, InstantSource clock, MeterRegistry metrics) {
        this.privateHosts = PrivateHosts.of(allowPrivate);
        this.userAgent = "Topfive/0.1" + (contact.isBlank() ? "" : " (+" + contact + ")");
        this.pace = pace;
        this.clock = clock;
        this.metrics = metrics;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(
                        pace.deadline().compareTo(Duration.ofSeconds(10)) < 0
                                ? pace.deadline()
                                : Duration.ofSeconds(10))
                .proxy(HttpClient.Builder.NO_PROXY) // a proxy would connect to addresses that nobody checked
                .build();
    }

    @Override
    public Fetched get(Request request) throws InterruptedException {
        var answer = follow(request, true);
        metrics.counter("topfive.ingest.fetches", "outcome", outcome(answer)).increment();
        return answer;
    }

    private static String outcome(Fetched answer) {
        return answer instanceof Fetched.Failed failed
                ? failed.reason()
                : answer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private Fetched follow(Request request, boolean askRobots) throws InterruptedException {
        URI at;
        try {
            at = new URI(request.url());
        } catch (java.net.URISyntaxException e) {
            return Fetched.Failed.of("no-address", request.url() + " is no http address");
        }
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            var refused = refuse(at, askRobots);
            if (refused.isPresent()) {
                return refused.get();
            }
            var done = inTurn(at, request);
            if (done.answer() != null) {
                return done.answer();
            }
            if (at.getScheme().equalsIgnoreCase("https")
                    && "http".equalsIgnoreCase(done.next().getScheme())) {
                return Fetched.Failed.of("insecure-redirect", at + " leads from https to " + done.next());
            }
            at = done.next();
        }
        return Fetched.Failed.of("redirects", request.url() + " redirects more than " + REDIRECTS + " times");
    }

    private Optional<Fetched> refuse(URI at, boolean askRobots) throws InterruptedException {
        if (!Links.isWeb(at.getScheme()) || at.getHost() == null || at.getUserInfo() != null) {
            return Optional.of(Fetched.Failed.of("not-http", at + " is not http or https"));
        }
        var until = later.get(at.getHost());
        if (until != null && clock.instant().isBefore(until)) {
            return Optional.of(new Fetched.Later(until, at.getHost() + " asked to be left alone until " + until));
        }
        var unsafe = unsafe(at);
        if (unsafe.isPresent() || !askRobots) {
            return unsafe;
        }
        var rules = robots(at);
        if (rules.isDeferVisits()) {
            return Optional.of(new Fetched.Later(
                    clock.instant().plus(ROBOTS_RETRIED), "robots.txt of " + at.getHost() + " cannot be read now"));
        }
        return rules.isAllowed(at.toString())
                ? Optional.empty()
                : Optional.of(
                        Fetched.Failed.of("robots", "robots.txt of " + at.getHost() + " forbids " + at.getRawPath()));
    }

    /** Refused when any address of the host is private: a name with two addresses could otherwise be asked until the other one comes. */
    private Optional<Fetched> unsafe(URI at) {
        var host = at.getHost().replaceAll("^\\[|]$", "");
        try {
            for (var address : InetAddress.getAllByName(host)) {
                if (!PublicAddress.is(address) && !privateHosts.allow(host, address, port(at))) {
                    return Optional.of(Fetched.Failed.of(
                            "private-address",
                            at.getHost() + " is " + address.getHostAddress()
                                    + ", a private address; name it in fetch.allow-private if it is meant"));
                }
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(Fetched.Failed.of("unreachable", at.getHost() + " is not known"));
        }
    }

    private static int port(URI at) {
        return at.getPort() >= 0 ? at.getPort() : at.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private BaseRobotRules robots(URI at) throws InterruptedException {
        var origin = at.getScheme() + "://" + at.getRawAuthority();
        var known = robots.get(origin);
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.rules();
        }
        var fetched = follow(Request.of(origin + "/robots.txt", ROBOTS), false);
        var parser = new SimpleRobotRulesParser();
        BaseRobotRules rules;
        var kept = ROBOTS_KEPT;
        if (fetched instanceof Fetched.Fresh fresh) {
            rules = parser.parseContent(fresh.url(), fresh.body(), fresh.contentType(), List.of(NAME));
        } else if (fetched instanceof Fetched.Gone
                || fetched instanceof Fetched.Failed failed && failed.reason().startsWith("http-4")) {
            rules = parser.failedFetch(404);
        } else {
            rules = parser.failedFetch(503); // unreachable: RFC 9309 says to stay away for now
            kept = ROBOTS_RETRIED;
        }
        robots.put(origin, new Robots(rules, clock.instant().plus(kept)));
        return rules;
    }

    private Duration pause(URI at) {
        if (privateHosts.names(at.toString())) {
            return Duration.ZERO;
        }
        var known = robots.get(at.getScheme() + "://" + at.getRawAuthority());
        long asked = known == null ? 0 : known.rules().getCrawlDelay();
        return asked > pace.pause().toMillis() ? Duration.ofMillis(asked) : pace.pause();
    }

    private Hop inTurn(URI at, Request request) throws InterruptedException {
        try {
            return turns.in(at.getHost(), pause(at), () -> exchange(at, request));
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("exchange() throws nothing else", e);
        }
    }

    private Hop exchange(URI at, Request request) throws InterruptedException {
        var pending = client.sendAsync(message(at, request), info -> new CappedBody(request.limit()));
        try {
            return answer(at, request, pending.get(pace.deadline().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            pending.cancel(true);
            return failed(
                    "too-slow", at + " took longer than " + pace.deadline().toSeconds() + " s");
        } catch (ExecutionException e) {
            return failed("unreachable", at + ": " + words(e.getCause()));
        }
    }

    private static String words(Throwable cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private HttpRequest message(URI at, Request request) {
        var message = HttpRequest.newBuilder(at)
                .timeout(pace.deadline())
                .header("User-Agent", userAgent)
                .header("Accept-Encoding", "gzip")
                .header(
                        "Accept",
                        "application/rss+xml, application/atom+xml, application/feed+json, text/html, text/vtt, */*;q=0.5");
        var validators = request.validators();
        if (at.toString().equals(validators.url())) {
            header(message, "If-None-Match", validators.etag());
            header(message, "If-Modified-Since", validators.lastModified());
        }
        return message.GET().build();
    }

    private static void header(HttpRequest.Builder message, String name, String value) {
        if (value != null) {
            message.header(name, value);
        }
    }

    private Hop answer(URI at, Request request, HttpResponse<CappedBody.Taken> response) {
        int status = response.statusCode();
        if (status == 304) {
            boolean asked = at.toString().equals(request.validators().url());
            return asked
                    ? new Hop(new Fetched.NotModified(Hints.NONE), null)
                    : failed("http-304", at + " answers 304 to a plain request");
        }
        if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
            return redirected(at, response);
        }
        if (status == 410) {
            return new Hop(new Fetched.Gone(at + " is gone (410)"), null);
        }
        if (status == 429 || status == 503) {
            var until = RetryAfter.from(response.headers().firstValue("Retry-After"), clock.instant());
            later.put(at.getHost(), until);
            return new Hop(new Fetched.Later(until, at + " answers " + status + ": not before " + until), null);
        }
        return status == 200 ? fresh(at, request, response) : failed("http-" + status, at + " answers " + status);
    }

    private static Hop redirected(URI at, HttpResponse<?> response) {
        var location = response.headers().firstValue("Location").orElse("");
        try {
            return new Hop(null, at.resolve(new URI(location.strip().replace(" ", "%20"))));
        } catch (java.net.URISyntaxException | IllegalArgumentException e) {
            return failed("redirects", at + " redirects to nowhere: " + location);
        }
    }

    private static Hop fresh(URI at, Request request, HttpResponse<CappedBody.Taken> response) {
        var taken = response.body();
        var encoding = response.headers()
                .firstValue("Content-Encoding")
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (!taken.over() && encoding.matches("gzip|x-gzip")) {
            try {
                taken = Gunzip.unpack(taken.bytes(), request.limit());
            } catch (IOException e) {
                return failed("broken", at + ": gzip that cannot be unpacked: " + e.getMessage());
            }
        } else if (!encoding.isEmpty() && !encoding.equals("identity") && !encoding.matches("gzip|x-gzip")) {
            return failed("broken", at + " is encoded as " + encoding + ", which was not asked for");
        }
        if (taken.over()) {
            return new Hop(
                    new Fetched.Failed(
                            "too-large", at + " is larger than " + request.limit() / 1024 + " KiB", taken.bytes()),
                    null);
        }
        var headers = response.headers();
        var validators = new Validators(
                at.toString(),
                headers.firstValue("ETag").orElse(null),
                headers.firstValue("Last-Modified").orElse(null));
        return new Hop(
                new Fetched.Fresh(
                        at.toString(),
                        taken.bytes(),
                        headers.firstValue("Content-Type").orElse(""),
                        validators,
                        Hints.NONE),
                null);
    }

    private static Hop failed(String reason, String why) {
        return new Hop(Fetched.Failed.of(reason, why), null);
    }
}
