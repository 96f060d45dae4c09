package topfive.ingest;

import java.time.Duration;
import java.time.Instant;
import topfive.contract.Source;

/**
 * One visit to one source.
 *
 * @param source as its documents carry it
 * @param subscribedAt when the source was first seen: older items are backlog
 */
record Round(Source source, String url, Instant subscribedAt, Instant now, Batch batch) {
    private static final Duration STILL_NEW = Duration.ofHours(24);

    /** What a source had published a day or more before it was subscribed to. */
    boolean isBacklog(Instant published) {
        return published.isBefore(subscribedAt.minus(STILL_NEW));
    }

    /** On the first visit nobody knows the age of an undated item: it is old if the feed holds old items at all. */
    boolean isFirst() {
        return subscribedAt.equals(now);
    }

    Filing filing(boolean backlog) {
        return new Filing(source, now, backlog, 1);
    }

    Round named(String name) {
        return new Round(
                new Source(source.id(), name, source.kind(), source.owner(), source.url()),
                url,
                subscribedAt,
                now,
                batch);
    }
}
