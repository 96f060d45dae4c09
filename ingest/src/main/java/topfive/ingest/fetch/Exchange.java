package topfive.ingest.fetch;

import java.io.IOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * One request and its whole answer, body included, within a deadline.
 *
 * <p>Each runs on a thread of its own, of which there is no fixed number: neither a name server nor a socket can hold the caller longer
 * than the deadline, and however many servers are stuck, the next one is asked. Cookies are not kept, redirects not followed, proxies not
 * used. The client refuses more than 256 KiB of headers, {@link Budget} the rest.
 */
final class Exchange {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final OkHttpClient allowing;
    private final OkHttpClient publicOnly;
    private final Budget budget = new Budget();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "fetch");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * What is not ours.
     *
     * @param names what host names resolve to; what it says is checked when a connection is made
     * @param ports that web servers use
     * @param trust which certificates to believe
     */
    record Network(Dns names, Set<Integer> ports, UnaryOperator<OkHttpClient.Builder> trust) {
        static final Network REAL = new Network(Dns.SYSTEM, Guard.USUAL_PORTS, UnaryOperator.identity());
    }

    Exchange(PrivateHosts allowed, Network network) {
        var common = network.trust()
                .apply(new OkHttpClient.Builder())
                .dns(network.names())
                .proxy(Proxy.NO_PROXY)
                .protocols(List.of(Protocol.HTTP_1_1)) // one request per host at a time: h2 has nothing to offer
                .followRedirects(false)
                .followSslRedirects(false)
                .fastFallback(false)
                .connectionPool(new ConnectionPool(20, 30, TimeUnit.SECONDS))
                .connectTimeout(CONNECT)
                .readTimeout(Duration.ZERO) // the deadline ends it
                .writeTimeout(Duration.ZERO)
                .addNetworkInterceptor(Sighting::note)
                .build();
        this.allowing = common.newBuilder()
                .socketFactory(new Guard(allowed, network.ports(), budget))
                .build();
        this.publicOnly = common.newBuilder()
                .socketFactory(new Guard(PrivateHosts.of(List.of()), network.ports(), budget))
                .build();
    }

    /**
     * @param privately whether the addresses in fetch.allow-private may be reached
     * @throws Refused where there is no answer that could be read, and why
     */
    Answer ask(Request message, boolean privately, int limit, Duration deadline) throws Refused, InterruptedException {
        var sighting = new Sighting();
        var tagged = message.newBuilder().tag(Sighting.class, sighting).build();
        var call = (privately ? allowing : publicOnly).newCall(tagged);
        var answer = threads.submit(() -> read(call, limit, sighting));
        try {
            return answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Refused("too-slow", WebAddress.shown(message.url()) + " took too long");
        } catch (ExecutionException e) {
            throw refused(message, e.getCause());
        } finally {
            if (!answer.isDone()) {
                call.cancel();
            }
        }
    }

    private Answer read(Call call, int limit, Sighting sighting) throws IOException {
        budget.begin(limit);
        try (var response = call.execute()) {
            var body = response.code() == 200
                    ? Taken.from(response.body().byteStream(), encoding(response), limit)
                    : Taken.NOTHING;
            if (!body.isWhole()) {
                call.cancel(); // closing alone would read on for a moment
            }
            return new Answer(
                    response.code(), response.headers(), body, sighting.isFromPublic(), sighting.retryAfter());
        } finally {
            budget.end();
        }
    }

    private static String encoding(Response response) {
        return response.headers("Content-Encoding").stream()
                .flatMap(header -> List.of(header.split(",")).stream())
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty() && !word.equals("identity"))
                .collect(Collectors.joining(", "));
    }

    private static Refused refused(Request message, Throwable cause) {
        var shown = WebAddress.shown(message.url());
        for (var deeper = cause; deeper != null; deeper = deeper.getCause()) {
            if (deeper instanceof Refused refused) {
                return refused;
            }
        }
        if (cause instanceof UnknownHostException) {
            return new Refused("unreachable", "the host " + message.url().host() + " is not known");
        }
        if (cause instanceof Error error) {
            throw error;
        }
        var words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        var about = cause instanceof SSLException ? ": no secure connection: " : ": ";
        return new Refused("unreachable", shown + about + words);
    }
}
