package topfive.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import topfive.contract.Fence;
import topfive.contract.Json;
import topfive.contract.Topics;

class SentTest {
    private static final LocalDate FRIDAY = LocalDate.parse("2036-10-24");

    private final Sent sent = new Sent();

    @Test
    void what_was_acknowledged_and_stands_there_is_no_difference() {
        taken("a", "one");
        taken("a", "one");
        taken(null, null);
        sent.fence(FRIDAY);
        sent.pushed("ab12");
        var log = Stream.concat(
                Stream.of(record("a", "one"), record("a", "one"), record(null, null), record("ab12", "any")),
                fences(0, 1, 2));

        assertThat(sent.differences(log.toList())).isEmpty();
    }

    @Test
    void a_lost_input_is_noticed_though_its_key_came_with_another_value() {
        taken("a", "one");
        taken("a", "two");

        assertThat(sent.differences(List.of(record("a", "one"), record("a", "one"))))
                .containsExactlyInAnyOrder("lost input a: 0 of 1", "doubled input a: 2 instead of 1");
    }

    @Test
    void an_input_that_was_taken_twice_must_stand_there_twice() {
        taken("a", "one");
        taken("a", "one");

        assertThat(sent.differences(List.of(record("a", "one")))).containsExactly("lost input a: 1 of 2");
    }

    @Test
    void a_record_without_a_value_can_be_lost_too() {
        taken("poison/2", null);

        assertThat(sent.differences(List.of(record("poison/2", "")))).containsExactly("lost input poison/2: 0 of 1");
    }

    @Test
    void a_send_that_failed_is_noticed() {
        sent.record(bytes("a"), bytes("one")).onCompletion(null, new IllegalStateException("away"));

        assertThat(sent.differences(List.of())).containsExactly("not sent a: java.lang.IllegalStateException: away");
    }

    @Test
    void a_fence_that_is_missing_in_one_partition_is_noticed() {
        sent.fence(FRIDAY);

        assertThat(sent.differences(fences(0, 2, 2).toList()))
                .containsExactly("lost fence 2036-10-24: not in every partition");
    }

    @Test
    void a_lost_push_is_noticed_and_one_that_stands_there_twice_is_named() {
        sent.pushed("ab12");
        sent.pushed("cd34");
        var log = List.of(record("ab12", "any"), record("ab12", "any"));

        assertThat(sent.differences(log)).containsExactly("lost push cd34");
        assertThat(sent.pushedTwice(log)).containsExactly("ab12");
    }

    private void taken(String key, String value) {
        sent.record(bytes(key), bytes(value)).onCompletion(null, null);
    }

    private static Stream<ConsumerRecord<byte[], byte[]>> fences(int... partitions) {
        return IntStream.of(partitions).mapToObj(partition -> {
            var fence = new Fence(1, FRIDAY, partition, 3);
            return new ConsumerRecord<>(Topics.DOCUMENTS.name(), partition, 0, bytes(fence.key()), Json.bytes(fence));
        });
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, String value) {
        return new ConsumerRecord<>(Topics.DOCUMENTS.name(), 0, 0, bytes(key), bytes(value));
    }

    private static byte[] bytes(String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }
}
