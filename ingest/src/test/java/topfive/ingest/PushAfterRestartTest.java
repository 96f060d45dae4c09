package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import topfive.contract.Ids;
import topfive.contract.Json;
import topfive.contract.Source;
import topfive.contract.SourceState;
import topfive.ingest.fetch.Fetched;

/** The answer to a push was lost with the process that took it: it is sent again to the next one, at once. */
class PushAfterRestartTest {
    private static final String TEXT = "Rents fell by 7 percent.";
    private static final String DOCUMENT =
            "{\"source\":\"wire\",\"url\":\"https://a.example/1\",\"content\":\"" + TEXT + "\"}";

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Memory memory = new Memory();

    @Test
    void what_was_taken_before_is_a_duplicate_even_where_that_is_still_being_read_back() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Runnable recall = () -> {
            begun.countDown();
            awaited(goOn);
            know();
        };
        try (var ingest = ingest(recall)) {
            var threads = Executors.newFixedThreadPool(2);
            try {
                var first = threads.submit(() -> post(ingest));
                awaited(begun);
                var second = threads.submit(() -> post(ingest));
                await().until(PushAfterRestartTest::somebodyWaitsForTheMemory);
                assertThat(List.of(first, second)).noneMatch(Future::isDone);
                goOn.countDown();

                for (var answer : List.of(first, second)) {
                    assertThat(answer.get().statusCode()).isEqualTo(200);
                    assertThat(answer.get().body()).contains("\"duplicate\":true");
                }
                assertThat(producer.history()).isEmpty();
            } finally {
                goOn.countDown();
                threads.shutdownNow();
            }
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean somebodyWaitsForTheMemory() {
        return Thread.getAllStackTraces().values().stream()
                .anyMatch(frames -> Arrays.stream(frames)
                        .anyMatch(frame -> frame.getMethodName().equals("tryLock")));
    }

    @Test
    void where_it_is_not_read_back_in_time_everybody_is_told_to_come_back() throws Exception {
        var goOn = new CountDownLatch(1);
        try (var ingest = ingest(() -> awaited(goOn))) {
            var threads = Executors.newFixedThreadPool(9);
            try {
                var reading = threads.submit(() -> post(ingest));
                await().until(() -> Thread.getAllStackTraces().values().stream()
                        .flatMap(Arrays::stream)
                        .anyMatch(frame -> frame.getMethodName().equals("recallOnce")));
                var others = IntStream.range(0, 8)
                        .mapToObj(number -> threads.submit(() -> post(ingest)))
                        .toList();
                for (var other : others) {
                    assertThat(other.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
                }
                assertThat(reading).isNotDone();
            } finally {
                goOn.countDown();
                threads.shutdownNow();
            }
        }
    }

    @Test
    void while_nobody_can_tell_what_was_taken_before_the_sender_is_told_to_come_back() throws Exception {
        var away = new AtomicBoolean(true);
        Runnable recall = () -> {
            if (away.get()) {
                throw new KafkaException("away");
            }
            know();
        };
        try (var ingest = ingest(recall)) {
            var told = post(ingest);
            assertThat(told.statusCode()).isEqualTo(503);
            assertThat(told.body()).contains("\"reason\":\"broker-away\"");
            assertThat(told.headers().firstValue("retry-after")).contains("5");

            away.set(false);
            assertThat(post(ingest).statusCode()).isEqualTo(200);
            assertThat(producer.history()).isEmpty();
        }
    }

    /** A null where a host should stand. */
    @Test
    void what_others_wrote_into_a_sources_state_keeps_no_push_from_being_taken() throws Exception {
        var state =
                SourceState.never(new Source("a", "A", "feed", "a.example", "https://a.example/feed"), Instant.EPOCH);
        var json = Json.MAPPER.readTree(Json.bytes(state));
        ((ObjectNode) json).putArray("waits").addObject().putNull("host").put("until", "2026-10-15T00:00:00Z");
        Runnable recall = () -> KnownSources.remember(memory, "a", Json.bytes(json));
        try (var ingest = ingest(recall)) {
            assertThat(post(ingest).statusCode()).isEqualTo(202);
        }
    }

    @Test
    void what_fails_to_be_read_back_is_read_back_again_by_itself() {
        var failed = new AtomicBoolean();
        Runnable recall = () -> {
            if (failed.compareAndSet(false, true)) {
                throw new IllegalStateException("whatever it may be");
            }
        };
        try (var ingest = ingest(recall)) {
            ingest.begin();
            await().atMost(30, TimeUnit.SECONDS).until(ingest::ready);
        }
    }

    private void know() {
        memory.remember(
                Ids.document("wire", "https://a.example/1"), new Memory.Known(Ids.contentHash(List.of(TEXT)), 1));
    }

    private Ingest ingest(Runnable recall) {
        var settings =
                new Settings(List.of(), List.of(), "", List.of("en"), "127.0.0.1", 0, Optional.empty(), Path.of("."));
        return new Ingest(
                settings,
                new Outbox(producer, new SimpleMeterRegistry()),
                memory,
                recall,
                request -> Fetched.Failed.of("http-404", ""),
                () -> Instant.parse("2026-10-14T18:00:00Z"),
                new SimpleMeterRegistry());
    }

    private static HttpResponse<String> post(Ingest ingest) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ingest.pushPort() + "/v1/documents"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(DOCUMENT));
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
