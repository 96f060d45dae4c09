package topfive.dashboard.days;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Topics;

/** The live topic itself, read by a consumer that lives for one question. Two at a time; whoever comes third gets a snapshot. */
final class LiveArchive implements Archive {
    private static final Logger LOG = LoggerFactory.getLogger(LiveArchive.class);
    private static final TopicPartition LIVE = new TopicPartition(Topics.LIVE.name(), 0);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 500;

    private final Map<String, Object> properties;
    private final Semaphore places = new Semaphore(2);
    private final AtomicLong asked = new AtomicLong();

    LiveArchive(Map<String, Object> properties) {
        this.properties = properties;
    }

    @Override
    public Optional<List<LiveEvent>> after(long offset) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try (var reading = new KafkaConsumer<String, byte[]>(own())) {
            reading.assign(List.of(LIVE));
            var first = reading.beginningOffsets(Set.of(LIVE), PATIENCE).get(LIVE);
            var end = reading.endOffsets(Set.of(LIVE), PATIENCE).get(LIVE);
            if (offset + 1 < first || offset >= end) {
                return Optional.empty();
            }
            reading.seek(LIVE, offset + 1);
            return collect(reading, end);
        } catch (KafkaException e) {
            LOG.warn("live topic cannot be read again offset={} cause={}", offset, e.toString());
            return Optional.empty();
        } finally {
            places.release();
        }
    }

    private static Optional<List<LiveEvent>> collect(Consumer<String, byte[]> reading, long end) {
        var found = new ArrayList<LiveEvent>();
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (reading.position(LIVE) < end) {
            for (var read : reading.poll(Duration.ofMillis(200))) {
                found.add(LiveEvent.of(read.offset(), read.key(), read.value()));
            }
            if (found.size() > MOST || System.nanoTime() > until) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /** A name of its own: two clients of one name warn of each other. */
    private Map<String, Object> own() {
        var own = new HashMap<>(properties);
        own.put("client.id", properties.get("client.id") + "-again-" + asked.incrementAndGet());
        return own;
    }
}
