package topfive.standalone;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Readiness;

/**
 * All that runs in this JVM. Closed once, the last part first: whoever uses another part is added behind it. One shutdown hook for all,
 * because hooks of their own would run side by side and take the broker from under the services.
 *
 * <p>It ends within ten seconds, whatever hangs: a part that does not stop is left behind, and said.
 */
public final class Running implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final Duration STOP = Duration.ofSeconds(9);
    /** Kept for each part that comes after one that hangs. */
    private static final Duration EACH = Duration.ofMillis(700);

    private final Deque<Part> parts = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    private final Duration stop;
    private long deadline;
    private boolean closing;

    public Running() {
        this(STOP);
    }

    /** @param stop how long all of it may take to stop */
    Running(Duration stop) {
        this.stop = stop;
    }

    /** What is started meanwhile is of no use any more: no failure, and nothing to tell. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Stopped() {
            super("stopped while it was starting");
        }
    }

    /** @throws Stopped where it is being closed already; the part is closed then */
    public void add(Part part) {
        if (!added(part)) {
            close(part, 0);
            throw new Stopped();
        }
    }

    /** @throws Stopped where it is being closed: what fails meanwhile fails because of that; returns when all is closed */
    void mustGoOn() {
        if (isClosing()) {
            close();
            throw new Stopped();
        }
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private synchronized boolean added(Part part) {
        if (!closing) {
            parts.push(part);
        }
        return !closing;
    }

    public synchronized List<Part> parts() {
        var inOrder = new ArrayList<Part>();
        parts.descendingIterator().forEachRemaining(inOrder::add);
        return inOrder;
    }

    public Map<String, Supplier<Readiness>> readiness() {
        var ready = new LinkedHashMap<String, Supplier<Readiness>>();
        parts().forEach(part -> ready.put(part.name(), part.readiness()));
        return ready;
    }

    public Running closedWithTheProgram() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        return this;
    }

    /** A part that is just starting is closed as well: the JVM must not end before whoever started it has left. */
    private void stop() {
        close();
        try {
            if (!left.await(remaining(), TimeUnit.MILLISECONDS)) {
                LOG.warn("stopped in the middle of the start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when everything is closed. */
    public void await() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        if (begun()) {
            awaitClosed();
            left.countDown();
            return;
        }
        var began = System.nanoTime();
        var inOrder = List.copyOf(parts);
        for (int i = 0; i < inOrder.size(); i++) {
            close(inOrder.get(i), inOrder.size() - 1 - i);
        }
        if (!inOrder.isEmpty()) {
            LOG.info("stopped took={}ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
        closed.countDown();
    }

    private synchronized boolean begun() {
        var before = closing;
        if (!before) {
            deadline = System.nanoTime() + stop.toNanos();
        }
        closing = true;
        return before;
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long remaining() {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
    }

    /** @param behind how many parts are closed after it */
    private void close(Part part, int behind) {
        var began = System.nanoTime();
        var thread = new Thread(() -> closeNow(part), "stop-" + part.name());
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(Math.max(EACH.toMillis(), remaining() - behind * EACH.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        if (thread.isAlive()) {
            LOG.warn("part={} does not stop and is left behind after={}ms", part.name(), took);
        } else {
            LOG.debug("stopped part={} took={}ms", part.name(), took);
        }
    }

    private static void closeNow(Part part) {
        try {
            part.running().close();
        } catch (Exception e) { // the others must be closed all the same
            LOG.warn("part={} did not stop cleanly: {}", part.name(), e.toString());
        }
    }
}
