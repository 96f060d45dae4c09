package topfive.standalone;

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
 */
public final class Running implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final Deque<Part> parts = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean closing;

    /** @throws IllegalStateException where it is being closed already; the part is closed then */
    public synchronized void add(Part part) {
        parts.push(part);
        if (closing) {
            close(part);
            throw new IllegalStateException("stopped while " + part.name() + " was starting");
        }
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
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        return this;
    }

    /** Returns when everything is closed. */
    public void await() throws InterruptedException {
        closed.await();
    }

    @Override
    public void close() {
        if (begun()) {
            return;
        }
        var began = System.nanoTime();
        parts.forEach(Running::close);
        if (!parts.isEmpty()) {
            LOG.info("stopped took={}ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
        closed.countDown();
    }

    private synchronized boolean begun() {
        var before = closing;
        closing = true;
        return before;
    }

    private static void close(Part part) {
        var began = System.nanoTime();
        try {
            part.running().close();
            LOG.debug(
                    "stopped part={} took={}ms", part.name(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        } catch (Exception e) { // the others must be closed all the same
            LOG.warn("part={} did not stop cleanly: {}", part.name(), e.toString());
        }
    }
}
