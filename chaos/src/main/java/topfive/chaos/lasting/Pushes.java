package topfive.chaos.lasting;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import topfive.contract.Json;

/** A client of the push API that keeps account of every answer. For use by several threads. */
final class Pushes {
    /** The service promises an answer before; whoever gets none knows nothing of his document. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI address;
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicLong slowest = new AtomicLong();
    private final LongAdder withoutRetryAfter = new LongAdder();

    Pushes(int port) {
        address = URI.create("http://127.0.0.1:" + port + "/v1/documents");
    }

    /** @return the status; 0 where there was no answer */
    int push(String body) throws InterruptedException {
        var began = System.nanoTime();
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        int status;
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            status = answer.statusCode();
            if (status == 200 || status == 202) {
                acknowledged.add((String) Json.read(answer.body(), Map.class).get("id"));
            } else if ((status == 429 || status == 503)
                    && answer.headers().firstValue("Retry-After").isEmpty()) {
                withoutRetryAfter.increment();
            }
        } catch (IOException e) {
            status = 0;
        }
        if (status != 200 && status != 202) {
            refused.add(body);
        }
        slowest.accumulateAndGet((System.nanoTime() - began) / 1_000_000, Math::max);
        answers.computeIfAbsent("" + status, each -> new LongAdder()).increment();
        return status;
    }

    /** How many of each status so far; 0 stands for no answer. */
    Map<String, Long> answers() {
        var counts = new TreeMap<String, Long>();
        answers.forEach((status, count) -> counts.put(status, count.sum()));
        return counts;
    }

    long answered(int status) {
        return answers().getOrDefault("" + status, 0L);
    }

    /** The ids of what was answered 2xx. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** One that was not acknowledged, to be pushed again; null where there is none. */
    String refused() {
        return refused.poll();
    }

    long refusedCount() {
        return refused.size();
    }

    /** Milliseconds. */
    long slowest() {
        return slowest.get();
    }

    long withoutRetryAfter() {
        return withoutRetryAfter.sum();
    }
}
