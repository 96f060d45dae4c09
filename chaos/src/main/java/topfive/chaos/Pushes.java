package topfive.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import topfive.contract.Json;

/** A client of the push API that keeps account of every answer. For use by several threads. */
public final class Pushes {
    /** An answer comes within the eight seconds that a push waits for the broker, and a moment. */
    public static final long LONGEST_ANSWER_MS = 12_000;

    /** More than that, so that a hang is seen as one; whoever gets no answer knows nothing of his document. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long PAUSE_MS = 300;
    private static final Set<Integer> COME_AGAIN = Set.of(429, 503);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI address;
    private final Sent sent;
    private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicLong taken = new AtomicLong(Long.MIN_VALUE);
    private final LongAdder withoutRetryAfter = new LongAdder();

    /** @param sent gets the id of what is answered 2xx */
    public Pushes(int port, Sent sent) {
        this.address = URI.create("http://127.0.0.1:" + port + "/v1/documents");
        this.sent = sent;
    }

    /**
     * What came of one request.
     *
     * @param status 0 where no answer came
     * @param id of the document; "" where it was not taken
     * @param duplicate whether it was known before
     * @param since when it was asked, {@link System#nanoTime}
     */
    public record Answer(int status, String id, boolean duplicate, long since, long ms) {
        public boolean taken() {
            return status / 100 == 2;
        }
    }

    private record Taken(String id, boolean duplicate) {}

    /** What a publisher hands in: English, plain text. */
    public static String document(String source, String url, String title, String content) {
        var document = new LinkedHashMap<String, String>();
        document.put("source", source);
        document.put("url", url);
        document.put("title", title);
        document.put("language", "en");
        document.put("contentType", "text/plain");
        document.put("content", content);
        return World.text(Json.bytes(document));
    }

    /** Once. */
    public Answer push(String document) throws InterruptedException {
        var began = System.nanoTime();
        var answer = ask(document, began);
        if (answer.taken()) {
            sent.pushed(answer.id());
            taken.accumulateAndGet(began, (a, b) -> a == Long.MIN_VALUE || b - a > 0 ? b : a);
        }
        slowest.accumulateAndGet(answer.ms(), Math::max);
        answers.computeIfAbsent(answer.status(), each -> new LongAdder()).increment();
        return answer;
    }

    /**
     * Again and again until it is taken.
     *
     * @throws TimeoutException where it is not in time
     * @throws IllegalStateException where it was refused as no good: it never would be taken
     */
    public Answer insist(String document, Duration atMost) throws InterruptedException, TimeoutException {
        var began = System.nanoTime();
        while (true) {
            var answer = push(document);
            if (answer.taken()) {
                return answer;
            }
            if (answer.status() / 100 == 4 && !COME_AGAIN.contains(answer.status())) {
                throw new IllegalStateException("a push was refused with " + answer.status());
            }
            if (System.nanoTime() - began > atMost.toNanos()) {
                throw new TimeoutException(
                        "a push was not taken within " + atMost.toSeconds() + " s, last answer " + answer.status());
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    private Answer ask(String document, long began) throws InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(document))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            var status = answer.statusCode();
            if (COME_AGAIN.contains(status)
                    && answer.headers().firstValue("Retry-After").isEmpty()) {
                withoutRetryAfter.increment();
            }
            var said = status / 100 == 2 ? Json.read(answer.body(), Taken.class) : new Taken("", false);
            return new Answer(status, said.id(), said.duplicate(), began, since(began));
        } catch (IOException e) {
            return new Answer(0, "", false, began, since(began));
        }
    }

    private static long since(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    /** How many of each status so far; 0 stands for no answer. */
    public Map<String, Long> answers() {
        var counts = new TreeMap<String, Long>();
        answers.forEach((status, count) -> counts.put("" + status, count.sum()));
        return counts;
    }

    public long answered(int status) {
        return answers().getOrDefault("" + status, 0L);
    }

    /** Milliseconds. */
    public long slowest() {
        return slowest.get();
    }

    /** How many were told to come again, but not when. */
    public long withoutRetryAfter() {
        return withoutRetryAfter.sum();
    }

    /** @return whether something that was asked since then, {@link System#nanoTime}, was taken */
    public boolean takenSince(long nanos) {
        var last = taken.get();
        return last != Long.MIN_VALUE && last - nanos >= 0;
    }

    /** What ingest promises as long as it runs: taken, or to come again and when, and that in time. */
    public void judge(Stage stage) {
        stage.put("answers", answers());
        stage.put("slowestAnswerMs", slowest());
        answers.keySet().stream()
                .filter(status -> status / 100 != 2 && !COME_AGAIN.contains(status))
                .forEach(status -> stage.wrong(answered(status)
                        + (status == 0 ? " pushes got no answer" : " pushes were answered " + status)));
        stage.must(withoutRetryAfter() == 0, withoutRetryAfter() + " were told to come again, but not when");
        stage.must(slowest() < LONGEST_ANSWER_MS, "a push was answered after " + slowest() + " ms");
    }
}
