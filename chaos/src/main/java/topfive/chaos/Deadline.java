package topfive.chaos;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for something that is looked at again and again. */
public final class Deadline {
    private static final long BREATH_MILLIS = 50;

    private Deadline() {}

    /** A look; it may itself find out that waiting is of no use. */
    public interface Look<E extends Exception> {
        boolean there() throws E, InterruptedException, TimeoutException;
    }

    /**
     * @return how long it took, in milliseconds
     * @throws TimeoutException where it did not come
     */
    public static <E extends Exception> long await(String what, Duration atMost, Look<E> look)
            throws E, InterruptedException, TimeoutException {
        return await(() -> what, atMost, look);
    }

    /** @param what is asked at the end: what was still missing then */
    public static <E extends Exception> long await(Supplier<String> what, Duration atMost, Look<E> look)
            throws E, InterruptedException, TimeoutException {
        var began = System.nanoTime();
        for (var looks = began; !look.there(); looks = System.nanoTime()) {
            if (System.nanoTime() - began > atMost.toNanos()) {
                throw new TimeoutException(what.get() + ": not within " + atMost.toSeconds() + " s");
            }
            // a look that costs much is not taken all the time
            Thread.sleep(Math.max(BREATH_MILLIS, (System.nanoTime() - looks) / 1_000_000));
        }
        return (System.nanoTime() - began) / 1_000_000;
    }
}
