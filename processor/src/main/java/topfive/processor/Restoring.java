package topfive.processor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many records are still to be read back into the stores. */
final class Restoring implements StateRestoreListener {
    private static final Logger LOG = LoggerFactory.getLogger(Restoring.class);

    private final Map<TopicPartition, Long> left = new ConcurrentHashMap<>();

    long left() {
        return left.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long from, long end) {
        left.put(changelog, Math.max(0, end - from));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long end, long restored) {
        left.computeIfPresent(changelog, (each, before) -> Math.max(0, before - restored));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long restored) {
        left.remove(changelog);
        if (restored > 0) { // the mark that ends a transaction is none
            LOG.info("restored store={} partition={} records={}", store, changelog.partition(), restored);
        }
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long restored) {
        left.remove(changelog);
    }
}
