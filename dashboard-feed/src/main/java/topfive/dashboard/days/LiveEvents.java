package topfive.dashboard.days;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The newest records of the live topic, for those who listen. Nobody has a queue of their own: a listener remembers the last offset it
 * was sent and asks for what came after, so that a slow one costs nothing and loses nothing.
 */
public final class LiveEvents {
    private final int mostEvents;
    private final int mostBytes;
    private final ArrayDeque<LiveEvent> kept = new ArrayDeque<>();
    private long bytes;
    private long forgotten = -1;
    private boolean closed;

    public LiveEvents(int mostEvents, int mostBytes) {
        this.mostEvents = mostEvents;
        this.mostBytes = mostBytes;
    }

    public synchronized void add(LiveEvent event) {
        kept.add(event);
        bytes += event.size();
        while (kept.size() > 1 && (kept.size() > mostEvents || bytes > mostBytes)) {
            var oldest = kept.remove();
            bytes -= oldest.size();
            forgotten = oldest.offset();
        }
        notifyAll();
    }

    /** What came after that offset; empty where some of it is no longer held here, or the offset is not of this topic. */
    public synchronized Optional<List<LiveEvent>> after(long offset) {
        if (offset < forgotten || offset > last()) {
            return Optional.empty();
        }
        return Optional.of(
                kept.stream().filter(event -> event.offset() > offset).toList());
    }

    /** The newest of those held that the reader takes. */
    public synchronized Optional<LiveEvent> latest(Predicate<LiveEvent> taken) {
        return kept.stream().filter(taken).reduce((earlier, later) -> later);
    }

    /** A topic that ends before what was read of it is another topic of that name: its offsets begin again. */
    synchronized void resumeUnder(long end) {
        if (last() >= end) {
            kept.clear();
            bytes = 0;
            forgotten = -1;
        }
    }

    /** @return -1 before the first record */
    public synchronized long last() {
        return kept.isEmpty() ? -1 : kept.getLast().offset();
    }

    /** Returns when there is something after that offset, when the time is over, or when {@link #closed()}. */
    public synchronized void await(long offset, Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        while (!closed && last() <= offset) {
            var left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    public synchronized boolean closed() {
        return closed;
    }

    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
