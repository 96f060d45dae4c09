package topfive.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import topfive.contract.Source;
import topfive.contract.SourceState;

/**
 * One visit to one source.
 *
 * @param source as its documents carry it
 * @param url the address that is asked
 * @param before what was known of the source when the visit began
 */
record Round(Source source, String url, SourceState before, Instant now, Batch batch) {
    private static final Duration STILL_NEW = Duration.ofHours(24);

    /** For what was subscribed to just now or earlier, and of which nothing else is known. */
    Round(Source source, String url, Instant subscribedAt, Instant now, Batch batch) {
        this(source, url, SourceState.never(source, subscribedAt), now, batch);
    }

    /** When the source was first seen: older items are backlog. */
    Instant subscribedAt() {
        return before.subscribedAt();
    }

    /** What a source had published a day or more before it was subscribed to. */
    boolean isBacklog(Instant published) {
        return published.isBefore(subscribedAt().minus(STILL_NEW));
    }

    /** On the first visit nobody knows the age of an undated item: it is old if the feed holds old items at all. */
    boolean isFirst() {
        return before.documents() == 0
                && before.lastNew() == null
                && !Set.of("fetched", "not-modified").contains(before.outcome());
    }

    /** Hashes of the passages that come again in every episode of this source. */
    List<String> refrains() {
        return batch.refrains().orElse(before.refrains());
    }

    /** @param hashes the most telling first; what is over the limit is left out */
    void learn(List<String> hashes) {
        batch.learn(hashes.stream().limit(SourceState.MOST_REFRAINS).toList());
    }

    Filing filing(boolean backlog) {
        return new Filing(source, now, backlog, 1);
    }

    Round named(String name) {
        return new Round(
                new Source(source.id(), name, source.kind(), source.owner(), source.url()), url, before, now, batch);
    }
}
