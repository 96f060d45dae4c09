package topfive.processor;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;

/** Whether the streams get on. */
final class Progress {
    private final KafkaStreams streams;
    private final AtomicReference<Mark> last = new AtomicReference<>(new Mark(-1, 0));

    Progress(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Where the work stood, and since when. */
    private record Mark(long processed, long sinceNanos) {}

    /** Running, and either nothing waits or something was done in the last minute. */
    boolean ready() {
        if (streams.state() != KafkaStreams.State.RUNNING) {
            return false;
        }
        var lag = streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("records-lag-max"))
                .map(metric -> metric.metricValue())
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        var done = (long) streams.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("process-total")
                        && metric.metricName().group().equals("stream-thread-metrics"))
                .mapToDouble(metric -> ((Number) metric.metricValue()).doubleValue())
                .sum();
        var now = System.nanoTime();
        var mark = last.updateAndGet(before -> before.processed() == done ? before : new Mark(done, now));
        return lag == 0 || now - mark.sinceNanos() < 60_000_000_000L;
    }
}
