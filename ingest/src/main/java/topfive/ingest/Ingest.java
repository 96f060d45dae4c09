package topfive.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.fetch.Web;
import topfive.ingest.text.Languages;

/** The service: visits the sources on their schedule, takes what is pushed, and puts documents on {@code topfive.documents.v1}. */
public final class Ingest implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final int WORKERS = 4;
    private static final Duration TICK = Duration.ofSeconds(5);

    private final Settings settings;
    private final Outbox outbox;
    private final SourceHarvest harvest;
    private final Runnable recall;
    private final ScheduledExecutorService workers;
    private final Map<String, ReentrantLock> visiting = new ConcurrentHashMap<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final PushApi push;
    private volatile boolean recalled;
    private volatile boolean brokerTookIt = true;

    /** @param recall reads what the last run knew into the memory; throws while the broker is away */
    Ingest(
            Settings settings,
            Outbox outbox,
            Memory memory,
            Runnable recall,
            Web web,
            InstantSource clock,
            MeterRegistry metrics) {
        var desk = new CopyDesk(Languages.load(), new OwnThread());
        this.settings = settings;
        this.outbox = outbox;
        this.recall = recall;
        this.harvest = new SourceHarvest(settings.root(), web, desk, outbox, memory, clock, metrics);
        this.workers = Executors.newScheduledThreadPool(WORKERS, task -> {
            var thread = new Thread(task, "ingest");
            thread.setDaemon(true);
            return thread;
        });
        this.push = PushApi.start(settings, desk, outbox, memory, clock, metrics);
        workers.execute(this::recallUntilDone);
    }

    /** Starts the push API, and polls every source that has an {@code every}; the others wait for {@link #harvestOnce}. */
    public static Ingest start(
            Settings settings,
            Map<String, Object> kafkaClientProperties,
            Web web,
            InstantSource clock,
            MeterRegistry metrics) {
        var memory = new Memory();
        Runnable recall = () -> KnownSources.into(memory, kafkaClientProperties);
        var ingest =
                new Ingest(settings, Outbox.kafka(kafkaClientProperties, metrics), memory, recall, web, clock, metrics);
        settings.sources().stream().filter(source -> source.every() != null).forEach(ingest::schedule);
        return ingest;
    }

    public int pushPort() {
        return push.port();
    }

    /** Whether the broker is there: the last thing sent was taken. */
    public boolean ready() {
        return recalled && brokerTookIt;
    }

    /** Visits every source once; returns when everything found is acknowledged. */
    public void harvestOnce() {
        if (!remembers()) {
            throw new IllegalStateException("the broker is away: nothing was harvested");
        }
        var visits = settings.sources().stream()
                .map(source -> CompletableFuture.supplyAsync(() -> visit(source), workers))
                .toList();
        boolean all = visits.stream().map(CompletableFuture::join).reduce(true, Boolean::logicalAnd);
        if (!all) {
            throw new IllegalStateException("the broker did not take everything; see the log, and harvest again");
        }
    }

    private void schedule(Subscription source) {
        long every = Math.max(1, source.every().toMillis());
        workers.scheduleWithFixedDelay(() -> visitWhenReady(source), 0, Math.max(every, 100), TimeUnit.MILLISECONDS);
    }

    /** While the broker is away the visit waits for it, not for the next turn of a schedule of hours. */
    private void visitWhenReady(Subscription source) {
        try {
            if (!(remembers() && visit(source)) && waiting.add(source.id())) {
                workers.schedule(
                        () -> {
                            waiting.remove(source.id());
                            visitWhenReady(source);
                        },
                        TICK.toMillis(),
                        TimeUnit.MILLISECONDS);
            }
        } catch (RuntimeException e) { // a thrown exception would end this source's schedule in silence
            LOG.error("visit failed source={}", source.id(), e);
        }
    }

    private boolean visit(Subscription source) {
        var one = visiting.computeIfAbsent(source.id(), id -> new ReentrantLock());
        one.lock();
        try {
            brokerTookIt = harvest.visit(source);
            return brokerTookIt;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            one.unlock();
        }
    }

    private void recallUntilDone() {
        if (!remembers()) {
            workers.schedule(this::recallUntilDone, TICK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized boolean remembers() {
        if (!recalled) {
            try {
                recall.run();
                recalled = true;
            } catch (KafkaException e) {
                LOG.warn("broker away detail=\"{}\": will try again", e.getMessage());
            }
        }
        return recalled;
    }

    @Override
    public void close() {
        push.close();
        workers.shutdownNow();
        try {
            workers.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        outbox.close();
    }
}
