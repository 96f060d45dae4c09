package topfive.contract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Why a candidate is, or is not, among the five. Written with the FINAL edition, one for each candidate.
 *
 * @param rank null for a candidate that missed
 * @param reason why it missed; null for one of the five
 * @param rival the nearest cluster of the five, of one of them the nearest other; null where there is none
 * @param merged which insights were taken as one idea, and on what grounds
 */
@JsonPropertyOrder({"schemaVersion"})
public record Decision(
        int schemaVersion,
        String edition,
        LocalDate day,
        String clusterId,
        String claim,
        int score,
        Map<String, Integer> scoreParts,
        Integer rank,
        String reason,
        String rival,
        List<Merge> merged,
        String rulesVersion,
        String encoderId) {

    public Decision {
        Objects.requireNonNull(edition, "edition of a decision");
        Objects.requireNonNull(day, "day of a decision of edition " + edition);
        Objects.requireNonNull(clusterId, "cluster id of a decision of " + edition + "/" + day);
        scoreParts = Collections.unmodifiableMap(new LinkedHashMap<>(scoreParts));
        merged = List.copyOf(merged);
    }

    public String key() {
        return edition + "/" + day + "/" + clusterId;
    }

    /** Two insights of one cluster and how alike they are, in thousandths. */
    public record Merge(String a, String b, int similarity, String grounds) {}
}
