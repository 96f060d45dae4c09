package topfive.processor;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether the work gets on, judged by what is committed: a stage that fails on the same record again and again reads it again and again, so
 * that neither a state nor a count of processed records tells. A look is due every few seconds.
 */
final class Progress {
    private final Duration patience;
    private Map<TopicPartition, Long> committed = Map.of();
    private long waiting;
    private long sinceNanos;

    /** @param patience how long nothing may be committed while records wait */
    Progress(Duration patience) {
        this.patience = patience;
    }

    /**
     * @param now of {@link System#nanoTime}
     * @param committed how far each partition has come
     * @param waiting records behind that
     */
    synchronized void look(long now, Map<TopicPartition, Long> committed, long waiting) {
        if (this.waiting == 0 || waiting == 0 || hasAdvanced(committed)) {
            sinceNanos = now;
        }
        this.committed = Map.copyOf(committed);
        this.waiting = waiting;
    }

    /** Going on somewhere is going on; a partition that somebody else has taken over is none of ours. */
    private boolean hasAdvanced(Map<TopicPartition, Long> now) {
        return now.entrySet().stream()
                .anyMatch(each -> each.getValue() > committed.getOrDefault(each.getKey(), Long.MAX_VALUE));
    }

    /** How long nothing was committed although records wait. */
    synchronized Duration age(long now) {
        return waiting == 0 ? Duration.ZERO : Duration.ofNanos(now - sinceNanos);
    }

    synchronized long waiting() {
        return waiting;
    }

    boolean isStuck(long now) {
        return age(now).compareTo(patience) > 0;
    }

    /** Before it is stuck: where nothing of what waits can be seen, nothing waits. */
    boolean isDoubtful(long now) {
        return age(now).compareTo(patience.dividedBy(2)) > 0;
    }
}
