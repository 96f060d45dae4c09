package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.contract.Document;
import topfive.ingest.Ingest;
import topfive.standalone.broker.EmbeddedBroker;

/** What the push API promises, against a broker that can be killed. */
class PushedWhileTheBrokerDiesTest {
    private static final String OLD = Pusher.text(0);
    private static final String NEW = OLD.replace('7', '8');

    /** Far less than a broker needs to come back: many lose the answer to a document that is on its way. */
    private static final Duration HASTE = Duration.ofMillis(700);

    private static final int THREADS = 8;

    @TempDir
    private Path folder;

    private final Pusher pusher = new Pusher();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void the_same_body_a_hundred_times_from_eight_threads_is_one_document() throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("data"), pusher.port);
                var ingest = onTopics()) {
            assertThat(broker.address()).endsWith(":" + pusher.port);
            var answers = together(100, number -> () -> send(ingest, OLD));

            assertThat(answers)
                    .extracting(HttpResponse::statusCode)
                    .containsOnlyOnce(202)
                    .contains(200);
            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(202, 200);
            assertThat(answers)
                    .extracting(Pusher::id)
                    .containsOnly(records().get(0).split("/")[0]);
            assertThat(records()).hasSize(1);
        }
    }

    @Test
    void what_was_taken_before_a_restart_is_known_after_it() throws Exception {
        try (var broker = EmbeddedBroker.start(folder.resolve("data"), pusher.port)) {
            assertThat(broker.address()).endsWith(":" + pusher.port);
            try (var ingest = onTopics()) {
                assertThat(send(ingest, OLD).statusCode()).isEqualTo(202);
                assertThat(send(ingest, NEW).statusCode()).isEqualTo(202);
            }
            try (var ingest = pusher.ingest()) {
                await().atMost(Pusher.PATIENCE).until(ingest::ready);
                assertThat(send(ingest, NEW).statusCode()).isEqualTo(200);
                assertThat(send(ingest, OLD).statusCode())
                        .as("an older text is a newer revision")
                        .isEqualTo(202);
                assertThat(pusher.documents()).extracting(Document::revision).containsExactly(1, 2, 3);
            }
        }
    }

    @Test
    void killed_during_a_thousand_pushes_it_has_each_document_that_was_answered_for_and_has_it_once() throws Exception {
        var done = new ConcurrentLinkedQueue<String>();
        var told = new ConcurrentLinkedQueue<Integer>();
        var first = startBroker();
        try (var ingest = pusher.ingest()) {
            var threads = Executors.newFixedThreadPool(THREADS);
            var pushes = IntStream.range(0, 1000)
                    .mapToObj(number -> threads.submit(() -> done.add(untilTaken(ingest, number, told))))
                    .toList();
            await().atMost(Pusher.PATIENCE).until(() -> done.size() >= 300);
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
                var answer = send(ingest, number, Pusher.text(number), HASTE);
                if (answer.statusCode() < 300) {
                    return Pusher.id(answer);
                }
                told.add(answer.statusCode());
            } catch (java.net.http.HttpTimeoutException e) {
                told.add(LOST);
            }
        }
    }

    private HttpResponse<String> send(Ingest ingest, int number, String text, Duration patience)
            throws IOException, InterruptedException {
        return http.send(Pusher.request(ingest, number, text, patience), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(Ingest ingest, String text) throws IOException, InterruptedException {
        return send(ingest, 0, text, Pusher.PATIENCE);
    }

    /** Each as {@code id/contentHash}. */
    private List<String> records() {
        return pusher.documents().stream()
                .map(document -> document.id() + "/" + document.contentHash())
                .toList();
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
        return pusher.startBroker(folder, folder.resolve("data"));
    }

    private Ingest onTopics() throws Exception {
        pusher.ensureTopics();
        return pusher.ingest();
    }
}
