package topfive.standalone.reach;

import topfive.standalone.Refusal;

/**
 * Why the cluster cannot be used.
 *
 * @param cause a few words, for the line that is said while waiting
 * @param what the whole line
 * @param remedy what to do about it
 * @param passes it may go away by itself, so waiting makes sense; otherwise something is set wrongly
 */
public record Obstacle(String cause, String what, String remedy, boolean passes) implements Answer {

    static Obstacle silent(String address, String cause, String remedy) {
        return new Obstacle(cause, "no Kafka broker answers at " + address + ": " + cause, remedy, true);
    }

    static Obstacle wrong(String what, String remedy) {
        return new Obstacle(what, what, remedy, false);
    }

    /** With exit status 4 where somebody may still come, 5 where a setting must be changed. */
    public Refusal refusal() {
        return passes ? Refusal.unreachable(what, remedy, null) : Refusal.configuration(what, remedy);
    }
}
