package topfive.processor;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Day;
import topfive.contract.FailPoint;

/**
 * Brings the clock into the flow, as records: once a day's time has come, its fence is written. Days that ended while nothing ran are
 * closed one after the other. While this machine's clock is not to be believed, nothing is closed: see {@link ClockWatch}.
 */
final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    /** The broker is asked what time it is where a day is to be closed, and every ten minutes, so that nobody first hears of it at midnight. */
    private static final int ASKED_EVERY = 120;

    private static final int AT_MOST_DAYS_BACK = 8;

    private final ScheduledExecutorService schedule =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "topfive-ticker"));
    private final Desk desk;
    private final Day days;
    private final InstantSource clock;
    private final ClockWatch watch;
    private LocalDate next;
    private long ticks;

    /** What it asks, and what it has done. */
    interface Desk extends AutoCloseable {
        Instant brokersTime() throws InterruptedException, ExecutionException;

        Optional<LocalDate> lastFinal();

        /** When the first document that is kept was appended. */
        Optional<Instant> firstDocument();

        /** Twice is as good as once. */
        void close(LocalDate day) throws InterruptedException, ExecutionException;

        @Override
        void close();
    }

    Ticker(Desk desk, Day days, InstantSource clock, ClockWatch watch) {
        this.desk = desk;
        this.days = days;
        this.clock = clock;
        this.watch = watch;
    }

    static Ticker start(Map<String, Object> kafka, Day days, InstantSource clock, MeterRegistry metrics) {
        var watch = new ClockWatch(clock, () -> Uptime.in(Uptime.LINUX), metrics);
        var ticker = new Ticker(new TickerDesk(kafka), days, clock, watch);
        ticker.schedule.scheduleWithFixedDelay(ticker::tick, 1, EVERY.toSeconds(), TimeUnit.SECONDS);
        return ticker;
    }

    void tick() {
        try {
            if (!isClockRight()) {
                return;
            }
            if (next == null) {
                next = firstOpenDay();
                LOG.info("ticker open={} closes={}", next, days.closesAt(next));
            }
            while (isDue()) {
                FailPoint.at("ticker-due");
                desk.close(next);
                LOG.info("day closed day={}", next);
                next = next.plusDays(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("ticker tries again in={} cause={}", EVERY, e.getMessage());
        } catch (Throwable e) { // of whatever kind: it would end the schedule without a line
            LOG.error("ticker tries again in={}", EVERY, e);
        }
    }

    private boolean isClockRight() throws InterruptedException, ExecutionException {
        var asks = next == null || isDue() || watch.isApartFromBroker() || ticks++ % ASKED_EVERY == 0;
        return asks ? watch.isRight(desk.brokersTime()) : watch.isRight();
    }

    private boolean isDue() {
        return !clock.instant().isBefore(days.closesAt(next));
    }

    /** The day after the last FINAL edition; without one, the first that was open when the first document came; without one, now. */
    private LocalDate firstOpenDay() {
        var now = clock.instant();
        var today = days.at(now);
        var first = desk.lastFinal()
                .map(day -> day.plusDays(1))
                .or(() -> desk.firstDocument().map(this::firstOpenAt))
                .orElseGet(() -> firstOpenAt(now));
        var earliest = today.minusDays(AT_MOST_DAYS_BACK);
        return first.isBefore(earliest) ? earliest : first;
    }

    /** For a while after midnight yesterday is still open. */
    private LocalDate firstOpenAt(Instant time) {
        var day = days.at(time);
        return time.isBefore(days.closesAt(day.minusDays(1))) ? day.minusDays(1) : day;
    }

    @Override
    public void close() {
        schedule.shutdownNow();
        desk.close();
    }
}
