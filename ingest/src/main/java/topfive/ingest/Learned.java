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
 * @param items how many it holds
 * @param gap how long usually passes between two items, where its dates tell
 * @param hub where it tells of news, or null
 * @param topic the address that the hub knows it by, or null
 * @param movedTo where it says that it has moved ({@code itunes:new-feed-url}), or null
 * @param readAt where it was found when the address that was asked held a page that names it; else null
 */
record Learned(
        int items, Wishes wishes, Optional<Duration> gap, String hub, String topic, String movedTo, String readAt) {
    static final Learned NOTHING = new Learned(0, Wishes.NONE, Optional.empty(), null, null, null, null);

    Learned foundAt(String url) {
        return new Learned(items, wishes, gap, hub, topic, movedTo, url);
    }

    static Learned from(Feed feed, Hints hints, Instant now) {
        var dates = feed.items().stream()
                .flatMap(item -> ItemText.published(item).stream())
                .map(OffsetDateTime::toInstant)
                .toList();
        var cadence = feed.cadence();
        var wishes = new Wishes(cadence.ttl(), cadence.skipHours(), cadence.skipDays()).atLeast(cadence.updateEvery());
        var hub = link(hints, "hub").or(feed::hub);
        var topic = link(hints, "self").or(feed::self).filter(self -> hub.isPresent());
        return new Learned(
                feed.items().size(),
                wishes,
                Gaps.usual(dates, now),
                hub.orElse(null),
                topic.orElse(null),
                feed.movedTo().orElse(null),
                null);
    }

    /** The header before the feed, as WebSub has it. */
    private static Optional<String> link(Hints hints, String rel) {
        return hints.links().stream()
                .filter(link -> link.rel().equals(rel))
                .map(Hints.Link::target)
                .findFirst();
    }
}
