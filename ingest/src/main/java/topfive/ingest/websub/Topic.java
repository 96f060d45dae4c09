package topfive.ingest.websub;

import java.util.Objects;

/**
 * What a source may be brought by.
 *
 * @param source id of the source
 * @param hub the address that takes subscriptions
 * @param url the address by which the hub knows the feed ({@code rel=self})
 */
public record Topic(String source, String hub, String url) {
    public Topic {
        Objects.requireNonNull(source, "source of a topic");
        Objects.requireNonNull(hub, "hub of source " + source);
        Objects.requireNonNull(url, "topic of source " + source);
    }
}
