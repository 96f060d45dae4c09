package topfive.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final TopicPartition FIRST = new TopicPartition("documents", 0);
    private static final TopicPartition SECOND = new TopicPartition("documents", 1);

    private final Progress progress = new Progress(Duration.ofSeconds(60));

    @Test
    void a_minute_without_a_commit_while_records_wait_is_stuck() {
        progress.look(second(0), lag(Map.of(FIRST, 7L), 3));
        progress.look(second(60), lag(Map.of(FIRST, 7L), 4));
        assertThat(progress.isStuck(second(60))).isFalse();
        assertThat(progress.isStuck(second(61))).isTrue();
        assertThat(progress.age(second(61))).isEqualTo(Duration.ofSeconds(61));
        assertThat(progress.waiting()).isEqualTo(4);
    }

    @Test
    void whoever_is_far_behind_and_goes_on_is_not_stuck() {
        progress.look(second(0), lag(Map.of(FIRST, 7L, SECOND, 1L), 1_000_000));
        progress.look(second(50), lag(Map.of(FIRST, 8L, SECOND, 1L), 1_000_000));
        assertThat(progress.isStuck(second(109))).isFalse();
        assertThat(progress.isStuck(second(111))).isTrue();
    }

    @Test
    void where_nothing_waits_nothing_need_be_committed() {
        progress.look(second(0), lag(Map.of(FIRST, 7L), 0));
        assertThat(progress.isStuck(second(10_000))).isFalse();
        progress.look(second(10_000), lag(Map.of(FIRST, 7L), 2));
        assertThat(progress.age(second(10_003))).as("since it waits").isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_partition_taken_over_from_another_is_no_progress() {
        progress.look(second(0), lag(Map.of(FIRST, 7L), 3));
        progress.look(second(50), lag(Map.of(FIRST, 7L, SECOND, 900L), 3));
        assertThat(progress.isStuck(second(61))).isTrue();
    }

    @Test
    void a_stage_that_stands_still_is_seen_although_the_one_before_goes_on() {
        var last = new TopicPartition("days", 0);
        for (int second = 0; second <= 61; second++) {
            var committed = Map.of(FIRST, 7L + second, last, 3L);
            progress.look(second(second), new Lag(committed, Map.of(FIRST, 1_000L, last, 4L)));
        }
        assertThat(progress.isStuck(second(61))).isTrue();
        assertThat(progress.waiting()).isEqualTo(1_000 - 68 + 1);
    }

    /** @param waiting records behind the first partition */
    private static Lag lag(Map<TopicPartition, Long> committed, long waiting) {
        var end = new HashMap<>(committed);
        end.merge(FIRST, waiting, Long::sum);
        return new Lag(committed, end);
    }

    private static long second(int second) {
        return Duration.ofSeconds(second).toNanos();
    }
}
