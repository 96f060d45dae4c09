package topfive.ingest;

import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.DeadLetter;
import topfive.contract.Document.Quality;
import topfive.contract.Limits;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.feed.Feed;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Request;
import topfive.ingest.fetch.Web;
import topfive.ingest.text.Links;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;

/** The items of a feed as documents: the full text where the feed has it, else the linked page; of an episode the best transcript. */
final class FeedHarvest {
    private static final Logger LOG = LoggerFactory.getLogger(FeedHarvest.class);
    private static final List<String> BEST_FIRST = List.of("json", "vtt", "srt", "subrip", "html", "plain");

    private final Web web;
    private final CopyDesk desk;

    FeedHarvest(Web web, CopyDesk desk) {
        this.web = web;
        this.desk = desk;
    }

    /** @return one line about the feed, "" when all is well */
    String items(Feed feed, Round round) throws InterruptedException {
        boolean hasOld = feed.items().stream()
                .flatMap(item -> ItemText.published(item).stream())
                .anyMatch(date -> round.isBacklog(date.toInstant()));
        int read = 0;
        for (var item : feed.items()) {
            var key = round.source().id() + "\n" + ItemText.identity(item);
            var fingerprint = ItemText.fingerprint(item);
            if (!item.cut() && !round.batch().isUnchanged(key, fingerprint)) {
                boolean backlog = ItemText.published(item)
                        .map(OffsetDateTime::toInstant)
                        .map(round::isBacklog)
                        .orElse(round.isFirst() && hasOld);
                if (item(item, feed, round, backlog)) {
                    round.batch().done(key, fingerprint);
                }
            }
            read += item.cut() ? 0 : 1;
        }
        if (!feed.whole()) {
            return "the feed breaks off: " + read + " items read"
                    + (read < feed.items().size() ? ", the last one is incomplete and left out" : "");
        }
        return feed.items().isEmpty() ? "the feed has no items" : "";
    }

    /** @return whether the item is done with; otherwise the next visit tries again */
    private boolean item(Feed.Item item, Feed feed, Round round, boolean backlog) throws InterruptedException {
        var itself = ItemText.of(item, feed.language(), desk.languages());
        var better = item.isEpisode() ? transcript(item, feed, round) : page(item, itself, feed, round);
        boolean wait = better instanceof Better.NotNow;
        var reading = better instanceof Better.Found found ? Optional.of(found.reading()) : itself;
        if (reading.isEmpty()
                && better instanceof Better.None
                && !item.headline().isEmpty()) {
            // an item without any text is no document, and nothing is lost: the feed still says so
            LOG.info("item without text source={} item=\"{}\"", round.source().id(), item.headline());
        }
        reading.ifPresent(found -> round.batch().document(round.filing(backlog).file(found, ItemText.identity(item))));
        if (wait) {
            round.batch().again();
        }
        return !wait;
    }

    /** Whether something better than the item's own text could be had. */
    private sealed interface Better {
        record Found(Reading reading) implements Better {}

        record None() implements Better {}

        /** Perhaps later. */
        record NotNow() implements Better {}
    }

    private Better page(Feed.Item item, Optional<Reading> itself, Feed feed, Round round) throws InterruptedException {
        var link = Links.absolute(round.url(), item.link());
        if (itself.filter(reading -> reading.quality() == Quality.FULL).isPresent() || link.isEmpty()) {
            return new Better.None();
        }
        var fetched = web.get(Request.of(link.get(), Limits.PAGE));
        if (!(fetched instanceof Fetched.Fresh fresh)) {
            return missed(fetched, link.get(), round);
        }
        try {
            var language = item.language().isEmpty() ? feed.language() : item.language();
            var copy = new CopyDesk.Copy(
                            fresh.body(), fresh.contentType(), fresh.url(), fresh.url(), language, List.of(), false)
                    .asFetched();
            var reading = desk.read(copy);
            int own = itself.map(found -> found.text().length()).orElse(0);
            if (reading.text().length() < own) {
                return new Better.None();
            }
            return new Better.Found(asItem(reading, item));
        } catch (Unreadable e) {
            return unread(e, fresh, round);
        }
    }

    private Better transcript(Feed.Item item, Feed feed, Round round) throws InterruptedException {
        boolean later = false;
        for (var link : inOrder(item.transcripts(), feed.language())) {
            var fetched = web.get(Request.of(link.url(), Limits.PAGE));
            if (!(fetched instanceof Fetched.Fresh fresh)) {
                later |= missed(fetched, link.url(), round) instanceof Better.NotNow;
                continue;
            }
            try {
                var language = link.language().isEmpty() ? feed.language() : link.language();
                var reading = desk.read(new CopyDesk.Copy(
                        fresh.body(),
                        fresh.contentType(),
                        fresh.url(),
                        link.url(),
                        language,
                        persons(item, feed),
                        true).asFetched());
                reading.notes()
                        .forEach(note -> LOG.info(
                                "transcript source={} url={} note=\"{}\"",
                                round.source().id(),
                                link.url(),
                                note));
                if (reading.body() instanceof Reading.Spoken spoken) {
                    var body = new Reading.Spoken(spoken.turns(), spoken.chapters(), item.audio());
                    return new Better.Found(asItem(reading.with(body), item));
                }
                LOG.warn(
                        "no transcript source={} url={} detail=\"a page without speakers\"",
                        round.source().id(),
                        link.url());
            } catch (Unreadable e) {
                unread(e, fresh, round);
            }
        }
        return later ? new Better.NotNow() : new Better.None();
    }

    /** Who speaks; a show's own people count where the episode names none. */
    private static List<String> persons(Feed.Item item, Feed feed) {
        var persons = item.broadcast().persons().isEmpty()
                ? feed.show().persons()
                : item.broadcast().persons();
        return persons.stream().map(Feed.Person::name).distinct().toList();
    }

    private static List<Feed.TranscriptLink> inOrder(List<Feed.TranscriptLink> links, String language) {
        return links.stream()
                .sorted(Comparator.comparing((Feed.TranscriptLink link) -> !speaks(link.language(), language))
                        .thenComparing(FeedHarvest::rank))
                .toList();
    }

    private static boolean speaks(String a, String b) {
        return a.isEmpty() || b.isEmpty() || a.split("-")[0].equalsIgnoreCase(b.split("-")[0]);
    }

    private static int rank(Feed.TranscriptLink link) {
        for (int rank = 0; rank < BEST_FIRST.size(); rank++) {
            if (link.type().contains(BEST_FIRST.get(rank))
                    || link.type().isEmpty() && link.url().endsWith("." + BEST_FIRST.get(rank))) {
                return rank;
            }
        }
        return BEST_FIRST.size();
    }

    /** The feed's word for title, writer and date; the page's address and text. */
    private static Reading asItem(Reading reading, Feed.Item item) {
        return new Reading(
                item.headline().isEmpty() ? reading.title() : item.headline(),
                item.writer().isEmpty() ? reading.author() : item.writer(),
                reading.url().isEmpty() ? Links.absolute(null, item.link()).orElse("") : reading.url(),
                reading.site(),
                ItemText.published(item).or(reading::published),
                reading.language(),
                reading.quality(),
                reading.truncated(),
                reading.body(),
                reading.notes());
    }

    private static Better missed(Fetched fetched, String url, Round round) {
        if (fetched instanceof Fetched.Failed failed && failed.isTooLarge()) {
            round.batch().deadLetter(DeadLetter.cut(null, failed.read(), failed.reason(), "fetch", failed.why(), url));
            return new Better.None();
        }
        LOG.info("not had source={} url={} detail=\"{}\"", round.source().id(), url, SourceHarvest.why(fetched));
        boolean passing = fetched instanceof Fetched.Later
                || fetched instanceof Fetched.Failed failed
                        && failed.reason().matches("unreachable|too-slow|broken|http-5\\d\\d");
        return passing ? new Better.NotNow() : new Better.None();
    }

    private static Better unread(Unreadable e, Fetched.Fresh fresh, Round round) {
        round.batch().deadLetter(DeadLetter.of(null, fresh.body(), e.reason(), "parse", e.getMessage(), fresh.url()));
        return new Better.None();
    }
}
