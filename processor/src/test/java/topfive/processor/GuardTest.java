package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import topfive.contract.DeadLetter;
import topfive.contract.Decision;
import topfive.contract.Fence;
import topfive.contract.Limits;
import topfive.processor.encode.Encoder;

class GuardTest {
    private final MockProcessorContext<String, Outcome> context = new MockProcessorContext<>();
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final Guard guard = new Guard("merge", metrics);
    private final Record<String, byte[]> record = new Record<>("k", new byte[] {1, 2}, 0);

    @Test
    void a_stack_that_is_used_up_is_a_dead_letter_like_any_failure() {
        guard.run(context, record, new byte[] {7}, this::endless);
        assertThat(letter().reason()).isEqualTo("failed");
        assertThat(letter().bytes()).containsExactly(1, 2);
        assertThat(metrics.counter("topfive.dead.letters", "stage", "merge", "reason", "failed")
                        .count())
                .isEqualTo(1);
    }

    static Stream<Error> errors() {
        return Stream.of(
                new AssertionError("never"),
                new ExceptionInInitializerError("a table is missing"),
                new NoClassDefFoundError("Pattern"),
                new UnsatisfiedLinkError("vectors"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void so_is_an_error_of_any_kind(Error error) {
        guard.run(context, record, null, () -> {
            throw error;
        });
        assertThat(letter().detail()).isEqualTo(error.getClass().getSimpleName() + ": " + error.getMessage());
        assertThat(letter().bytes()).containsExactly(1, 2);
    }

    @Test
    void what_fails_at_a_time_of_its_own_is_said_and_the_thread_goes_on() {
        guard.run(context, 0, () -> {
            throw new IllegalStateException("no such day");
        });
        assertThat(letter().origin()).isEqualTo("timer");
        assertThat(letter().detail()).isEqualTo("IllegalStateException: no such day");
    }

    @Test
    void its_letter_says_so_also_where_kafka_tells_of_no_record() {
        context.setRecordMetadata(null, -1, -1); // in a timer of Kafka Streams
        guard.run(context, 0, () -> {
            throw new IllegalStateException("no such day");
        });
        assertThat(letter().origin()).isEqualTo("timer");
    }

    @Test
    void what_cannot_be_taken_back_ends_the_thread_and_whatever_comes_then_is_heard() {
        var store = store();
        assertThatThrownBy(() -> guard.run(
                        context,
                        record,
                        null,
                        () -> guard.run(context, record, null, () -> {
                            store.put("half", new byte[] {1});
                            guard.ifItFails(() -> {
                                throw new IllegalStateException("cannot be read again");
                            });
                            throw new IllegalStateException("half way");
                        })))
                .isInstanceOf(KafkaException.class);
        assertThat(context.forwarded()).isEmpty();
        guard.run(context, record, null, () -> guard.say(closed()));
        assertThat(context.forwarded()).hasSize(1);
    }

    static Stream<Throwable> others() {
        return Stream.of(
                new TimeoutException("broker away"),
                new IllegalStateException("while storing", new TimeoutException("broker away")),
                new InterruptException("stops"),
                new CancellationException("stops"),
                new IllegalStateException("no vector", new Encoder.Closed("mini")),
                new OutOfMemoryError("Java heap space"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void what_kafka_a_stop_or_the_machine_does_is_no_fault_of_the_record(Throwable failure) {
        assertThatThrownBy(() -> guard.run(context, record, null, () -> sneak(failure)))
                .isSameAs(failure);
        assertThat(context.forwarded()).isEmpty();
        Thread.interrupted(); // Kafka's own sets it
    }

    @Test
    void work_that_fails_half_way_leaves_its_store_as_it_was_and_says_nothing() {
        var store = store();
        store.put("kept", new byte[] {1});
        guard.run(context, record, null, () -> {
            guard.ifItFails(() -> assertThat(store.get("kept")).containsExactly(1));
            store.put("kept", new byte[] {2});
            store.put("kept", new byte[] {3});
            store.put("new", new byte[] {4});
            store.delete("kept");
            guard.say(closed());
            throw new IllegalStateException("half way");
        });
        assertThat(store.get("kept")).containsExactly(1);
        assertThat(store.get("new")).isNull();
        assertThat(letter().detail()).isEqualTo("IllegalStateException: half way");
    }

    @Test
    void work_inside_work_fails_alone() {
        var store = store();
        guard.run(context, record, null, () -> {
            store.put("outer", new byte[] {1});
            guard.run(context, record, null, () -> {
                store.put("inner", new byte[] {2});
                guard.say(closed());
                throw new IllegalStateException("inside");
            });
            guard.say(closed());
        });
        assertThat(store.get("outer")).containsExactly(1);
        assertThat(store.get("inner")).isNull();
        assertThat(context.forwarded())
                .extracting(each -> each.record().value().getClass().getSimpleName())
                .containsExactly("Refused", "Closed");
    }

    @Test
    void what_no_topic_would_take_is_not_sent_but_a_dead_letter_of_what_it_came_from() {
        var store = store();
        guard.run(context, record, null, () -> {
            store.put("k", new byte[] {1});
            guard.say(new Record<>("all", new Outcome.Decided(decision("x".repeat(1_000_000))), 0));
        });
        assertThat(letter().reason()).isEqualTo("too-large");
        assertThat(letter().bytes()).containsExactly(1, 2);
        assertThat(store.get("k")).isNull();
    }

    @Test
    void what_no_changelog_would_take_is_not_stored() {
        var store = store();
        guard.run(context, record, null, () -> store.put("k", new byte[3 * 1024 * 1024]));
        assertThat(letter().reason()).isEqualTo("too-large");
        assertThat(store.get("k")).isNull();
    }

    @Test
    void a_letter_keeps_a_key_of_any_length_as_far_as_its_topic_has_room() {
        var long20 = new byte[20 * 1024 * 1024];
        guard.run(context, new Record<>("k", new byte[Limits.DEAD_LETTER_BODY], 0), long20, this::endless);
        var refused = (Outcome.Refused) context.forwarded().get(0).record().value();
        assertThat(refused.key()).hasSize(64 * 1024);
        assertThat(refused.letter().truncated()).isTrue();
        assertThat(refused.letter().bytes()).hasSize(Limits.DEAD_LETTER_BODY);
        context.resetForwards();

        guard.run(context, record, new byte[1024 * 1024], this::endless);
        refused = (Outcome.Refused) context.forwarded().get(0).record().value();
        assertThat(refused.key()).hasSize(1024 * 1024);
        assertThat(refused.letter().truncated()).isFalse();
    }

    private KeyValueStore<String, byte[]> store() {
        var store = Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("s"), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return guard.watched(store);
    }

    private static Record<String, Outcome> closed() {
        var fence = new Fence(1, LocalDate.of(2026, 3, 4), 0, 1);
        return new Record<>(fence.key(), new Outcome.Closed(fence), 0);
    }

    private static Decision decision(String claim) {
        return new Decision(
                1, "all", LocalDate.of(2026, 3, 4), "c", claim, 0, Map.of(), null, null, null, List.of(), "r", "e");
    }

    private DeadLetter letter() {
        var forwarded = context.forwarded();
        assertThat(forwarded).hasSize(1);
        return ((Outcome.Refused) forwarded.get(0).record().value()).letter();
    }

    @SuppressWarnings("unchecked") // a way to throw anything where nothing is declared
    private static <E extends Throwable> void sneak(Throwable failure) throws E {
        throw (E) failure;
    }

    private void endless() {
        endless();
    }
}
