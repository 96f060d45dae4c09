package topfive.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topfive.ingest.Ingest;
import topfive.standalone.broker.EmbeddedBroker;

/** Nobody who pushes waits for ever, and nobody is told that something is safe while it is not. */
class PushedWhileTheBrokerIsAwayTest {
    private static final Duration PATIENCE = Pusher.PATIENCE;
    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final int BEFORE = 1000;

    @TempDir
    private Path folder;

    private final Pusher pusher = new Pusher();

    @Test
    void each_of_a_hundred_is_told_to_come_again_within_seconds_and_is_taken_when_the_broker_is_back()
            throws Exception {
        var broker = startBroker();
        try (var ingest = pusher.ingest()) {
            await().atMost(PATIENCE).until(ingest::ready);
            var known = pusher.push(ingest, BEFORE).join();
            assertThat(known.statusCode()).isEqualTo(202);
            broker.close();
            await().atMost(PATIENCE).until(() -> !ingest.ready());
            assertThat(ingest.readiness().missing()).matches("the broker has not answered for \\d+ s");

            hundredAreToldToComeAgain(ingest);

            try (var back = startBroker()) {
                assertThat(back.address()).endsWith(":" + pusher.port);
                await().atMost(PATIENCE).until(ingest::ready);
                var ids = new ArrayList<>(List.of(Pusher.id(known)));
                for (var answer : sixtyFourAtATime(ingest)) {
                    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
                    ids.add(Pusher.id(answer));
                }
                assertThat(ids).hasSize(101);
                assertThat(pusher.ids()).containsExactlyInAnyOrderElementsOf(ids);
            }
        }
    }

    /** Its producer has heard of no topic: nothing is ever on its way, so nothing comes that would say that all is well again. */
    @Test
    void an_outage_before_the_first_push_is_over_as_soon_as_the_broker_answers() throws Exception {
        var broker = startBroker();
        try (var ingest = pusher.ingest()) {
            await().atMost(PATIENCE).until(ingest::ready);
            broker.close();

            hundredAreToldToComeAgain(ingest);

            try (var back = startBroker()) {
                assertThat(back.address()).endsWith(":" + pusher.port);
                await().atMost(Duration.ofSeconds(20)).until(ingest::ready);
                assertThat(pusher.push(ingest, 7).join().statusCode()).isEqualTo(202);
            }
        }
    }

    @Test
    void from_the_moment_it_stops_pushes_are_told_to_come_again_and_those_on_the_way_are_answered() throws Exception {
        try (var broker = startBroker()) {
            assertThat(broker.address()).endsWith(":" + pusher.port);
            var ingest = pusher.ingest();
            await().atMost(PATIENCE).until(ingest::ready);
            var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            IntStream.range(0, 50).forEach(number -> answers.add(pusher.push(ingest, number, twentyTimes(number))));
            await().atMost(PATIENCE).until(() -> answers.stream().anyMatch(CompletableFuture::isDone));
            var began = System.nanoTime();
            ingest.close();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));

            var told = new ArrayList<Integer>();
            var taken = new ArrayList<String>();
            for (var answer : answers) {
                var status = answer.handle((said, lost) -> lost == null ? said.statusCode() : 0)
                        .join();
                told.add(status);
                if (status == 202) {
                    taken.add(Pusher.id(answer.join()));
                }
            }
            // 0: had no connection yet
            assertThat(told).contains(202).isSubsetOf(202, 503, 0);
            assertThat(pusher.ids()).doesNotHaveDuplicates().containsAll(taken);
        }
    }

    private EmbeddedBroker startBroker() throws Exception {
        var broker = EmbeddedBroker.start(folder.resolve("data"), pusher.port);
        pusher.ensureTopics();
        return broker;
    }

    private void hundredAreToldToComeAgain(Ingest ingest) {
        var began = System.nanoTime();
        var answers = IntStream.range(0, 100)
                .mapToObj(number -> pusher.push(ingest, number, twentyTimes(number)))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
        });
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(BOUND);
    }

    /** As many as are worked on at once: of more, some would be told to wait. */
    private List<HttpResponse<String>> sixtyFourAtATime(Ingest ingest) throws Exception {
        var threads = Executors.newFixedThreadPool(64);
        try {
            var answers = new ArrayList<HttpResponse<String>>();
            var pushes = IntStream.range(0, 100)
                    .mapToObj(number -> threads.submit(() ->
                            pusher.push(ingest, number, twentyTimes(number)).join()))
                    .toList();
            for (var push : pushes) {
                answers.add(push.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private static String twentyTimes(int number) {
        return Pusher.text(number).repeat(20);
    }
}
