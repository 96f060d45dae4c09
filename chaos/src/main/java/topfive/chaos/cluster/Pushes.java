package topfive.chaos.cluster;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import topfive.chaos.Journal;
import topfive.contract.Json;

/** Somebody who pushes documents all the time, each until it is answered with 2xx. */
final class Pushes implements AutoCloseable {
    /** What ingest promises: 20 s for the broker, 5 s until it finds out that it cannot even ask it; and a busy machine. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final int AT_ONCE = 4;
    private static final Duration PAUSE = Duration.ofMillis(700);
    /** More than the limit, so that a hang is seen as one. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final Journal journal;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ending;

    /**
     * What came of one request.
     *
     * @param status 0 where no answer came
     * @param since when it was asked, {@link Journal#now}
     */
    record Answer(int status, long since, long millis) {}

    private Pushes(URI address, Journal journal) {
        this.address = address;
        this.journal = journal;
    }

    static Pushes start(int port, Journal journal) {
        var pushes = new Pushes(URI.create("http://127.0.0.1:" + port + "/v1/documents"), journal);
        for (int i = 0; i < AT_ONCE; i++) {
            var thread = new Thread(pushes::push, "push");
            thread.setDaemon(true);
            thread.start();
            pushes.threads.add(thread);
        }
        return pushes;
    }

    /** Documents that were answered for. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    /** How often each status came. */
    Map<Integer, Long> statuses() {
        var counts = new LinkedHashMap<Integer, Long>();
        answers.stream().map(Answer::status).sorted().forEach(each -> counts.merge(each, 1L, Long::sum));
        return counts;
    }

    long longest() {
        return answers.stream().mapToLong(Answer::millis).max().orElse(0);
    }

    /** Whether something that was asked since then was taken. */
    boolean takenSince(long since) {
        return answers.stream().anyMatch(each -> each.since() >= since && each.status() / 100 == 2);
    }

    /** Each sends what it has at hand until it is taken, and no more. */
    void finish() throws InterruptedException {
        ending = true;
        for (var thread : threads) {
            thread.join();
        }
    }

    @Override
    public void close() {
        ending = true;
        threads.forEach(Thread::interrupt);
    }

    private void push() {
        try {
            while (!ending) {
                untilTaken(document(number.getAndIncrement()));
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void untilTaken(String document) throws InterruptedException {
        while (true) {
            var since = journal.now();
            var status = 0;
            try {
                var request = HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(document));
                var answer = http.send(request.build(), BodyHandlers.ofString());
                status = answer.statusCode();
                if (status / 100 == 2) {
                    taken.add(Json.MAPPER.readTree(answer.body()).path("id").asText());
                }
            } catch (IOException e) {
                journal.log("no answer", "cause", e.toString());
            }
            answers.add(new Answer(status, since, journal.now() - since));
            journal.log("push", "status", status, "ms", journal.now() - since);
            if (status / 100 == 2) {
                return;
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private static String document(int number) {
        return String.format(Locale.ROOT, """
                {"source": "wire", "url": "https://wire.example/%d", "title": "Number %d",
                 "content": "Rents in district %d fell by %d percent because the city let owners build more homes."}
                """, number, number, number, 3 + number % 40);
    }
}
