package topfive.ingest;

import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.SourceState;

/** Sends a worker to each source when it is due. A few workers are enough: they mostly wait for others, and of a host there is only one. */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int WORKERS = 8;
    private static final int MOST_BROUGHT = 32;
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final List<Subscription> sources;
    private final SourceHarvest harvest;
    private final HostWaits waits;
    private final BooleanSupplier remembers;
    private final InstantSource clock;
    private final Timetable timetable = new Timetable();
    private final Map<String, ReentrantLock> visiting = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, task -> daemon(task, "ingest"));
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "ingest-watch"));
    private final AtomicInteger reading = new AtomicInteger();
    private boolean planned;
    private volatile boolean brokerTookIt = true;

    /** @param remembers reads what the last run knew, once; false while that cannot be had */
    Rounds(
            List<Subscription> sources,
            SourceHarvest harvest,
            HostWaits waits,
            BooleanSupplier remembers,
            InstantSource clock,
            MeterRegistry metrics) {
        this.sources = sources;
        this.harvest = harvest;
        this.waits = waits;
        this.remembers = remembers;
        this.clock = clock;
        metrics.gauge(
                "topfive.ingest.overdue.seconds",
                timetable,
                table -> table.overdue(clock.instant()).toSeconds());
    }

    /** From now on by the clock. */
    void begin() {
        watch.execute(this::remember);
    }

    /** Does this again and again beside the visits. */
    void beside(Duration every, Runnable work) {
        watch.scheduleWithFixedDelay(() -> quietly(work), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void remember() {
        var known = new AtomicBoolean();
        quietly(() -> known.set(remembers.getAsBoolean()));
        if (known.get()) {
            watch.scheduleWithFixedDelay(() -> quietly(this::send), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            watch.schedule(this::remember, AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    boolean brokerTookIt() {
        return brokerTookIt;
    }

    /** @return whether the broker took everything */
    boolean all() {
        var visits =
                sources.stream().filter(source -> !source.muted()).collect(groupingBy(this::host)).values().stream()
                        .map(ofOneHost -> CompletableFuture.supplyAsync(() -> inTurn(ofOneHost), workers))
                        .toList();
        return visits.stream().map(CompletableFuture::join).reduce(true, Boolean::logicalAnd);
    }

    /** What is due now, until nothing is. */
    void due() {
        for (var sent = send(); !sent.isEmpty(); sent = send()) {
            sent.forEach(CompletableFuture::join);
        }
    }

    Optional<Instant> next() {
        return timetable.next();
    }

    private boolean inTurn(List<Subscription> ofOneHost) {
        boolean took = true;
        for (var source : ofOneHost) {
            took &= visit(source).isPresent();
        }
        return took;
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (Throwable e) { // whatever is thrown would end the schedule in silence
            LOG.error("the schedule could not be followed, and will be again", e);
        }
    }

    private synchronized List<CompletableFuture<Void>> send() {
        if (workers.isShutdown() || !remembers.getAsBoolean()) {
            return List.of();
        }
        plan();
        return timetable.take(clock.instant(), WORKERS - running.get()).stream()
                .map(this::sent)
                .toList();
    }

    /** Where the machine has no more threads the turn comes again. */
    private CompletableFuture<Void> sent(Timetable.Turn turn) {
        running.incrementAndGet();
        try {
            return CompletableFuture.runAsync(() -> visit(turn), workers);
        } catch (Throwable e) {
            LOG.error(
                    "cannot be visited now, and will be source={}",
                    turn.source().id(),
                    e);
            running.decrementAndGet();
            timetable.done(turn, turn, clock.instant().plus(AGAIN));
            return CompletableFuture.completedFuture(null);
        }
    }

    private void plan() {
        if (!planned) {
            var now = clock.instant();
            sources.stream()
                    .filter(source -> source.every() != null)
                    .forEach(source -> timetable.put(turn(source), FirstVisit.of(source, harvest.before(source), now)));
            planned = true;
        }
    }

    /**
     * Reads what a hub has brought, soon, as if it had been fetched.
     *
     * @return false where too much is waiting already, or the source is not known
     */
    boolean brought(String source, byte[] feed, String contentType) {
        var known = sources.stream().filter(one -> one.id().equals(source)).findFirst();
        if (known.isEmpty() || !remembers.getAsBoolean()) {
            return false;
        }
        if (reading.incrementAndGet() > MOST_BROUGHT) {
            reading.decrementAndGet();
            return false;
        }
        workers.execute(() -> {
            try {
                brought(known.get(), feed, contentType);
            } finally {
                reading.decrementAndGet();
            }
        });
        return true;
    }

    /** Where it cannot be sent on now, the feed is asked soon. */
    private void brought(Subscription source, byte[] feed, String contentType) {
        if (alone(source, () -> harvest.brought(source, feed, contentType)).isEmpty()) {
            timetable.put(turn(source), clock.instant().plus(AGAIN));
        }
    }

    /**
     * @param id of a source, also of one that is no longer configured
     * @param until when a hub has promised to bring what is new; null: it does not
     */
    void promised(String id, String hub, String topic, Instant until) {
        workers.execute(() -> {
            var one = visiting.computeIfAbsent(id, source -> new ReentrantLock());
            one.lock();
            try {
                harvest.promised(id, hub, topic, until);
            } finally {
                one.unlock();
            }
        });
    }

    private void visit(Timetable.Turn turn) {
        var source = turn.source();
        var due = clock.instant().plus(FollowUp.rhythm(source).seldom());
        try {
            var after = visit(source);
            due = after.isPresent() ? after.get().nextFetch() : clock.instant().plus(AGAIN);
        } catch (Throwable e) { // an error, too: nobody asks what became of it
            LOG.error("visit failed source={}", source.id(), e);
        } finally {
            running.decrementAndGet();
            timetable.done(turn, turn(source), due);
        }
    }

    private Optional<SourceState> visit(Subscription source) {
        return alone(source, () -> harvest.visit(source));
    }

    private interface Reading {
        Optional<SourceState> read() throws InterruptedException;
    }

    private Optional<SourceState> alone(Subscription source, Reading reading) {
        var one = visiting.computeIfAbsent(source.id(), id -> new ReentrantLock());
        one.lock();
        try {
            var after = reading.read();
            brokerTookIt = after.isPresent();
            return after;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            one.unlock();
        }
    }

    private Timetable.Turn turn(Subscription source) {
        return new Timetable.Turn(source, host(source));
    }

    /** A folder is its own host. */
    private String host(Subscription source) {
        var host = source.isLocal() ? "" : waits.host(Moved.address(harvest.before(source), source));
        return host.isEmpty() ? "source " + source.id() : host;
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        watch.shutdownNow();
        workers.shutdownNow();
        try {
            workers.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
