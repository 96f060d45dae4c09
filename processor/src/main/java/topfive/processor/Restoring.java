package topfive.processor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many records are still to be read back into the stores. */
final class Restoring implements StateRestoreListener {
    private static final Logger LOG = LoggerFactory.getLogger(Restoring.class);

    private final Map<TopicPartition, Long> left = new ConcurrentHashMap<>();
    private final AtomicInteger stores = new AtomicInteger();
    private final AtomicLong records = new AtomicLong();

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
            stores.incrementAndGet();
            records.addAndGet(restored);
        }
        if (left.isEmpty() && stores.get() > 0) {
            LOG.info("restored stores={} records={}", stores.getAndSet(0), records.getAndSet(0));
        }
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long restored) {
        left.remove(changelog);
    }
}
