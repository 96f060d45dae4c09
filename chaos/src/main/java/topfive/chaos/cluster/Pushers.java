package topfive.chaos.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import topfive.chaos.Pushes;
import topfive.chaos.Stage;

/** Some who push documents all the time, each until it is taken. */
final class Pushers implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private static final long PAUSE_MS = 700;

    /** More than any disturbance lasts. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final AtomicInteger number = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final Pushes pushes;
    private final Stage stage;
    private volatile boolean ending;

    private Pushers(Pushes pushes, Stage stage) {
        this.pushes = pushes;
        this.stage = stage;
    }

    static Pushers start(Pushes pushes, Stage stage) {
        var pushers = new Pushers(pushes, stage);
        for (int i = 0; i < AT_ONCE; i++) {
            var thread = new Thread(pushers::push, "push");
            thread.setDaemon(true);
            thread.start();
            pushers.threads.add(thread);
        }
        return pushers;
    }

    /** Each pushes what it has at hand until it is taken, and no more. */
    void finish() throws InterruptedException, TimeoutException {
        ending = true;
        for (var thread : threads) {
            thread.join(PATIENCE.toMillis());
            if (thread.isAlive()) {
                throw new TimeoutException("a push has no end");
            }
        }
    }

    @Override
    public void close() {
        ending = true;
        threads.forEach(Thread::interrupt);
    }

    private void push() {
        try {
            while (!ending) {
                var answer = pushes.insist(document(number.getAndIncrement()), PATIENCE);
                stage.journal().log("push", "status", answer.status(), "ms", answer.ms());
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        } catch (TimeoutException | IllegalStateException e) {
            stage.wrong(e.getMessage());
        }
    }

    private static String document(int number) {
        return Pushes.document(
                "wire",
                "https://wire.example/" + number,
                "Number " + number,
                String.format(
                        Locale.ROOT,
                        "Rents in district %d fell by %d percent because the city let owners build more homes.",
                        number,
                        3 + number % 40));
    }
}
