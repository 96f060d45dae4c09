package topfive.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, keys, partitions and settings are public interface: whoever changes one here breaks somebody else's program. */
class TopicsTest {
    @Test
    void there_are_ten_topics_with_these_partitions_and_settings() {
        var lines = Topics.ALL.stream()
                .map(topic -> topic.name() + " " + topic.partitions() + " (" + topic.standalonePartitions() + ") "
                        + new TreeMap<>(topic.config()));

        assertThat(lines)
                .containsExactly(
                        "topfive.documents.v1 12 (4) {cleanup.policy=delete, compression.type=zstd, max.message.bytes=4194304,"
                                + " message.timestamp.type=LogAppendTime, retention.ms=34560000000}",
                        "topfive.insights.v1 12 (4) {cleanup.policy=delete, retention.ms=7776000000}",
                        "topfive.live.v1 1 (1) {cleanup.policy=compact, min.compaction.lag.ms=86400000}",
                        "topfive.daily.v1 1 (1) {cleanup.policy=compact}",
                        "topfive.decisions.v1 1 (1) {cleanup.policy=compact,delete, retention.ms=7776000000}",
                        "topfive.dead-letters.v1 1 (1) {cleanup.policy=delete, max.message.bytes=16777216, retention.ms=2592000000}",
                        "topfive.sources.v1 1 (1) {cleanup.policy=compact, message.timestamp.type=LogAppendTime}",
                        "topfive.feedback.v1 1 (1) {cleanup.policy=compact}",
                        "topfive.subscribers.v1 1 (1) {cleanup.policy=compact}",
                        "topfive.deliveries.v1 1 (1) {cleanup.policy=compact}");
    }

    @ParameterizedTest
    @CsvSource({
        "Document.article.v1.json, 90e9a37116b17ecf02880d1868e54f87",
        "Document.episode.v1.json, 7251bdbbd6dc3ccfd9a4dc9819c00435",
        "Fence.v1.json, fence/2026-11-21",
        "Insight.v1.json, 9eab0213bcbf3872a02ff77eb9a329a0",
        "Edition.final.v1.json, all/2026-11-21",
        "Decision.chosen.v1.json, all/2026-11-21/9eab0213bcbf3872a02ff77eb9a329a0",
        "SourceState.fetched.v1.json, marrow-courier",
        "Feedback.mute.v1.json, b1f0b2de-41f6-47a3-9b50-3f4f2a5d7b02",
        "Subscriber.v1.json, reader-0007",
        "Delivery.v1.json, 2026-11-21/51195d9548900d99c952f4d84551c9b9b79af811ec7b355fca348fdf530e7c37"
    })
    void a_value_has_its_key(String file, String key) {
        var golden = Golden.of(file);

        assertThat(keyOf(golden.topic(), golden.read())).isEqualTo(key);
    }

    @Test
    void a_tombstone_is_read_as_nothing() {
        assertThat(Topics.SUBSCRIBERS.values().deserializer().deserialize("t", null))
                .isNull();
        assertThat(Topics.SUBSCRIBERS.values().serializer().serialize("t", null))
                .isNull();
    }

    private static <V> String keyOf(Topic<V> topic, Object value) {
        return topic.key().apply(topic.type().cast(value));
    }
}
