package topfive.standalone;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import topfive.contract.Document;
import topfive.contract.EnsureTopics;
import topfive.contract.FromProducers;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.ingest.Ingest;
import topfive.ingest.Settings;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.push.Pushing;
import topfive.ingest.speech.SpeechToText;
import topfive.standalone.broker.BrokerAlone;
import topfive.standalone.broker.Ports;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.ReadTopic;

/** Somebody who pushes to an ingest whose broker comes and goes, and looks what of it is on the topic. */
final class Pusher {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final int port = Ports.free();
    private final Broker broker = new Broker(Map.of("bootstrap.servers", "127.0.0.1:" + port));
    private final HttpClient http = HttpClient.newHttpClient();

    /** In a JVM of its own, so that it can be killed; with the topics. */
    OwnProcess startBroker(Path folder, Path data) throws Exception {
        var ready = Files.createTempFile(folder, "ready", "");
        var process =
                OwnProcess.start(folder, List.of(), BrokerAlone.class, data.toString(), ready.toString(), "" + port);
        await().atMost(PATIENCE).until(() -> Files.size(ready) > 0);
        ensureTopics();
        return process;
    }

    void ensureTopics() throws Exception {
        try (var admin = broker.admin()) {
            EnsureTopics.on(admin, Topics.ALL, true);
        }
    }

    /** It takes as much from one sender as comes. */
    Ingest ingest() {
        var settings = new Settings(
                List.of(),
                List.of(),
                "",
                List.of("en"),
                "127.0.0.1",
                0,
                Optional.empty(),
                Path.of("."),
                new Pushing(List.of(), 1_000_000, 1_000_000, "", ""),
                SpeechToText.off());
        return Ingest.start(
                settings,
                broker.clientProperties(),
                request -> Fetched.Failed.of("http-404", ""),
                InstantSource.system(),
                new SimpleMeterRegistry());
    }

    CompletableFuture<HttpResponse<String>> push(Ingest ingest, int number) {
        return push(ingest, number, text(number));
    }

    CompletableFuture<HttpResponse<String>> push(Ingest ingest, int number, String text) {
        return http.sendAsync(request(ingest, number, text, PATIENCE), BodyHandlers.ofString());
    }

    static HttpRequest request(Ingest ingest, int number, String text, Duration patience) {
        var body =
                "{\"source\":\"wire\",\"url\":\"https://a.example/%d\",\"contentType\":\"text/plain\",\"content\":\"%s\"}"
                        .formatted(number, text);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ingest.pushPort() + "/v1/documents"))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    static String text(int number) {
        return "Rents in district " + number + " fell by 7 percent. ";
    }

    static String id(HttpResponse<String> answer) {
        try {
            return Json.MAPPER.readTree(answer.body()).path("id").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** All there are, each as often as it is there. */
    List<Document> documents() {
        var documents = new ArrayList<Document>();
        try (var read = ReadTopic.of(broker, Topics.DOCUMENTS.name())) {
            read.fromBeginning()
                    .toEnd(record -> documents.add((Document) Json.read(record.value(), FromProducers.class)));
        }
        return documents;
    }

    List<String> ids() {
        return documents().stream().map(Document::id).toList();
    }
}
