package topfive.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import topfive.ingest.feed.Feed;
import topfive.ingest.fetch.Hints;
import topfive.ingest.schedule.Gaps;
import topfive.ingest.schedule.Wishes;

/**
 * What a feed says about itself.
 *
 * @param gap how long usually passes between two items, where its dates tell
 * @param hub where it tells of news, or null
 * @param topic the address that the hub knows it by, or null
 * @param movedTo where it says that it has moved ({@code itunes:new-feed-url}), or null
 * @param readAt where it was found when the address that was asked held a page that names it; else null
 */
record Learned(Wishes wishes, Optional<Duration> gap, String hub, String topic, String movedTo, String readAt) {
    static final Learned NOTHING = new Learned(Wishes.NONE, Optional.empty(), null, null, null, null);

    Learned foundAt(String url) {
        return new Learned(wishes, gap, hub, topic, movedTo, url);
    }

    static Learned from(Feed feed, Hints hints, Instant now) {
        var dates = feed.items().stream()
                .flatMap(item -> ItemText.published(item).stream())
                .map(OffsetDateTime::toInstant)
                .toList();
        return new Learned(Wishes.NONE, Gaps.usual(dates, now), link(hints, "hub"), link(hints, "self"), null, null);
    }

    private static String link(Hints hints, String rel) {
        return hints.links().stream()
                .filter(link -> link.rel().equals(rel))
                .map(Hints.Link::target)
                .findFirst()
                .orElse(null);
    }
}
