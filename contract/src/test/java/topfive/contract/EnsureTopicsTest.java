package topfive.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;

/** What needs no broker; the rest is tested where one runs. */
class EnsureTopicsTest {
    @Test
    void a_topic_that_is_as_it_should_be_has_no_drift() {
        var actual = new Config(List.of(
                new ConfigEntry("cleanup.policy", "delete"),
                new ConfigEntry("retention.ms", "7776000000"),
                new ConfigEntry("max.message.bytes", "1048588")));

        assertThat(EnsureTopics.differences(Topics.INSIGHTS, actual)).isEmpty();
    }

    @Test
    void drift_is_one_line_for_each_setting_with_what_is_and_what_should_be() {
        var actual = new Config(List.of(new ConfigEntry("cleanup.policy", "compact")));

        assertThat(EnsureTopics.differences(Topics.INSIGHTS, actual))
                .extracting(TopicDrift::toString)
                .containsExactly(
                        "topfive.insights.v1 has cleanup.policy=compact, expected delete",
                        "topfive.insights.v1 has retention.ms=null, expected 7776000000");
    }

    @Test
    void records_that_are_kept_longer_are_no_drift_and_what_would_drop_some_is_left_alone() {
        var forEver = new Config(
                List.of(new ConfigEntry("cleanup.policy", "compact,delete"), new ConfigEntry("retention.ms", "-1")));

        assertThat(EnsureTopics.differences(Topics.DECISIONS, forEver)).isEmpty();
        assertThat(new TopicDrift("t", "cleanup.policy", "delete", "compact").isLeftAlone())
                .isTrue();
        assertThat(new TopicDrift("t", "retention.ms", "1000", "2000").isLeftAlone())
                .isFalse();
        assertThat(new TopicDrift("t", "retention.ms", "3000", "2000").isLeftAlone())
                .isTrue();
        assertThat(new TopicDrift("t", "retention.ms", "" + Long.MAX_VALUE, "2000").isLeftAlone())
                .isTrue();
    }

    @Test
    void only_a_topic_that_takes_less_than_we_may_send_stops_the_start() {
        assertThat(new TopicDrift("t", "max.message.bytes", "1048588", "4194304").stops())
                .isTrue();
        assertThat(new TopicDrift("t", "max.message.bytes", "8388608", "4194304").stops())
                .isFalse();
        assertThat(new TopicDrift("t", "cleanup.policy", "delete", "compact").stops())
                .isFalse();
    }
}
