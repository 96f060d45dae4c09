package topfive.chaos.cluster;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import topfive.standalone.broker.Ports;

/**
 * Ports that stay free while nobody listens on them: not of those that the system lends to outgoing connections. From them a client that
 * tries again and again to reach a dead broker would now and then be connected to itself, and the broker would not get its port back.
 */
final class FreePorts {
    private static final int FIRST = 20_000;
    private static final int BEHIND = 32_000;

    private final SplittableRandom random =
            new SplittableRandom(ProcessHandle.current().pid() * 31 + System.nanoTime());
    private final Set<Integer> given = new HashSet<>();

    int next() {
        while (true) {
            var port = random.nextInt(FIRST, BEHIND);
            if (!Ports.taken(port) && given.add(port)) {
                return port;
            }
        }
    }
}
