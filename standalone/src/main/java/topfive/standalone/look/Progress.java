package topfive.standalone.look;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import topfive.standalone.Surroundings;

/** How far a one-off has come, in one line that rewrites itself; on a terminal only. How much there is nobody knows beforehand. */
final class Progress implements AutoCloseable {
    private static final int OFTEN = 200;

    private final Surroundings world;
    private final Optional<ScheduledExecutorService> ticks;
    private int longest;

    private Progress(Surroundings world, Optional<ScheduledExecutorService> ticks) {
        this.world = world;
        this.ticks = ticks;
    }

    static Progress shown(MeterRegistry metrics, Surroundings world) {
        if (!world.terminal()) {
            return new Progress(world, Optional.empty());
        }
        var ticks = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });
        var progress = new Progress(world, Optional.of(ticks));
        ticks.scheduleWithFixedDelay(() -> progress.show(line(metrics)), OFTEN, OFTEN, TimeUnit.MILLISECONDS);
        return progress;
    }

    /** What has reached the broker so far. */
    static String line(MeterRegistry metrics) {
        long documents = count(metrics, "topfive.documents.received");
        long known = count(metrics, "topfive.documents.duplicate");
        long unread = count(metrics, "topfive.dead.letters");
        return String.format(Locale.ROOT, "%,d documents taken in", documents)
                + (known > 0 ? String.format(Locale.ROOT, ", %,d known already", known) : "")
                + (unread > 0 ? String.format(Locale.ROOT, ", %,d not readable", unread) : "");
    }

    private static long count(MeterRegistry metrics, String name) {
        return (long) metrics.find(name).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private synchronized void show(String line) {
        world.err().print("\r" + line + " ".repeat(Math.max(0, longest - line.length())));
        world.err().flush();
        longest = Math.max(longest, line.length());
    }

    /** Leaves an empty line for what is to be said in the end. */
    @Override
    public void close() {
        ticks.ifPresent(running -> {
            running.shutdownNow();
            show("");
            world.err().print("\r");
            world.err().flush();
        });
    }
}
