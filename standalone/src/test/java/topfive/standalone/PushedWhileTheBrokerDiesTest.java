package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Document;
import topfive.contract.EnsureTopics;
import topfive.contract.FromProducers;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.ingest.Ingest;
import topfive.ingest.Settings;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.push.Pushing;
import topfive.standalone.broker.BrokerAlone;
import topfive.standalone.broker.EmbeddedBroker;
import topfive.standalone.broker.Ports;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.ReadTopic;

/** What the push API promises, against a broker that can be killed. */
class PushedWhileTheBrokerDiesTest {
    private static final Duration START = Duration.ofSeconds(60);

    /** Far less than a broker needs to come back: many lose the answer to a document that is on its way. */
    private static final Duration HASTE = Duration.ofMillis(700);

    private static final int THREADS = 8;

    @TempDir
    private Path folder;

    private final int port = Ports.free();
    private final Broker clients = new Broker(Map.of("bootstrap.servers", "127.0.0.1:" + port));
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void the_same_body_a_hundred_times_from_eight_threads_is_one_document() throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("data"), port);
                var ingest = onTopics()) {
            assertThat(broker.address()).endsWith(":" + port);
            var answers = together(100, number -> () -> send(ingest, document(0), START));

            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .containsOnlyOnce(202)
                    .contains(200);
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202, 200);
            assertThat(answers)
                    .extracting(PushedWhileTheBrokerDiesTest::id)
                    .containsOnly(records().get(0).split("/")[0]);
            assertThat(records()).hasSize(1);
        }
    }

    @Test
    void what_was_taken_before_a_restart_is_known_after_it() throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("data"), port)) {
            assertThat(broker.address()).endsWith(":" + port);
            try (var ingest = onTopics()) {
                assertThat(send(ingest, document(0), START).statusCode()).isEqualTo(202);
                assertThat(send(ingest, document(0).replace('7', '8'), START).statusCode())
                        .isEqualTo(202);
            }
            try (var ingest = ingest()) {
                await().atMost(START).until(ingest::ready);
                assertThat(send(ingest, document(0).replace('7', '8'), START).statusCode())
                        .isEqualTo(200);
                assertThat(send(ingest, document(0), START).statusCode())
                        .as("an older text is a newer revision")
                        .isEqualTo(202);
                assertThat(documents()).extracting(Document::revision).containsExactly(1, 2, 3);
            }
        }
    }

    @Test
    void killed_during_a_thousand_pushes_it_has_each_document_that_was_answered_for_and_has_it_once() throws Exception {
        var done = new ConcurrentLinkedQueue<String>();
        var told = new ConcurrentLinkedQueue<Integer>();
        var first = startBroker();
        try (var ingest = ingest()) {
            var threads = Executors.newFixedThreadPool(THREADS);
            var pushes = IntStream.range(0, 1000)
                    .mapToObj(number -> threads.submit(() -> done.add(untilTaken(ingest, number, told))))
                    .toList();
            await().atMost(START).until(() -> done.size() >= 300);
            first.process().destroyForcibly().waitFor();
            try (var second = startBroker()) {
                for (var push : pushes) {
                    push.get();
                }
                threads.shutdown();
                assertThat(second.process().isAlive()).isTrue();
                assertThat(told).as("the kill was felt").isNotEmpty().isSubsetOf(LOST, 503);
                assertThat(records()).doesNotHaveDuplicates().hasSize(1000);
                assertThat(records().stream().map(record -> record.split("/")[0]))
                        .containsExactlyInAnyOrderElementsOf(done);
            }
        } finally {
            first.close();
        }
    }

    /** Where a client gave up before it got an answer. */
    private static final int LOST = 0;

    /** @return the id; whatever is no 2xx is sent again */
    private String untilTaken(Ingest ingest, int number, Queue<Integer> told) throws IOException, InterruptedException {
        while (true) {
            try {
                var answer = send(ingest, document(number), HASTE);
                if (answer.statusCode() < 300) {
                    return id(answer);
                }
                told.add(answer.statusCode());
            } catch (java.net.http.HttpTimeoutException e) {
                told.add(LOST);
            }
        }
    }

    private HttpResponse<String> send(Ingest ingest, String document, Duration patience)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ingest.pushPort() + "/v1/documents"))
                .timeout(patience)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(document));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String document(int number) {
        return "{\"source\":\"wire\",\"url\":\"https://a.example/%d\",\"content\":\"Rents in district %d fell by 7 percent.\"}"
                .formatted(number, number);
    }

    private static String id(HttpResponse<String> answer) {
        try {
            return Json.MAPPER.readTree(answer.body()).path("id").asText();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** Each as {@code id/contentHash}. */
    private List<String> records() {
        return documents().stream()
                .map(document -> document.id() + "/" + document.contentHash())
                .toList();
    }

    private List<Document> documents() {
        var documents = new ArrayList<Document>();
        try (var read = ReadTopic.of(clients, Topics.DOCUMENTS.name())) {
            read.fromBeginning()
                    .toEnd(record -> documents.add((Document) Json.read(record.value(), FromProducers.class)));
        }
        return documents;
    }

    private interface Numbered {
        Callable<HttpResponse<String>> request(int number);
    }

    private static List<HttpResponse<String>> together(int times, Numbered numbered) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var answers = new ArrayList<HttpResponse<String>>();
            List<Future<HttpResponse<String>>> pending = IntStream.range(0, times)
                    .mapToObj(number -> threads.submit(numbered.request(number)))
                    .toList();
            for (var each : pending) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private OwnProcess startBroker() throws Exception {
        var ready = Files.createTempFile(folder, "ready", "");
        var process = OwnProcess.start(
                folder, List.of(), BrokerAlone.class, folder.resolve("data").toString(), ready.toString(), "" + port);
        await().atMost(START).until(() -> !Files.readString(ready).isEmpty());
        ensureTopics();
        return process;
    }

    private Ingest onTopics() throws Exception {
        ensureTopics();
        return ingest();
    }

    private void ensureTopics() throws Exception {
        try (var admin = clients.admin()) {
            EnsureTopics.on(admin, Topics.ALL, true);
        }
    }

    private Ingest ingest() {
        var quick = new Pushing(List.of(), 1_000_000, 1_000_000, "", "");
        var settings = new Settings(
                List.of(),
                List.of(),
                "",
                List.of("en"),
                "127.0.0.1",
                0,
                Optional.empty(),
                folder,
                quick,
                topfive.ingest.speech.SpeechToText.off());
        return Ingest.start(
                settings,
                clients.clientProperties(),
                request -> Fetched.Failed.of("http-404", ""),
                InstantSource.system(),
                new SimpleMeterRegistry());
    }
}
