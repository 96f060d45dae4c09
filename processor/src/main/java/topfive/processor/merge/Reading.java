package topfive.processor.merge;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import topfive.contract.Ids;
import topfive.contract.Insight;
import topfive.contract.Json;

/**
 * What was read from one document: the ONE record that goes from the first stage to the document's cell. Without claims it withdraws what
 * the document said before.
 *
 * @param setAside why its claims are no candidates ({@code too-old}, {@code backlog}, {@code language de}); null where they are
 * @param late it came behind the fence of its own day
 */
@JsonPropertyOrder({"documentId"})
public record Reading(
        String documentId,
        String contentHash,
        String sourceId,
        Instant fetchedAt,
        LocalDate day,
        String language,
        String setAside,
        boolean late,
        List<Claim> claims) {

    /**
     * Of two readings of one text the earlier holds. A repeat behind the fence was read for a later day: the first day holds. What is left
     * is settled by the bytes, so that order cannot show.
     */
    static final Comparator<Reading> HOLDS = Comparator.comparing(Reading::fetchedAt)
            .thenComparing(Reading::day)
            .thenComparing(reading -> Ids.sha256(Json.bytes(reading)));

    public Reading {
        Objects.requireNonNull(documentId, "documentId");
        Objects.requireNonNull(contentHash, "contentHash");
        Objects.requireNonNull(fetchedAt, "fetchedAt");
        Objects.requireNonNull(day, "day");
        claims = List.copyOf(claims);
    }

    public List<Insight> insights() {
        return claims.stream().map(Claim::insight).toList();
    }

    /** As it is; set aside where another encoder made its vectors, which cannot be compared with those of this one. */
    public Reading readBy(String encoderId) {
        return claims.stream().allMatch(claim -> claim.insight().encoderId().equals(encoderId))
                ? this
                : new Reading(
                        documentId, contentHash, sourceId, fetchedAt, day, language, "another-encoder", late, claims);
    }

    public Reading withoutClaims() {
        return new Reading(documentId, contentHash, sourceId, fetchedAt, day, language, setAside, late, List.of());
    }

    boolean isCandidate() {
        return setAside == null;
    }
}
