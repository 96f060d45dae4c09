package topfive.ingest;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import topfive.ingest.desk.TimeLimit;
import topfive.ingest.text.Unreadable;

/**
 * A thread for each document, and a limit to the processor time it may take: a busy machine does not make a good page unreadable, a page
 * that keeps a reader busy for ever costs one thread. Java cannot stop such a thread; when {@value #STRAYS} of them are about, whoever
 * comes next waits for one to end.
 */
public final class OwnThread implements TimeLimit {
    /** Two to three times what the largest page takes on a machine that has just started. */
    public static final Duration BUDGET = Duration.ofSeconds(2);

    private static final int STRAYS = 8;
    private static final long STACK = 4L * 1024 * 1024;
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int PATIENCE = 10;

    private final Duration budget;
    private final Semaphore strays = new Semaphore(STRAYS);

    public OwnThread() {
        this(BUDGET);
    }

    OwnThread(Duration budget) {
        this.budget = budget;
    }

    @Override
    public <T> T within(String name, Work<T> work) throws Unreadable {
        var running = new Running<>(work);
        try {
            strays.acquire();
            var thread = new Thread(null, () -> running.run(strays), "reading", STACK);
            thread.setDaemon(true);
            thread.start();
            if (!running.endsWithin(thread, budget)) {
                thread.interrupt();
                throw new Unreadable("too-slow", name + " took more than " + budget.toMillis() + " ms to read");
            }
            return running.outcome(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(name + " was left unread: the service stops"); // no fault of the bytes
        }
    }

    /** One reading and what came of it; written by its own thread before the latch opens. */
    private static final class Running<T> {
        private final Work<T> work;
        private final CountDownLatch ended = new CountDownLatch(1);
        private T result;
        private Throwable thrown;

        Running(Work<T> work) {
            this.work = work;
        }

        void run(Semaphore strays) {
            try {
                result = work.done();
            } catch (Unreadable | RuntimeException | StackOverflowError | OutOfMemoryError e) {
                thrown = e;
            } finally {
                strays.release();
                ended.countDown();
            }
        }

        /** Looks at the thread's own time; without such a clock, and for one that sleeps, at ten times the budget in the world's. */
        boolean endsWithin(Thread thread, Duration budget) throws InterruptedException {
            var times = ManagementFactory.getThreadMXBean();
            for (long looks = PATIENCE * budget.toNanos() / LOOK; looks >= 0; looks--) {
                if (ended.await(LOOK, TimeUnit.NANOSECONDS)) {
                    return true;
                }
                if (times.isThreadCpuTimeSupported() && times.getThreadCpuTime(thread.getId()) > budget.toNanos()) {
                    return false;
                }
            }
            return false;
        }

        T outcome(String name) throws Unreadable {
            if (thrown instanceof Unreadable unreadable) {
                throw unreadable;
            }
            if (thrown != null) {
                throw new Unreadable("failed", name + " cannot be read: " + thrown);
            }
            return result;
        }
    }
}
