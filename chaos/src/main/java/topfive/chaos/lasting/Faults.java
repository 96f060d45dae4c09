package topfive.chaos.lasting;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import topfive.chaos.App;
import topfive.chaos.Broker;
import topfive.chaos.Folders;
import topfive.chaos.Journal;

/** One fault after the other, of a processor and of its broker; each returns when what was down is started again. */
final class Faults {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FROZEN_MS = 6_000;

    private final Map<String, Integer> counts = new TreeMap<>();
    private final Broker broker;
    private final App processor;
    private final Journal journal;
    private final Random random;

    Faults(Broker broker, App processor, Journal journal, Random random) {
        this.broker = broker;
        this.processor = processor;
        this.journal = journal;
        this.random = random;
    }

    Map<String, Integer> counts() {
        return counts;
    }

    void any() throws IOException, InterruptedException, TimeoutException {
        if (!processor.jvm().alive()) {
            count("ended by itself");
            processor.start();
        }
        switch (random.nextInt(6)) {
            case 0 -> {
                count("kill");
                processor.jvm().kill();
                processor.start();
            }
            case 1 -> {
                count("freeze");
                processor.jvm().freeze();
                Thread.sleep(FROZEN_MS);
                processor.jvm().thaw();
            }
            case 2 -> {
                count("restart");
                processor.jvm().stop(PATIENCE);
                processor.start();
            }
            case 3 -> {
                count("state lost");
                processor.jvm().kill();
                Folders.delete(processor.state());
                processor.start();
            }
            case 4 -> {
                count("broker kill");
                broker.jvm().kill();
                Thread.sleep(random.nextInt(2_000));
                broker.start();
                broker.awaitReady(PATIENCE);
            }
            default -> {
                count("broker freeze");
                broker.jvm().freeze();
                Thread.sleep(FROZEN_MS);
                broker.jvm().thaw();
            }
        }
    }

    private void count(String fault) {
        counts.merge(fault, 1, Integer::sum);
        journal.say(fault);
    }
}
