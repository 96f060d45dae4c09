package topfive.chaos.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import topfive.chaos.point.Feed;
import topfive.chaos.point.Push;

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

    private final Feed feed;
    private final Push push;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<String, Integer> fed = new ConcurrentHashMap<>();
    private final Map<String, Integer> answered = new ConcurrentHashMap<>();
    private final AtomicInteger duplicates = new AtomicInteger();
    private final List<String> complaints = java.util.Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean enough;

    Publishers(Feed feed, Push push, long seed) {
        this.feed = feed;
        this.push = push;
        threads.add(new Thread(this::publish, "publisher"));
        for (int i = 0; i < PUSHERS; i++) {
            var random = new Random(seed + i);
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

    Map<String, Integer> fed() {
        return Map.copyOf(fed);
    }

    /** The ids that were answered with a 2xx. */
    Map<String, Integer> answered() {
        return Map.copyOf(answered);
    }

    int duplicates() {
        return duplicates.get();
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private void publish() {
        while (rest(FEED_EVERY_MS)) {
            var mine = number.incrementAndGet();
            fed.put(feed.publish(mine, text(mine)), mine);
        }
    }

    private void push(Random random) {
        try {
            while (rest(random.nextInt(PUSH_EVERY_MS) * 2L)) {
                var mine = number.incrementAndGet();
                var source = "desk" + mine % 7;
                var first = push.insist(source, mine, text(mine));
                answered.put(first.id(), mine);
                if (random.nextInt(5) < 2) { // who does not trust an answer, asks again
                    var second = push.insist(source, mine, text(mine));
                    duplicates.incrementAndGet();
                    if (!second.duplicate() || !second.id().equals(first.id())) {
                        complaints.add("push " + mine + " was taken as new when it came again");
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException | TimeoutException e) {
            complaints.add(e.getMessage());
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
