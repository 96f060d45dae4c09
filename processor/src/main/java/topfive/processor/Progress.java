package topfive.processor;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether the work gets on, judged by what is committed: a stage that fails on the same record again and again reads it again and again, so
 * that neither a state nor a count of processed records tells. A look is due every few seconds.
 */
final class Progress {
    private final Duration patience;
    private Map<TopicPartition, Long> committed = Map.of();
    private Map<String, Long> waiting = Map.of();
    private final Map<String, Long> sinceNanos = new HashMap<>();

    /** @param patience how long nothing may be committed while records wait */
    Progress(Duration patience) {
        this.patience = patience;
    }

    /** @param now of {@link System#nanoTime} */
    synchronized void look(long now, Lag lag) {
        var waits = lag.byTopic();
        sinceNanos.keySet().retainAll(waits.keySet());
        waits.forEach((topic, records) -> {
            if (records == 0 || waiting.getOrDefault(topic, 0L) == 0 || hasAdvanced(topic, lag.committed())) {
                sinceNanos.put(topic, now);
            }
        });
        committed = lag.committed();
        waiting = waits;
    }

    /**
     * Going on in one partition is going on; one that somebody else has taken over is none of ours. Each topic for itself, since what the
     * first stage does tells nothing of the last.
     */
    private boolean hasAdvanced(String topic, Map<TopicPartition, Long> now) {
        return now.entrySet().stream()
                .filter(each -> each.getKey().topic().equals(topic))
                .anyMatch(each -> each.getValue() > committed.getOrDefault(each.getKey(), Long.MAX_VALUE));
    }

    /** How long nothing was committed of a topic although records of it wait; the longest. */
    synchronized Duration age(long now) {
        return waiting.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .map(each -> Duration.ofNanos(now - sinceNanos.get(each.getKey())))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    synchronized long waiting() {
        return waiting.values().stream().mapToLong(Long::longValue).sum();
    }

    boolean isStuck(long now) {
        return age(now).compareTo(patience) > 0;
    }

    /** Before it is stuck: where nothing of what waits can be seen, nothing waits. */
    boolean isDoubtful(long now) {
        return age(now).compareTo(patience.dividedBy(2)) > 0;
    }
}
