package topfive.contract;

import java.util.Set;

/**
 * One setting in which an existing topic is not as it should be.
 *
 * @param has null where the broker does not know such a setting
 */
public record TopicDrift(String topic, String key, String has, String expected) {
    private static final Set<String> SIZES = Set.of("max.message.bytes");

    /** A record that we take for small enough and the broker does not stalls an exactly-once application for good. */
    public boolean stops() {
        try {
            return SIZES.contains(key) && has != null && Long.parseLong(has) < Long.parseLong(expected);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return topic + " has " + key + "=" + has + ", expected " + expected;
    }
}
