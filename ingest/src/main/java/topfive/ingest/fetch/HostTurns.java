package topfive.ingest.fetch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One request per host at a time, with a pause after each. */
public final class HostTurns {
    private final Map<String, Turn> turns = new ConcurrentHashMap<>();

    private static final class Turn {
        final Semaphore one = new Semaphore(1, true);
        long earliest = System.nanoTime();
    }

    /** Runs the request when it is the host's turn. */
    public <T> T in(String host, Duration pause, Callable<T> request) throws Exception {
        var turn = turns.computeIfAbsent(host, key -> new Turn());
        turn.one.acquire();
        try {
            long wait = turn.earliest - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            return request.call();
        } finally {
            turn.earliest = System.nanoTime() + pause.toNanos();
            turn.one.release();
        }
    }
}
