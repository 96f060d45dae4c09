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
                .containsExactly(
                        "topfive.insights.v1 has cleanup.policy=compact, expected delete",
                        "topfive.insights.v1 has retention.ms=null, expected 7776000000");
    }
}
