package topfive.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What is known of a source between two fetches, over restarts: its validators, when it is asked next, and how it does.
 *
 * @param validatorsUrl the address that etag and lastModified belong to; they are never sent to another
 * @param etag exactly as received, null where none was
 * @param lastModified exactly as received, null where none was
 * @param notBefore no request before this moment, as the publisher asked; null where the schedule alone decides
 * @param outcome of the last fetch: {@code fetched}, {@code not-modified}, {@code later}, {@code failed}, {@code gone} (410),
 *     {@code refused} (robots.txt or an opt-out from text mining), {@code muted} or {@code never}
 * @param detail what it yields, or why nothing, in one line; null where there is nothing to say
 * @param failures failed fetches in a row
 * @param nextFetch when the schedule asks again; null where it does not
 * @param everySeconds the interval in force, null before the first fetch
 * @param gapSeconds how long usually passes between two of its items, null while unknown
 * @param atLeastSeconds how long its feed asks to wait between two visits (ttl, sy:update), null where it does not
 * @param skipHours hours of the day, GMT, in which its feed asks not to be read
 * @param skipDays days of the week, GMT, as {@link java.time.DayOfWeek} names them, on which its feed asks not to be read
 * @param lastNew the last fetch that brought a document, null while none did
 * @param fetchUrl the address that is asked in place of the configured one, null where that one is
 * @param movedTo where it says that it has moved for good, null where it does not
 * @param movedSeen visits in a row that said so
 * @param waits the hosts met while reading this source that asked to be left alone
 * @param hub where it tells of news (WebSub), null where it does not
 * @param hubTopic the address that the hub knows it by
 * @param hubLeaseUntil until when the hub has promised to tell, null where it has not
 * @param refrains hashes of paragraphs and sentences that come again in every episode, at most {@link #MOST_REFRAINS}
 */
@JsonPropertyOrder({"schemaVersion"})
public record SourceState(
        int schemaVersion,
        Source source,
        String validatorsUrl,
        String etag,
        String lastModified,
        Instant subscribedAt,
        Instant lastFetch,
        Instant notBefore,
        String outcome,
        String detail,
        int failures,
        long documents,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant nextFetch,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long everySeconds,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long gapSeconds,
        @JsonInclude(JsonInclude.Include.NON_NULL) Long atLeastSeconds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> skipHours,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> skipDays,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant lastNew,
        @JsonInclude(JsonInclude.Include.NON_NULL) String fetchUrl,
        @JsonInclude(JsonInclude.Include.NON_NULL) String movedTo,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int movedSeen,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Wait> waits,
        @JsonInclude(JsonInclude.Include.NON_NULL) String hub,
        @JsonInclude(JsonInclude.Include.NON_NULL) String hubTopic,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant hubLeaseUntil,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> refrains) {
    public static final int MOST_REFRAINS = 400;

    /** A host that asked to be left alone until a moment; it holds for every source of that host. */
    public record Wait(String host, Instant until) {}

    public SourceState {
        Objects.requireNonNull(source, "source of a source state");
        skipHours = skipHours == null ? List.of() : List.copyOf(skipHours);
        skipDays = skipDays == null ? List.of() : List.copyOf(skipDays);
        waits = waits == null ? List.of() : List.copyOf(waits);
        refrains = refrains == null ? List.of() : List.copyOf(refrains);
        if (refrains.size() > MOST_REFRAINS) {
            throw new IllegalArgumentException(refrains.size() + " refrains; expected at most " + MOST_REFRAINS);
        }
    }

    /** A source that nobody has asked yet. */
    public static SourceState never(Source source, Instant subscribedAt) {
        return unasked(source, subscribedAt, 0, null, List.of());
    }

    /** The same source at another address: what was told by the old one is forgotten. */
    public SourceState readdressed(Source elsewhere) {
        return unasked(elsewhere, subscribedAt, documents, lastNew, refrains);
    }

    private static SourceState unasked(
            Source source, Instant subscribedAt, long documents, Instant lastNew, List<String> refrains) {
        return new SourceState(
                1,
                source,
                "",
                null,
                null,
                subscribedAt,
                null,
                null,
                "never",
                null,
                0,
                documents,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                lastNew,
                null,
                null,
                0,
                List.of(),
                null,
                null,
                null,
                refrains);
    }

    /** Documents came without being fetched: somebody handed them in, or a hub brought them. The schedule stays as it is. */
    public SourceState brought(int more, Instant at) {
        return new SourceState(
                schemaVersion,
                source,
                validatorsUrl,
                etag,
                lastModified,
                subscribedAt,
                at,
                notBefore,
                "fetched",
                null,
                0,
                documents + more,
                nextFetch,
                everySeconds,
                gapSeconds,
                atLeastSeconds,
                skipHours,
                skipDays,
                more > 0 ? at : lastNew,
                fetchUrl,
                movedTo,
                movedSeen,
                waits,
                hub,
                hubTopic,
                hubLeaseUntil,
                refrains);
    }

    /** @param promised null where the hub has not promised anything yet */
    public SourceState withHub(String address, String topic, Instant promised) {
        return new SourceState(
                schemaVersion,
                source,
                validatorsUrl,
                etag,
                lastModified,
                subscribedAt,
                lastFetch,
                notBefore,
                outcome,
                detail,
                failures,
                documents,
                nextFetch,
                everySeconds,
                gapSeconds,
                atLeastSeconds,
                skipHours,
                skipDays,
                lastNew,
                fetchUrl,
                movedTo,
                movedSeen,
                waits,
                address,
                topic,
                promised,
                refrains);
    }
}
