package topfive.contract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One claim in one document, in the document's own words.
 *
 * @param id sha-256 of document id, content hash, block, start and end; 32 hex digits
 * @param claim the words of the spans, joined by "…" where something was cut
 * @param context the text around the claim, for a reader to judge the quotation by
 * @param startMs the moment of an episode at which the claim begins, null where unknown
 * @param day the edition day it counts for
 */
@JsonPropertyOrder({"schemaVersion"})
public record Insight(
        int schemaVersion,
        String id,
        String documentId,
        String contentHash,
        Source source,
        String title,
        String url,
        String link,
        Instant publishedAt,
        Instant fetchedAt,
        LocalDate day,
        String language,
        String claim,
        List<Span> spans,
        Context context,
        String speaker,
        Long startMs,
        List<Label> topics,
        List<Label> themes,
        Quality quality,
        String encoderId) {

    public Insight {
        Objects.requireNonNull(id, "insight id");
        Objects.requireNonNull(documentId, "document id of insight " + id);
        Objects.requireNonNull(source, "source of insight " + id);
        Objects.requireNonNull(fetchedAt, "fetchedAt of insight " + id);
        Objects.requireNonNull(claim, "claim of insight " + id);
        spans = List.copyOf(spans);
        topics = List.copyOf(topics);
        themes = List.copyOf(themes);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("insight " + id + " stands nowhere: no spans");
        }
    }

    public record Context(String before, String after) {}

    /** How good an insight it is, in thousandths, and what that is made of; the parts add up to the score. */
    public record Quality(int score, Map<String, Integer> parts) {
        public Quality {
            parts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parts));
        }
    }
}
