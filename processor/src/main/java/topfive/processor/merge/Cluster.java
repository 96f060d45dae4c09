package topfive.processor.merge;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import topfive.contract.Decision;

/**
 * Claims of one day that say the same.
 *
 * @param id the id of the earliest claim
 * @param formerIds ids that the cluster had, or would have had, before earlier reports came: those of its other claims, earliest first
 * @param exemplar the claim that stands for all: near to the others, and good to read
 * @param centre the direction that its claims have in common
 * @param evidence at most {@link #EVIDENCE} claims, one per voice, owner and document first
 * @param reports how many documents
 * @param independent how many of them are independent: neither of one owner nor copies of one text
 * @param lastSeen when the last of the independent ones was heard for the first time
 * @param kinds how many documents by kind of source
 * @param merged why they were taken as one, the nearest pairs first
 * @param saidBefore ids of the evidence that stood word for word in reports of the days before
 */
public record Cluster(
        String id,
        List<String> formerIds,
        Claim exemplar,
        Vector centre,
        List<Claim> evidence,
        int reports,
        int independent,
        Map<String, Integer> kinds,
        Instant firstSeen,
        Instant lastSeen,
        List<Decision.Merge> merged,
        List<String> saidBefore) {

    public static final int EVIDENCE = 10;

    public Cluster {
        formerIds = List.copyOf(formerIds);
        evidence = List.copyOf(evidence);
        kinds = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(kinds));
        merged = List.copyOf(merged);
        saidBefore = saidBefore == null ? List.of() : List.copyOf(saidBefore);
    }

    /** The same by another name. */
    public Cluster named(String other, List<String> former) {
        return new Cluster(
                other,
                former,
                exemplar,
                centre,
                evidence,
                reports,
                independent,
                kinds,
                firstSeen,
                lastSeen,
                merged,
                saidBefore);
    }

    Cluster withSaidBefore(List<String> ids) {
        return ids.equals(saidBefore)
                ? this
                : new Cluster(
                        id,
                        formerIds,
                        exemplar,
                        centre,
                        evidence,
                        reports,
                        independent,
                        kinds,
                        firstSeen,
                        lastSeen,
                        merged,
                        ids);
    }
}
