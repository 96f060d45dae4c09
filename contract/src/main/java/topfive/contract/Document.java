package topfive.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;

/**
 * One article or one episode as it was taken in. The text stands in blocks; every offset anywhere in Topfive is a UTF-16 offset into the
 * text of one block.
 *
 * <p>The id is made of source and identity ({@link Ids#document}), the content hash of the normalised text ({@link Ids#contentHash}). The
 * same id with another hash is a revision; a document without blocks withdraws what was said before.
 */
public sealed interface Document extends FromProducers permits Article, Episode {
    /** 32 hex digits. */
    String id();

    /** sha-256 of the normalised text, 64 hex digits. */
    String contentHash();

    /** Counts the texts that the producer has seen under this id, from 1; for readers only, nothing is decided by it. */
    int revision();

    Source source();

    /** Canonical address, or null where there is none (a statement, a pushed text). */
    String url();

    String title();

    /** May be null. */
    String author();

    /** As the source states it; null where it states none. May be absurd: {@link Day#of} is who judges. */
    Instant publishedAt();

    /** When it was taken in; stamped once, before sending. */
    Instant fetchedAt();

    /** ISO 639-1, or {@code und}. */
    String language();

    Quality quality();

    /** True for what a new source had published before it was subscribed to: stored and searchable, but no candidate. */
    boolean backlog();

    /** True where the text was longer than {@link Limits#TEXT} and was cut at a sentence. */
    boolean truncated();

    /** The texts of the blocks in order; an insight's {@code block} is an index into this list. */
    List<String> texts();

    /** How much of the text could be had. */
    enum Quality {
        @JsonProperty("full")
        FULL,
        @JsonProperty("teaser")
        TEASER,
        @JsonProperty("paywalled")
        PAYWALLED,
        /** Show notes of an episode that has no transcript. */
        @JsonProperty("notes-only")
        NOTES_ONLY
    }
}
