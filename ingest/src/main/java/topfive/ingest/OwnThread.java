package topfive.ingest;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import topfive.contract.TimedWork;
import topfive.ingest.desk.TimeLimit;
import topfive.ingest.text.Unreadable;

/** A thread for each document, and a limit to the processor time it may take: what is beyond is a document that cannot be read. */
public final class OwnThread implements TimeLimit {
    /** Two to three times what the largest page takes on a machine that has just started. */
    public static final Duration BUDGET = Duration.ofSeconds(2);

    private static final int PATIENCE = 10;

    private final Duration budget;
    private final TimedWork timed;

    public OwnThread() {
        this(BUDGET);
    }

    OwnThread(Duration budget) {
        this.budget = budget;
        this.timed = new TimedWork("reading", budget, budget.multipliedBy(PATIENCE));
    }

    @Override
    public <T> T within(String name, Work<T> work) throws Unreadable {
        try {
            return timed.run(work::done);
        } catch (TimeoutException e) {
            throw new Unreadable("too-slow", name + " took more than " + budget.toMillis() + " ms to read");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unreadable unreadable) {
                throw unreadable;
            }
            throw new Unreadable("failed", name + " cannot be read: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(name + " was left unread: the service stops"); // no fault of the bytes
        }
    }
}
