package topfive.chaos.path;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import topfive.chaos.Pushes;
import topfive.chaos.Sent;
import topfive.chaos.Stage;
import topfive.chaos.point.Feed;

/** Those who have something to say while all around them dies: a feed that grows, and several who push and insist, many of them twice. */
final class Publishers implements AutoCloseable {
    private static final int PUSHERS = 4;
    private static final int FEED_EVERY_MS = 1_500;
    private static final int PUSH_EVERY_MS = 600;
    private static final List<String> SAYINGS = List.of(
            "Orchards in Lenn%d lose %d%% fewer apples to frost, because the growers share one wind machine and one night watch.",
            "Since Parr%d pays for every returned bottle, %d%% less glass lies on its beaches, and the collectors earn more than before.",
            "Night buses in Corrow%d carry %d%% more passengers, because they now wait for the last train.",
            "The archive of Beldin%d answers %d%% more letters since volunteers read the old hand for it.",
            "Dentists in Ash%d treat %d%% fewer children, because the school gives each of them a brush and two minutes.");

    /** More than the longest time in which all is killed before it takes anything. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Feed feed;
    private final Pushes pushes;
    private final Stage stage;
    private final Sent sent;
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger fed = new AtomicInteger();
    private final AtomicInteger twice = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean enough;

    /** @param sent gets what was answered 2xx, and what stands in the feed */
    Publishers(Feed feed, int port, Sent sent, Stage stage) {
        this.feed = feed;
        this.pushes = new Pushes(port, sent);
        this.sent = sent;
        this.stage = stage;
        threads.add(new Thread(this::publish, "publisher"));
        for (int i = 0; i < PUSHERS; i++) {
            var random = new Random(stage.seed() + i);
            threads.add(new Thread(() -> push(random), "pusher"));
        }
        threads.forEach(thread -> thread.setDaemon(true));
    }

    void begin() {
        threads.forEach(Thread::start);
    }

    /** What was begun is still brought to its end, as long as somebody takes it. */
    void stop() {
        enough = true;
    }

    boolean haveEnded() {
        return threads.stream().noneMatch(Thread::isAlive);
    }

    int fed() {
        return fed.get();
    }

    int sentTwice() {
        return twice.get();
    }

    private void publish() {
        while (rest(FEED_EVERY_MS)) {
            var mine = number.incrementAndGet();
            sent.pushed(feed.publish(mine, text(mine)));
            fed.incrementAndGet();
        }
    }

    private void push(Random random) {
        try {
            while (rest(random.nextInt(PUSH_EVERY_MS) * 2L)) {
                var mine = number.incrementAndGet();
                var source = "desk" + mine % 7;
                var document =
                        Pushes.document(source, "https://" + source + ".example/" + mine, "Number " + mine, text(mine));
                var first = pushes.insist(document, PATIENCE);
                if (random.nextInt(5) < 2) { // who does not trust an answer, asks again
                    var second = pushes.insist(document, PATIENCE);
                    twice.incrementAndGet();
                    stage.must(
                            second.duplicate() && second.id().equals(first.id()),
                            "push " + mine + " was taken as new when it came again");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException | TimeoutException e) {
            stage.wrong(e.getMessage());
        }
    }

    /** Each idea is told several times: there is something to merge. */
    private static String text(int number) {
        return String.format(Locale.ROOT, SAYINGS.get(number % SAYINGS.size()), number / 30, 5 + number / 30 % 90);
    }

    private boolean rest(long ms) {
        try {
            Thread.sleep(ms);
            return !enough;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        enough = true;
        threads.forEach(Thread::interrupt);
    }
}
