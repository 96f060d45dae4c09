package topfive.processor;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Readiness;
import topfive.contract.Topics;

/** A thread beside the streams that asks the broker, every few seconds, how far they have come; its answers are readiness and metrics. */
final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final KafkaStreams streams;
    private final Replacements replacements;
    private final Restoring restoring;
    private final Settings settings;
    private final Progress progress;
    private final Offsets offsets;
    private final LastEditions editions;
    private final Thread thread = new Thread(this::run, "processor-watch");
    private volatile boolean stopping;
    private volatile boolean answered;
    private volatile long answeredAt = System.nanoTime();
    private volatile Lag lag = new Lag(Map.of(), Map.of());
    private Lag empty = lag;
    private volatile KafkaStreams.State state = KafkaStreams.State.CREATED;
    private volatile long stateSince = System.nanoTime();

    Watch(
            KafkaStreams streams,
            Replacements replacements,
            Restoring restoring,
            Settings settings,
            Map<String, Object> kafka,
            InstantSource clock) {
        this.streams = streams;
        this.replacements = replacements;
        this.restoring = restoring;
        this.settings = settings;
        this.progress = new Progress(settings.patience());
        this.offsets = new Offsets(kafka, Processor.APPLICATION);
        this.editions = new LastEditions(kafka, clock);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    Readiness readiness() {
        var now = System.nanoTime();
        var is = streams.state();
        if (!is.isRunningOrRebalancing() && is != KafkaStreams.State.CREATED) {
            return Readiness.broken("the streams have ended (" + is + ")");
        }
        var silent = Duration.ofNanos(now - answeredAt);
        if (silent.compareTo(SILENCE) > 0) {
            return Readiness.not("the broker has not answered for " + silent.toSeconds() + " s");
        }
        var deaths = replacements.tooMany(now);
        if (deaths.isPresent()) {
            return Readiness.not(deaths.get());
        }
        if (restoring.left() > 0) {
            return Readiness.not(count(restoring.left()) + " left to restore");
        }
        if (is != KafkaStreams.State.RUNNING || !answered) {
            var seconds = Duration.ofNanos(now - stateSince).toSeconds();
            return Readiness.not("joining its group for " + seconds + " s (" + is + ")");
        }
        if (progress.isStuck(now)) {
            return Readiness.not("nothing committed for " + progress.age(now).toSeconds() + " s, "
                    + count(progress.waiting()) + (progress.waiting() == 1 ? " waits" : " wait"));
        }
        return Readiness.READY;
    }

    private static String count(long records) {
        return String.format(Locale.ROOT, "%,d record%s", records, records == 1 ? "" : "s");
    }

    private void run() {
        try (offsets;
                editions) {
            var next = System.nanoTime();
            while (!stopping) {
                var due = next;
                var asked = wasAnswered(() -> editions.look(Duration.ofNanos(Math.max(0, due - System.nanoTime()))));
                if (asked && System.nanoTime() - next >= 0) {
                    asked = wasAnswered(this::look);
                    next = System.nanoTime() + EVERY.toNanos();
                }
                if (!asked) {
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    interface Question {
        void ask() throws InterruptedException, ExecutionException, TimeoutException;
    }

    /** Whatever it fails at, the next one is asked: a record that others wrote must not end it, either. */
    static boolean wasAnswered(Question question) throws InterruptedException {
        try {
            question.ask();
            return true;
        } catch (InterruptException e) {
            Thread.interrupted(); // asked to stop
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            LOG.debug("the broker was asked in vain", e); // readiness says it
        } catch (RuntimeException e) {
            LOG.warn("what the broker holds cannot be told; cause={}", "" + e);
        }
        return false;
    }

    private void look() throws InterruptedException, ExecutionException, TimeoutException {
        noteState();
        var ours = ours();
        var found = offsets.of(ours);
        var now = System.nanoTime();
        if (found.records() > 0 && progress.isDoubtful(now) && offsets.areEmpty(found)) {
            empty = found;
        }
        if (found.equals(empty)) {
            found = found.caughtUp();
        }
        if (state == KafkaStreams.State.RUNNING && !ours.isEmpty()) {
            progress.look(now, found);
        }
        lag = found;
        answeredAt = now;
        answered = state == KafkaStreams.State.RUNNING;
    }

    private void noteState() {
        var is = streams.state();
        if (is != state) {
            state = is;
            stateSince = System.nanoTime();
        }
    }

    /** What this instance has to read: how others of its group get on is theirs to say. */
    private Set<TopicPartition> ours() {
        return streams.metadataForLocalThreads().stream()
                .flatMap(each -> each.activeTasks().stream())
                .flatMap(task -> task.topicPartitions().stream())
                .collect(Collectors.toSet());
    }

    private void pause() throws InterruptedException {
        if (!stopping) {
            Thread.sleep(EVERY.toMillis());
        }
    }

    /** Named in docs/metrics.md. */
    void bindTo(MeterRegistry metrics) {
        List.of("topfive.documents.read", "topfive.documents.reread", "topfive.documents.late")
                .forEach(metrics::counter); // 0 until the first
        for (var topic : List.of(Topics.DOCUMENTS.name(), hop(MergeIntoClusters.HOP), hop(ChooseTheFive.HOP))) {
            gauge(metrics, "lag.records", watch -> watch.lag.byTopic().getOrDefault(topic, 0L), Tag.of("topic", topic));
        }
        gauge(
                metrics,
                "commit.age.seconds",
                watch -> watch.progress.age(System.nanoTime()).toMillis() / 1000.0);
        gauge(metrics, "restore.left.records", watch -> watch.restoring.left());
        gauge(metrics, "dropped.records", Watch::dropped);
        gauge(metrics, "day.close.seconds", watch -> watch.editions.closeSeconds());
        gauge(metrics, "day.overdue.seconds", watch -> watch.editions.overdue(settings.days()));
        gauge(metrics, "edition.age.seconds", watch -> watch.editions.finalAge(), Tag.of("status", "final"));
        gauge(metrics, "edition.age.seconds", watch -> watch.editions.openAge(), Tag.of("status", "open"));
        gauge(
                metrics,
                "broker.reachable",
                watch -> System.nanoTime() - watch.answeredAt < SILENCE.toNanos() ? 1 : 0,
                Tag.of("service", "processor"));
    }

    private void gauge(MeterRegistry metrics, String name, ToDoubleFunction<Watch> value, Tag... tags) {
        Gauge.builder("topfive." + name, this, value)
                .tags(List.of(tags))
                .strongReference(true)
                .register(metrics);
    }

    private static String hop(String name) {
        return Processor.APPLICATION + "-" + name + "-repartition";
    }

    private double dropped() {
        return streams.metrics().values().stream()
                .filter(each -> each.metricName().name().equals("dropped-records-total"))
                .mapToDouble(each -> ((Number) each.metricValue()).doubleValue())
                .sum();
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
