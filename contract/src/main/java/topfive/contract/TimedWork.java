package topfive.contract;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread for each piece of work, and a limit to the processor time it may take: a busy machine does not make good work fail, and work that
 * never ends costs one thread. Java cannot stop such a thread; when {@value #STRAYS} of them are about, whoever comes next waits for one to
 * end.
 */
public final class TimedWork {
    private static final int STRAYS = 8;
    private static final long STACK = 4L * 1024 * 1024;
    private static final int BUSY = 10;
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);

    private final String name;
    private final Duration budget;
    private final Duration patience;
    private final Semaphore strays = new Semaphore(STRAYS);

    /**
     * @param name of the threads
     * @param budget processor time that a thread may take
     * @param patience how long it may sleep or wait for others in all; where no clock tells its processor time, how long it may take. One that
     *     would work and is not let to by a busy machine is waited for {@value #BUSY} times as long
     */
    public TimedWork(String name, Duration budget, Duration patience) {
        this.name = name;
        this.budget = budget;
        this.patience = patience;
    }

    /**
     * @throws TimeoutException where it took too long; it may still go on
     * @throws ExecutionException with whatever the work threw, of any kind
     * @throws InterruptedException where whoever waits was interrupted; the work is interrupted, too
     */
    public <T> T run(Callable<T> work) throws InterruptedException, ExecutionException, TimeoutException {
        var running = new Running<>(work);
        strays.acquire();
        var thread = started(() -> running.run(strays));
        boolean ended = false;
        try {
            ended = running.endsWithin(thread);
        } finally {
            if (!ended) {
                thread.interrupt();
            }
        }
        if (!ended) {
            throw new TimeoutException("took more than " + budget.toMillis() + " ms");
        }
        return running.outcome();
    }

    private Thread started(Runnable running) {
        try {
            var thread = new Thread(null, running, name, STACK);
            thread.setDaemon(true);
            thread.start();
            return thread;
        } catch (Throwable e) { // the machine has no more threads: nobody is about
            strays.release();
            throw e;
        }
    }

    /** One piece of work and what came of it; written by its own thread before the latch opens. */
    private final class Running<T> {
        private final Callable<T> work;
        private final CountDownLatch ended = new CountDownLatch(1);
        private T result;
        private Throwable thrown;

        Running(Callable<T> work) {
            this.work = work;
        }

        void run(Semaphore strays) {
            try {
                result = work.call();
            } catch (Throwable e) { // of whatever kind: who waits for it decides
                thrown = e;
            } finally {
                strays.release();
                ended.countDown();
            }
        }

        boolean endsWithin(Thread thread) throws InterruptedException {
            var times = ManagementFactory.getThreadMXBean();
            long most = patience.toNanos() / LOOK;
            long asleep = 0;
            for (long looks = 0; looks <= BUSY * most && asleep <= most; looks++) {
                if (ended.await(LOOK, TimeUnit.NANOSECONDS)) {
                    return true;
                }
                boolean tells = times.isThreadCpuTimeSupported();
                if (tells && times.getThreadCpuTime(thread.getId()) > budget.toNanos()) {
                    return false;
                }
                asleep += tells && thread.getState() == Thread.State.RUNNABLE ? 0 : 1;
            }
            return false;
        }

        T outcome() throws ExecutionException {
            if (thrown != null) {
                throw new ExecutionException(thrown);
            }
            return result;
        }
    }
}
