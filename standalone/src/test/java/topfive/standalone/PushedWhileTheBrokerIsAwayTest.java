package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.EnsureTopics;
import topfive.contract.Topics;
import topfive.ingest.Ingest;
import topfive.ingest.Settings;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.push.Pushing;
import topfive.ingest.speech.SpeechToText;
import topfive.standalone.broker.EmbeddedBroker;
import topfive.standalone.broker.Ports;
import topfive.standalone.topic.Broker;

/** Nobody who pushes waits for ever, and nobody is told that something is safe while it is not. */
class PushedWhileTheBrokerIsAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BOUND = Duration.ofSeconds(12);

    @TempDir
    private Path folder;

    private final int port = Ports.free();
    private final Broker clients = new Broker(Map.of("bootstrap.servers", "127.0.0.1:" + port));
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void each_of_a_hundred_is_told_to_come_again_within_seconds_and_is_taken_when_the_broker_is_back()
            throws Exception {
        var broker = EmbeddedBroker.start(folder.resolve("data"), port);
        ensureTopics();
        try (var ingest = ingest(clients)) {
            await().atMost(PATIENCE).until(ingest::ready);
            broker.close();
            await().atMost(PATIENCE).until(() -> !ingest.ready());
            assertThat(ingest.readiness().missing()).matches("the broker has not answered for \\d+ s");

            var answers = IntStream.range(0, 100)
                    .mapToObj(number -> push(ingest, number, 20_000))
                    .toList();
            var began = System.nanoTime();
            assertThat(answers.stream().map(CompletableFuture::join)).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
            });
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUND);

            try (var back = EmbeddedBroker.start(folder.resolve("data"), port)) {
                assertThat(back.address()).endsWith(":" + port);
                await().atMost(PATIENCE).until(ingest::ready);
                assertThat(push(ingest, 7, 100).join().statusCode()).isEqualTo(202);
            }
        }
    }

    @Test
    void from_the_moment_it_stops_pushes_are_told_to_come_again_and_those_on_the_way_are_answered() throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("data"), port)) {
            assertThat(broker.address()).endsWith(":" + port);
            ensureTopics();
            var ingest = ingest(clients);
            await().atMost(PATIENCE).until(ingest::ready);
            var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            IntStream.range(0, 50).forEach(number -> answers.add(push(ingest, number, 2_000)));
            var began = System.nanoTime();
            ingest.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));

            var told = answers.stream()
                    .map(answer -> answer.handle((said, lost) -> lost == null ? said.statusCode() : 0)
                            .join())
                    .toList();
            // 0: had no connection yet
            assertThat(told).isSubsetOf(202, 503, 0);
        }
    }

    private void ensureTopics() throws Exception {
        try (var admin = clients.admin()) {
            EnsureTopics.on(admin, Topics.ALL, true);
        }
    }

    private static Ingest ingest(Broker broker) {
        var settings = new Settings(
                List.of(),
                List.of(),
                "",
                List.of("en"),
                "127.0.0.1",
                0,
                Optional.empty(),
                Path.of("."),
                new Pushing(List.of(), 1000, 1000, "", ""),
                SpeechToText.off());
        return Ingest.start(
                settings,
                broker.clientProperties(),
                request -> Fetched.Failed.of("http-404", ""),
                InstantSource.system(),
                new SimpleMeterRegistry());
    }

    private CompletableFuture<HttpResponse<String>> push(Ingest ingest, int number, int length) {
        var sentence = "Rents in district " + number + " fell by 7 percent. ";
        var body =
                "{\"source\":\"wire\",\"url\":\"https://a.example/%d\",\"contentType\":\"text/plain\",\"content\":\"%s\"}"
                        .formatted(number, sentence.repeat(length / sentence.length()));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ingest.pushPort() + "/v1/documents"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return http.sendAsync(request.build(), BodyHandlers.ofString());
    }
}
