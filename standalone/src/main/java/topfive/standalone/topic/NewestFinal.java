package topfive.standalone.topic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.common.TopicPartition;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.standalone.Refusal;

/** The newest FINAL edition of a day, for somebody who is about to write another. */
public final class NewestFinal {
    private static final TopicPartition DAILY = new TopicPartition(Topics.DAILY.name(), 0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private NewestFinal() {}

    /**
     * Reads past whatever is committed by now. A reader of committed records stops at the first transaction that is still open, though
     * others behind it are done; here it is waited for.
     *
     * @throws Refusal where a transaction stays open for thirty seconds
     */
    public static Optional<Edition> of(Broker broker, String key) {
        var newest = new AtomicReference<Edition>();
        var until = System.nanoTime() + PATIENCE.toNanos();
        var consumer = broker.consumer();
        try {
            consumer.assign(List.of(DAILY));
            consumer.seekToBeginning(List.of(DAILY));
            var end = end(broker);
            while (consumer.position(DAILY) < end) {
                if (System.nanoTime() > until) {
                    throw Refusal.failed(
                            "a transaction on " + DAILY.topic() + " does not end", "do it again in a minute");
                }
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (new String(record.key(), StandardCharsets.UTF_8).equals(key) && record.value() != null) {
                        newest.set(Json.read(record.value(), Edition.class));
                    }
                }
            }
        } finally {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
        return Optional.ofNullable(newest.get());
    }

    /** Of all that is written, committed or not. */
    private static long end(Broker broker) {
        try (var admin = broker.admin()) {
            return admin.listOffsets(java.util.Map.of(DAILY, OffsetSpec.latest()))
                    .partitionResult(DAILY)
                    .get()
                    .offset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted while reading " + DAILY.topic(), "do it again", e);
        } catch (ExecutionException e) {
            throw Refusal.failed(
                    "cannot read " + DAILY.topic() + ": " + e.getCause().getMessage(), "do it again", e);
        }
    }
}
