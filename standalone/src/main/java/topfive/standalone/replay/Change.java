package topfive.standalone.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import topfive.contract.Label;

/**
 * What happened to one idea between two editions of a day.
 *
 * @param before as published; null where it was no candidate
 * @param after as replayed; null where it is none
 */
public record Change(Kind kind, Standing before, Standing after) {
    public enum Kind {
        @JsonProperty("entered")
        ENTERED,
        @JsonProperty("left")
        LEFT,
        @JsonProperty("moved")
        MOVED,
        @JsonProperty("stayed")
        STAYED
    }

    /**
     * How a candidate stood.
     *
     * @param rank null where it missed
     * @param scoreParts null where only the sum is known
     * @param labels topics and themes; null where only the decision is known
     * @param reason why it missed, else null
     * @param rivalClaim what stood in its way says; null where nothing did
     */
    public record Standing(
            String clusterId,
            String claim,
            Integer rank,
            int score,
            Map<String, Integer> scoreParts,
            List<Label> labels,
            String reason,
            String rival,
            String rivalClaim) {}

    /** Same place, but not for the same reasons. */
    boolean rescored() {
        return kind == Kind.STAYED && !before.scoreParts().equals(after.scoreParts());
    }

    /** One of the five on both sides, by other names. */
    boolean relabelled() {
        return (kind == Kind.STAYED || kind == Kind.MOVED) && !before.labels().equals(after.labels());
    }
}
