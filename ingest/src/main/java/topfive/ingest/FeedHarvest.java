package topfive.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Document.Quality;
import topfive.contract.Episode.Chapter;
import topfive.contract.Episode.Turn;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.feed.Feed;
import topfive.ingest.feed.Identities;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Web;
import topfive.ingest.text.Links;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;
import topfive.ingest.transcript.ByChapter;
import topfive.ingest.transcript.Refrains;

/** The items of a feed as documents: the full text where the feed has it, else the linked page; of an episode the best transcript. */
final class FeedHarvest {
    private static final Logger LOG = LoggerFactory.getLogger(FeedHarvest.class);

    /** For how many items a visit fetches something; the others wait for the next. A feed of 20,000 items is no reason to ask for as many pages. */
    private static final int MOST_FETCHED = 100;

    /** Of what is older than the subscription only this many are completed: it is no candidate any more. */
    private static final int BACKLOG_FETCHED = 20;

    /** Beyond this age a text is no candidate, and what could not be had is not waited for. */
    private static final Duration WORTH_WAITING = Duration.ofDays(3);

    private final Enclosed enclosed;
    private final CopyDesk desk;
    private final EpisodeText episodes;

    /** @param speech hears an episode that nobody wrote down */
    FeedHarvest(Web web, CopyDesk desk, Optional<EpisodeText.Hearing> speech) {
        this.enclosed = new Enclosed(web);
        this.desk = desk;
        this.episodes = new EpisodeText(enclosed, desk, speech);
    }

    /** @return one line about the feed, "" when all is well */
    String items(Feed feed, Round round) throws InterruptedException {
        var identities = Identities.in(feed);
        boolean hasOld = feed.items().stream()
                .flatMap(item -> ItemText.published(item).stream())
                .anyMatch(date -> round.isBacklog(date.toInstant()));
        var todo = new ArrayList<Todo>();
        for (var item : identities.distinct(feed.items())) {
            var identity = identities.of(item);
            var key = round.source().id() + "\n" + identity;
            if (!item.cut() && !round.batch().isUnchanged(key, ItemText.fingerprint(item))) {
                boolean backlog = ItemText.published(item)
                        .map(OffsetDateTime::toInstant)
                        .map(round::isBacklog)
                        .orElse(round.isFirst() && hasOld);
                var itself = ItemText.of(item, feed.language(), desk.languages());
                todo.add(new Todo(item, identity, key, backlog, itself, wantsMore(item, itself)));
            }
        }
        todo.sort(Todo.NEWEST);
        take(complete(todo, round), feed, round);
        return detail(feed);
    }

    /**
     * An item that is new or changed.
     *
     * @param itself what it says by itself
     * @param wanting it may point to more
     */
    private record Todo(
            Feed.Item item, String identity, String key, boolean backlog, Optional<Reading> itself, boolean wanting) {
        /** What has no date may be the newest. */
        static final Comparator<Todo> NEWEST = Comparator.comparing(Todo::at, Comparator.reverseOrder());

        Instant at() {
            return ItemText.published(item).map(OffsetDateTime::toInstant).orElse(Instant.MAX);
        }

        Todo asItIs() {
            return new Todo(item, identity, key, backlog, itself, false);
        }
    }

    private boolean wantsMore(Feed.Item item, Optional<Reading> itself) {
        return item.isEpisode()
                ? episodes.mayHave(item)
                : itself.filter(reading -> reading.quality() == Quality.FULL).isEmpty();
    }

    /** The newest are completed; what is left of the backlog stays as it is, and what is left of the rest waits for the next visit. */
    private static List<Todo> complete(List<Todo> newestFirst, Round round) {
        var taken = new ArrayList<Todo>();
        int asked = 0;
        int old = 0;
        for (var next : newestFirst) {
            if (!next.wanting()) {
                taken.add(next);
            } else if (next.backlog()) {
                taken.add(old++ < BACKLOG_FETCHED ? next : next.asItIs());
            } else if (asked++ < MOST_FETCHED) {
                taken.add(next);
            } else {
                round.batch().again();
            }
        }
        return taken;
    }

    /** In the order of time, so that what was told first is known when it is told again. */
    private void take(List<Todo> todo, Feed feed, Round round) throws InterruptedException {
        for (var next : todo.stream().sorted(Comparator.comparing(Todo::at)).toList()) {
            if (item(next, feed, round)) {
                round.batch().done(next.key(), ItemText.fingerprint(next.item()));
            }
        }
    }

    /** @return whether the item is done with; otherwise the next visit tries again */
    private boolean item(Todo todo, Feed feed, Round round) throws InterruptedException {
        var item = todo.item();
        int dead = round.batch().dead();
        var better = todo.wanting() ? better(todo, feed, round) : new Better.None();
        var reading = better instanceof Better.Found found ? Optional.of(found.reading()) : todo.itself();
        if (reading.isEmpty() && better instanceof Better.None && round.batch().dead() == dead) {
            // an item without any text is no document, and nothing is lost: the feed still has it, the source's state
            // says so
            LOG.info("item without text source={} item=\"{}\"", round.source().id(), item.headline());
            round.batch().wordless();
        }
        reading.ifPresent(
                found -> round.batch().document(round.filing(todo.backlog()).file(found, todo.identity())));
        boolean old = ItemText.published(item)
                .filter(date -> date.toInstant().isBefore(round.now().minus(WORTH_WAITING)))
                .isPresent();
        boolean wait = better instanceof Better.NotNow && !old;
        if (wait) {
            round.batch().again();
        }
        return !wait;
    }

    private Better better(Todo todo, Feed feed, Round round) throws InterruptedException {
        var item = todo.item();
        if (!item.isEpisode()) {
            return page(todo, feed, round);
        }
        var said = episodes.of(item, feed, round, todo.backlog());
        if (!(said instanceof Better.Found found) || !(found.reading().body() instanceof Reading.Spoken spoken)) {
            return said;
        }
        var listed = episodes.chapters(item);
        var chapters = listed.isEmpty() ? spoken.chapters() : listed;
        var body = new Reading.Spoken(marked(spoken.turns(), chapters, round), chapters, item.audio());
        return new Better.Found(asItem(found.reading().with(body), item));
    }

    /** Adverts, openings and closings, by the titles of the chapters and by what the show says every time. */
    private static List<Turn> marked(List<Turn> turns, List<Chapter> chapters, Round round) {
        var refrains = Refrains.of(round.refrains());
        var marked = refrains.mark(ByChapter.marked(turns, chapters));
        round.learn(refrains.learned());
        return marked;
    }

    private Better page(Todo todo, Feed feed, Round round) throws InterruptedException {
        var item = todo.item();
        var link = Links.absolute(round.url(), item.link());
        if (link.isEmpty()) {
            return new Better.None();
        }
        var fetched = enclosed.get(link.get());
        if (!(fetched instanceof Fetched.Fresh fresh)) {
            return Enclosed.missed(fetched, link.get(), round);
        }
        try {
            var language = item.language().isEmpty() ? feed.language() : item.language();
            var copy = new CopyDesk.Copy(
                            fresh.body(), fresh.contentType(), fresh.url(), fresh.url(), language, List.of(), false)
                    .asFetched();
            var reading = desk.read(copy);
            int own = todo.itself().map(found -> found.text().length()).orElse(0);
            return reading.text().length() < own ? new Better.None() : new Better.Found(asItem(reading, item));
        } catch (Unreadable e) {
            return Enclosed.unread(e, fresh, link.get(), round);
        }
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

    private static String detail(Feed feed) {
        if (feed.whole()) {
            return feed.items().isEmpty() ? "the feed has no items" : "";
        }
        long whole = feed.items().stream().filter(item -> !item.cut()).count();
        return "the feed breaks off: " + whole + " items read"
                + (whole < feed.items().size() ? ", the last one is incomplete and left out" : "");
    }
}
