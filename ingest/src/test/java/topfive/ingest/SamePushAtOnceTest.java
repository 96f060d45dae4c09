package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import topfive.ingest.fetch.Fetched;

/** The same document from several sides at once, on a broker that takes its time. */
class SamePushAtOnceTest {
    private static final String DOCUMENT =
            "{\"source\":\"wire\",\"url\":\"https://a.example/1\",\"content\":\"Rents fell by 7 percent.\"}";

    private final Desk desk = new Desk(
            Instant.parse("2026-10-14T18:00:00Z"),
            request -> Fetched.Failed.of("http-404", ""),
            false,
            Optional.empty(),
            Path.of("."));
    private final Pusher push = new Pusher(desk);
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @AfterEach
    void close() {
        threads.shutdownNow();
        desk.close();
    }

    @Test
    void is_one_record_and_everybody_waits_for_its_outcome() throws Exception {
        var answers = together(8, () -> push.post(DOCUMENT));
        untilAllAreIn(8);
        desk.producer.completeNext();

        assertThat(statuses(answers))
                .containsOnlyOnce(202)
                .filteredOn(status -> status == 200)
                .hasSize(7);
        assertThat(desk.documents()).hasSize(1);
    }

    @Test
    void fails_for_everybody_where_the_broker_does_not_take_it_and_can_be_sent_again() throws Exception {
        var answers = together(3, () -> push.post(DOCUMENT));
        untilAllAreIn(3);
        desk.producer.errorNext(new TimeoutException("away"));
        assertThat(statuses(answers)).containsOnly(503);

        var again = together(1, () -> push.post(DOCUMENT));
        await().until(desk.producer::completeNext);
        assertThat(statuses(again)).containsExactly(202);
    }

    @Test
    void waits_with_another_text_until_the_first_is_safe() throws Exception {
        var first = together(1, () -> push.post(DOCUMENT));
        await().until(() -> desk.producer.history().size() == 1);

        var other = push.post(DOCUMENT.replace('7', '8'));
        assertThat(other.statusCode()).isEqualTo(503);
        assertThat(other.headers().firstValue("retry-after")).contains("1");
        desk.producer.completeNext();
        assertThat(statuses(first)).containsExactly(202);
    }

    @Test
    void more_than_can_be_worked_on_are_told_to_wait_at_once() throws Exception {
        var many = Executors.newFixedThreadPool(64);
        try {
            var working = IntStream.range(0, 64)
                    .mapToObj(i -> many.submit(() -> push.post(DOCUMENT)))
                    .toList();
            untilAllAreIn(64);
            var over = push.post(DOCUMENT);
            assertThat(over.statusCode()).isEqualTo(503);
            assertThat(over.body()).contains("\"reason\":\"busy\"");
            assertThat(over.headers().firstValue("retry-after")).contains("1");
            desk.producer.completeNext();
            assertThat(statuses(working)).containsOnlyOnce(202).containsOnly(202, 200);
        } finally {
            many.shutdownNow();
        }
    }

    /** Seven of eight only wait: nothing outside tells that they do but the number of requests in work. */
    private void untilAllAreIn(int requests) {
        await().until(() -> desk.producer.history().size() == 1);
        await().until(() ->
                desk.metrics.get("topfive.ingest.push.waiting").gauge().value() == requests);
    }

    private List<Future<HttpResponse<String>>> together(int times, Callable<HttpResponse<String>> request) {
        return IntStream.range(0, times).mapToObj(i -> threads.submit(request)).toList();
    }

    private static List<Integer> statuses(List<Future<HttpResponse<String>>> answers) throws Exception {
        var statuses = new java.util.ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get().statusCode());
        }
        return statuses;
    }
}
