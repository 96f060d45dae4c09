package topfive.contract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Objects;

/**
 * What is known of a source between two fetches, over restarts: its validators, and how it does.
 *
 * @param validatorsUrl the address that etag and lastModified belong to; they are never sent to another
 * @param etag exactly as received, null where none was
 * @param lastModified exactly as received, null where none was
 * @param notBefore no request before this moment; null where the schedule alone decides
 * @param outcome of the last fetch: {@code fetched}, {@code not-modified}, {@code later}, {@code failed} or {@code never}
 * @param detail the error or notice of the last fetch in one line, null where there is none
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
        long documents) {
    public SourceState {
        Objects.requireNonNull(source, "source of a source state");
    }
}
