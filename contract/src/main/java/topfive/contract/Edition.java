package topfive.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The day's insights, best first: OPEN while the day lasts, FINAL once it is closed. Scores are integers in thousandths, so that the parts
 * add up exactly. A field without a value is null, never left out.
 *
 * @param edition the name of the filter; {@code all} is the default
 * @param updatedAt OPEN: the latest fetchedAt used; FINAL: closesAt, of a later revision when it was made
 * @param shortfall why there are fewer than five; null when there are five
 */
@JsonPropertyOrder({"schemaVersion"})
public record Edition(
        int schemaVersion,
        String edition,
        LocalDate day,
        String zone,
        Status status,
        int revision,
        Instant updatedAt,
        Instant closesAt,
        List<Compared> comparedWith,
        Counts counts,
        String shortfall,
        List<Ranked> insights,
        List<Missed> missed,
        String rulesVersion,
        String encoderId) {

    public static final int SIZE = 5;

    public Edition {
        Objects.requireNonNull(edition, "edition");
        Objects.requireNonNull(day, "day of edition " + edition);
        Objects.requireNonNull(status, "status of edition " + edition + "/" + day);
        comparedWith = List.copyOf(comparedWith);
        insights = List.copyOf(insights);
        missed = List.copyOf(missed);
        if (insights.size() > SIZE) {
            throw new IllegalArgumentException("a top five of " + insights.size());
        }
    }

    public String key() {
        return edition + "/" + day;
    }

    public enum Status {
        OPEN,
        FINAL
    }

    public record Compared(LocalDate day, int revision) {}

    /**
     * How many of what.
     *
     * @param documents documents of the day, in any language
     * @param insights claims found in them
     * @param merged claims that say what another one says
     * @param candidates clusters that reached the last stage
     * @param late documents that came behind the fence of their own day
     * @param unread documents by language that are stored but not read
     * @param dropped claims that are no candidate, by reason
     */
    public record Counts(
            int documents,
            int insights,
            int merged,
            int candidates,
            int late,
            Map<String, Integer> unread,
            Map<String, Integer> dropped) {
        public Counts {
            unread = Collections.unmodifiableMap(new java.util.TreeMap<>(unread == null ? Map.of() : unread));
            dropped = Collections.unmodifiableMap(new java.util.TreeMap<>(dropped == null ? Map.of() : dropped));
        }
    }

    /** One of the five. Rank is the order of choice. */
    public record Ranked(
            int rank,
            String clusterId,
            List<String> formerIds,
            String claim,
            String why,
            List<Label> topics,
            List<Label> themes,
            int reports,
            int independentSources,
            Instant firstSeen,
            Instant lastSeen,
            Novelty novelty,
            List<String> disputedBy,
            int score,
            Map<String, Integer> scoreParts,
            List<Evidence> evidence) {
        public Ranked {
            formerIds = List.copyOf(formerIds);
            topics = List.copyOf(topics);
            themes = List.copyOf(themes);
            disputedBy = List.copyOf(disputedBy);
            scoreParts = Collections.unmodifiableMap(new LinkedHashMap<>(scoreParts));
            evidence = List.copyOf(evidence);
            var sum = scoreParts.values().stream().mapToInt(Integer::intValue).sum();
            if (sum != score) {
                throw new IllegalArgumentException(
                        "cluster " + clusterId + ": score " + score + ", but its parts add up to " + sum);
            }
        }
    }

    /** {@code kind} is "new" or "update"; {@code whatIsNew} names the figures, actors or dates that an update brings. */
    public record Novelty(String kind, List<String> whatIsNew) {
        public Novelty {
            whatIsNew = List.copyOf(whatIsNew);
        }
    }

    /** One report of the idea: the quotation, where it stands, and the link that leads there. */
    public record Evidence(
            String insightId,
            String documentId,
            String quote,
            int block,
            int start,
            int end,
            Publisher source,
            String title,
            String url,
            Instant publishedAt,
            String speaker,
            Long startMs,
            String link) {}

    public record Publisher(String id, String name, String kind, String owner) {}

    /**
     * A candidate that is not among the five, why, and the cluster that stood in its way (null where none did).
     *
     * @param scoreParts add up to the score; null, and then left out, in editions of before there were any
     */
    public record Missed(
            String clusterId,
            String claim,
            int score,
            String reason,
            String rival,
            @JsonInclude(JsonInclude.Include.NON_NULL) Map<String, Integer> scoreParts) {
        public Missed {
            scoreParts = scoreParts == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(scoreParts));
        }
    }
}
