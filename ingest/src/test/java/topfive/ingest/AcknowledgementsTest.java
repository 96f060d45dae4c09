package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {
    private final Acknowledgements acknowledgements = new Acknowledgements();

    @Test
    void what_failed_while_no_broker_was_heard_of_is_forgotten_once_it_answers() {
        var before = System.nanoTime();
        fail(new TimeoutException("Topic not present in metadata after 3000 ms."));
        acknowledgements.brokerAnswered(before);
        assertThat(missing())
                .isEqualTo("the broker did not take the last record: "
                        + "TimeoutException: Topic not present in metadata after 3000 ms.");

        acknowledgements.brokerAnswered(System.nanoTime());
        assertThat(missing()).isEmpty();
    }

    @Test
    void what_the_broker_itself_refused_stays_until_it_takes_something() {
        fail(new TopicAuthorizationException("Not authorized"));
        acknowledgements.brokerAnswered(System.nanoTime());
        assertThat(missing()).isNotEmpty();

        sent().complete(null);
        assertThat(missing()).isEmpty();
    }

    private void fail(Exception why) {
        sent().completeExceptionally(why);
    }

    private CompletableFuture<Void> sent() {
        var record = new CompletableFuture<Void>();
        acknowledgements.expect(record);
        return record;
    }

    private String missing() {
        return acknowledgements.missing(System.nanoTime()).orElse("");
    }
}
