package topfive.ingest.fetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** One request per host at a time, with a pause after each; who came first goes first, and can be interrupted while waiting. */
final class HostTurns {
    private static final int MANY = 1_000;

    private final Map<String, Turn> turns = new HashMap<>();
    private int sweepAt = MANY;

    private static final class Turn {
        final Semaphore one = new Semaphore(1, true);
        int users;
        volatile long earliest = System.nanoTime();

        boolean isOver() {
            return users == 0 && earliest - System.nanoTime() <= 0;
        }
    }

    /** What is done when it is the host's turn. */
    interface Errand<T, E extends Exception> {
        T run() throws E, InterruptedException;
    }

    <T, E extends Exception> T in(String host, Duration pause, Errand<T, E> errand) throws E, InterruptedException {
        var turn = join(host);
        try {
            turn.one.acquire();
            try {
                TimeUnit.NANOSECONDS.sleep(turn.earliest - System.nanoTime());
                return errand.run();
            } finally {
                turn.earliest = System.nanoTime() + pause.toNanos();
                turn.one.release();
            }
        } finally {
            leave(turn);
        }
    }

    private synchronized Turn join(String host) {
        if (turns.size() >= sweepAt) {
            turns.values().removeIf(Turn::isOver);
            sweepAt = Math.max(MANY, 2 * turns.size());
        }
        var turn = turns.computeIfAbsent(host, key -> new Turn());
        turn.users++;
        return turn;
    }

    private synchronized void leave(Turn turn) {
        turn.users--;
    }
}
