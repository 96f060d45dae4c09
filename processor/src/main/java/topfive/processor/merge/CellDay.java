package topfive.processor.merge;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a cell says of a day: its best clusters and its counts. Replaces what it said before.
 *
 * @param cell its name, a language
 * @param clusters at most {@link #BEST}, best first
 * @param rulesVersion of the rules by which they are clusters
 */
@JsonPropertyOrder({"cell"})
public record CellDay(
        String cell,
        LocalDate day,
        Instant latestFetch,
        int documents,
        int insights,
        int merged,
        int late,
        Map<String, Integer> unread,
        Map<String, Integer> dropped,
        List<Cluster> clusters,
        String rulesVersion) {

    public static final int BEST = 50;
    /** Why ideas are no candidates: see {@link #dropped}. Every passage of theirs stood word for word in earlier reports. */
    public static final String SAID_BEFORE = "said-before";

    public CellDay {
        unread = Collections.unmodifiableMap(new TreeMap<>(unread));
        dropped = Collections.unmodifiableMap(new TreeMap<>(dropped));
        clusters = List.copyOf(clusters);
    }

    /**
     * Whether it was said by these rules with the vectors of this encoder; else it cannot be compared with what is said now. Nothing is the
     * same by any rules, and is perhaps never said again: a cell whose last document is forgotten is not known after a restart.
     */
    public boolean isMadeBy(Rules rules, String encoderId) {
        return documents == 0
                || rules.version().equals(rulesVersion)
                        && clusters.stream()
                                .allMatch(cluster ->
                                        cluster.exemplar().insight().encoderId().equals(encoderId));
    }

    /** The same clusters by other names. */
    public CellDay withClusters(List<Cluster> named) {
        return new CellDay(
                cell, day, latestFetch, documents, insights, merged, late, unread, dropped, named, rulesVersion);
    }

    /** Fewer clusters, where all of them do not fit into a record; the rest is counted. */
    public CellDay withBest(int count) {
        var counted = new TreeMap<>(dropped);
        counted.merge("does-not-fit", clusters.size() - count, Integer::sum);
        return new CellDay(
                cell,
                day,
                latestFetch,
                documents,
                insights,
                merged,
                late,
                unread,
                counted,
                clusters.subList(0, count),
                rulesVersion);
    }
}
