package topfive.processor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import topfive.contract.Day;
import topfive.contract.Decision;
import topfive.contract.EventHeaders;
import topfive.contract.Topic;
import topfive.contract.Topics;
import topfive.processor.choose.EditionOfDay;

/** A later revision of a FINAL edition as records: what the last stage writes when it closes a day, under the same headers. */
public final class NewRevision {
    private NewRevision() {}

    /**
     * To be sent in one transaction.
     *
     * @param published decisions on clusters of the day; those that no longer exist are taken back
     */
    public static List<ProducerRecord<byte[], byte[]>> records(
            EditionOfDay made, Day days, Collection<Decision> published) {
        var edition = Sizes.published(made.edition());
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        records.add(record(Topics.LIVE, edition, edition.updatedAt()));
        records.add(record(Topics.DAILY, edition, edition.updatedAt()));
        var closesAt = days.closesAt(edition.day());
        made.decisions().forEach(decision -> records.add(record(Topics.DECISIONS, decision, closesAt)));
        var keys = made.decisions().stream().map(Decision::key).toList();
        published.stream()
                .map(Decision::key)
                .filter(key -> !keys.contains(key))
                .sorted()
                .forEach(key -> records.add(takenBack(key, edition.revision(), closesAt)));
        return records;
    }

    private static <V> ProducerRecord<byte[], byte[]> record(Topic<V> topic, V value, Instant at) {
        return new ProducerRecord<>(
                topic.name(),
                0,
                bytes(topic.key().apply(value)),
                topic.values().serializer().serialize(topic.name(), value),
                Stamp.headers(topic, value, at));
    }

    private static ProducerRecord<byte[], byte[]> takenBack(String key, int by, Instant at) {
        var headers = EventHeaders.of(Topics.DECISIONS, Stamp.FROM, key + "@gone-" + by, at);
        return new ProducerRecord<>(Topics.DECISIONS.name(), 0, bytes(key), null, headers);
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
