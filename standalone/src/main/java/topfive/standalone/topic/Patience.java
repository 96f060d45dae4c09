package topfive.standalone.topic;

import java.time.Duration;
import topfive.standalone.Refusal;

/** Of somebody who reads to an end: Kafka's consumers wait without a word and without end for a broker that has gone. */
final class Patience {
    static final Duration USUAL = Duration.ofSeconds(30);

    private final Broker broker;
    private final String topic;
    private final Duration atMost;
    private long place = -1;
    private long since;
    private boolean asked;

    Patience(Broker broker, String topic, Duration atMost) {
        this.broker = broker;
        this.topic = topic;
        this.atMost = atMost;
    }

    /**
     * To be told after each look for more.
     *
     * @param now grows with whatever is read
     * @throws Refusal where it has not grown for the time given and the broker does not answer, or not for twice that time
     */
    void at(long now) {
        if (now != place) {
            place = now;
            since = System.nanoTime();
            asked = false;
        } else if (System.nanoTime() - since > atMost.toNanos()) {
            if (asked) {
                throw Refusal.unreachable(
                        "nothing more of " + topic + " comes, though the broker at " + broker.address() + " answers",
                        "look whether each of its partitions has a leader, and whether a transaction on it hangs; then do it again",
                        null);
            }
            broker.mustAnswer();
            asked = true;
            since = System.nanoTime();
        }
    }
}
