package topfive.standalone.reach;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import topfive.standalone.Refusal;

/** Tries again and again, and says so, until the cluster can be used or the time is over. */
public final class AwaitBroker {
    private static final Duration BREATH = Duration.ofMillis(250);
    public static final Duration SAY_EVERY = Duration.ofSeconds(4);

    private AwaitBroker() {}

    /**
     * @param atMost how long; the attempt that is under way then is the last
     * @param say gets a line every few seconds
     * @throws Refusal at once where waiting does not help, else when the time is over
     */
    public static Reached at(Map<String, Object> settings, Duration atMost, Consumer<String> say) {
        var began = System.nanoTime();
        var quietUntil = began;
        while (true) {
            var answer = Reach.of(settings);
            var now = System.nanoTime();
            if (answer instanceof Reached reached) {
                return reached;
            }
            var obstacle = (Obstacle) answer;
            if (!obstacle.passes() || now - began >= atMost.toNanos()) {
                throw obstacle.refusal();
            }
            if (now - quietUntil >= 0) {
                say.accept("waiting for the broker at " + settings.get("bootstrap.servers") + ": " + obstacle.cause()
                        + " (" + Duration.ofNanos(now - began).toSeconds() + " s of "
                        + Math.round(atMost.toMillis() / 1000.0) + " s)");
                quietUntil = now + SAY_EVERY.toNanos();
            }
            pause();
        }
    }

    /** Between two attempts. */
    public static void pause() {
        try {
            Thread.sleep(BREATH.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.failed("interrupted while waiting for the broker", "start again", e);
        }
    }
}
