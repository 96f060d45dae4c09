package topfive.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import topfive.contract.Json;
import topfive.contract.Source;
import topfive.contract.SourceState;

class PushedSourcesTest {
    private static final Instant NOON = Instant.parse("2026-10-14T12:00:00Z");
    private static final Source DESK = new Source("desk", "desk", "push", "desk", null);

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Memory memory = new Memory();
    private final PushedSources pushed = new PushedSources(memory, new Outbox(producer, new SimpleMeterRegistry()));

    @Test
    void what_a_source_has_handed_in_is_told_now_and_then_and_not_each_time() {
        pushed.took(DESK, NOON);
        pushed.took(DESK, NOON.plusSeconds(1));
        pushed.tell();
        pushed.tell();

        assertThat(told()).singleElement().satisfies(state -> {
            assertThat(state.source()).isEqualTo(DESK);
            assertThat(state.documents()).isEqualTo(2);
            assertThat(state.outcome()).isEqualTo("fetched");
            assertThat(state.lastNew()).isEqualTo(NOON.plusSeconds(1));
            assertThat(state.nextFetch()).isNull();
        });
    }

    @Test
    void what_the_broker_did_not_take_is_told_the_next_time() {
        pushed.took(DESK, NOON);
        producer.sendException = new TimeoutException("away");
        pushed.tell();
        producer.sendException = null;
        pushed.tell();

        assertThat(told()).hasSize(1);
    }

    @Test
    void a_source_that_is_also_fetched_keeps_the_state_of_its_fetching() {
        var fetched = SourceState.never(new Source("desk", "desk", "feed", "desk", "https://a.example/"), NOON);
        memory.remember(fetched);
        pushed.took(DESK, NOON);
        pushed.tell();

        assertThat(told()).isEmpty();
        assertThat(memory.state("desk")).contains(fetched);
    }

    private List<SourceState> told() {
        return producer.history().stream()
                .map(record -> Json.read(record.value(), SourceState.class))
                .toList();
    }
}
