package topfive.chaos.cluster;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/** Waits for something that is looked at again and again. */
final class Deadline {
    private static final long BREATH_MILLIS = 50;

    private Deadline() {}

    /**
     * @return how long it took, in milliseconds
     * @throws TimeoutException where it did not come
     */
    static long await(String what, Duration atMost, Callable<Boolean> there) throws Exception {
        var began = System.nanoTime();
        while (!there.call()) {
            if (System.nanoTime() - began > atMost.toNanos()) {
                throw new TimeoutException(what + ": not within " + atMost.toSeconds() + " s");
            }
            Thread.sleep(BREATH_MILLIS);
        }
        return (System.nanoTime() - began) / 1_000_000;
    }
}
