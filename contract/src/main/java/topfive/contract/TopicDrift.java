package topfive.contract;

import java.math.BigInteger;
import java.util.Set;

/**
 * One setting in which an existing topic is not as it should be.
 *
 * @param has null where the broker does not know such a setting
 */
public record TopicDrift(String topic, String key, String has, String expected) {
    private static final Set<String> SIZES = Set.of("max.message.bytes");
    /** Whoever keeps records for longer has a reason, and it harms nobody; negative is for ever. */
    private static final Set<String> AT_LEAST = Set.of("retention.ms", "min.compaction.lag.ms");

    /** A record that we take for small enough and the broker does not stalls an exactly-once application for good. */
    public boolean stops() {
        return SIZES.contains(key) && compared() < 0;
    }

    /** Whether records go where it is set as it should be, or whether it is set on purpose: that is for a person to decide. */
    public boolean isLeftAlone() {
        return key.equals("cleanup.policy") || keepsLonger();
    }

    /** Not as expected, and as good. */
    boolean keepsLonger() {
        return AT_LEAST.contains(key) && (compared() > 0 || has != null && has.startsWith("-"));
    }

    /** What it has with what is expected; 0 where that is no number. */
    private int compared() {
        return has != null && has.matches("-?\\d+") ? new BigInteger(has).compareTo(new BigInteger(expected)) : 0;
    }

    @Override
    public String toString() {
        return topic + " has " + key + "=" + has + ", expected " + expected;
    }
}
