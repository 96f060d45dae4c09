package topfive.chaos.point;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeoutException;
import topfive.contract.Json;

/** Hands documents in as a publisher does. For use by several threads. */
public final class Push {
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    /** More than the longest time in which all is killed before it takes anything. */
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI address;

    public Push(int port) {
        this.address = URI.create("http://127.0.0.1:" + port + "/v1/documents");
    }

    /**
     * @param status of the answer; 0: there was none
     * @param id of the document, "" where it was not taken
     */
    public record Answer(int status, String id, boolean duplicate) {
        public boolean taken() {
            return status / 100 == 2;
        }
    }

    private record Taken(String id, boolean duplicate) {}

    /** Once. */
    public Answer send(String source, int number, String text) throws InterruptedException {
        var document = new LinkedHashMap<String, String>();
        document.put("source", source);
        document.put("url", "https://" + source + ".example/" + number);
        document.put("title", "Number " + number);
        document.put("language", "en");
        document.put("contentType", "text/plain");
        document.put("content", text);
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(document)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                return new Answer(answer.statusCode(), "", false);
            }
            var taken = Json.read(answer.body(), Taken.class);
            return new Answer(answer.statusCode(), taken.id(), taken.duplicate());
        } catch (IOException e) {
            return new Answer(0, "", false);
        }
    }

    /**
     * Again and again until it is taken. A 4xx but 429 would never be: that is a fault of the run.
     *
     * @throws TimeoutException where nobody takes it for five minutes
     */
    public Answer insist(String source, int number, String text) throws InterruptedException, TimeoutException {
        var end = System.nanoTime() + AT_MOST.toNanos();
        while (true) {
            var answer = send(source, number, text);
            if (answer.taken()) {
                return answer;
            }
            if (answer.status() / 100 == 4 && answer.status() != 429) {
                throw new IllegalStateException("a push was refused with " + answer.status());
            }
            if (System.nanoTime() - end > 0) {
                throw new TimeoutException("push " + number + " was not taken, at last with " + answer.status());
            }
            Thread.sleep(200);
        }
    }
}
