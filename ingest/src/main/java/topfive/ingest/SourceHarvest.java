package topfive.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.DeadLetter;
import topfive.contract.Limits;
import topfive.contract.Source;
import topfive.contract.SourceState;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.feed.FeedFile;
import topfive.ingest.feed.FeedLinks;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Request;
import topfive.ingest.fetch.Validators;
import topfive.ingest.fetch.Web;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Links;
import topfive.ingest.text.Unreadable;

/** Visits one source: fetches, reads, sends, and notes how it went once the broker has everything. */
final class SourceHarvest {
    private static final Logger LOG = LoggerFactory.getLogger(SourceHarvest.class);

    private final Path root;
    private final Web web;
    private final CopyDesk desk;
    private final Outbox outbox;
    private final Memory memory;
    private final InstantSource clock;
    private final MeterRegistry metrics;

    SourceHarvest(
            Path root,
            Web web,
            CopyDesk desk,
            Outbox outbox,
            Memory memory,
            InstantSource clock,
            MeterRegistry metrics) {
        this.root = root;
        this.web = web;
        this.desk = desk;
        this.outbox = outbox;
        this.memory = memory;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** How a visit went. */
    private record Visit(String outcome, String detail, Validators validators, Instant notBefore) {
        static Visit fetched(String detail, Validators validators) {
            return new Visit("fetched", detail.isEmpty() ? null : detail, validators, null);
        }

        static Visit failed(String detail) {
            return new Visit("failed", detail, null, null);
        }
    }

    /** @return false when the broker did not take what was found; the next visit finds it again */
    boolean visit(Subscription subscription) throws InterruptedException {
        var now = clock.instant();
        var before = memory.state(subscription.id()).orElseGet(() -> unvisited(subscription, now));
        if (before.notBefore() != null && now.isBefore(before.notBefore())) {
            return true;
        }
        var batch = new Batch(outbox, memory, metrics);
        var round = new Round(source(subscription), subscription.url(), before.subscribedAt(), now, batch);
        var visit = visit(subscription, before, round);
        try {
            batch.acknowledged();
            var after = after(before, round, visit);
            outbox.state(after).get(30, java.util.concurrent.TimeUnit.SECONDS);
            memory.remember(after);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn(
                    "broker did not take it source={} documents={} detail=\"{}\": will try again",
                    subscription.id(),
                    batch.fresh(),
                    e.getMessage());
            return false;
        }
        LOG.info(
                "harvested source={} outcome={} new={} unchanged={} dead={}{}",
                subscription.id(),
                visit.outcome(),
                batch.fresh(),
                batch.unchanged(),
                batch.dead(),
                visit.detail() == null ? "" : " detail=\"" + visit.detail() + "\"");
        return true;
    }

    private Visit visit(Subscription subscription, SourceState before, Round round) throws InterruptedException {
        try {
            return switch (subscription.kind()) {
                case "folder", "file" -> local(subscription, round);
                default -> remote(subscription, before, round);
            };
        } catch (UncheckedIOException e) {
            return Visit.failed(e.getMessage());
        }
    }

    private Visit local(Subscription subscription, Round round) {
        var path = subscription.url().startsWith("file:")
                ? Path.of(URI.create(subscription.url()))
                : root.resolve(subscription.url());
        var detail = new FolderHarvest(desk).read(path, round);
        return detail.endsWith("does not exist") ? Visit.failed(detail) : Visit.fetched(detail, Validators.NONE);
    }

    private Visit remote(Subscription subscription, SourceState before, Round round) throws InterruptedException {
        var validators = new Validators(before.validatorsUrl(), before.etag(), before.lastModified());
        int limit = subscription.kind().equals("feed") ? Limits.FEED : Limits.PAGE;
        return answered(subscription, web.get(new Request(subscription.url(), validators, limit)), before, round);
    }

    private Visit answered(Subscription subscription, Fetched fetched, SourceState before, Round round)
            throws InterruptedException {
        if (fetched instanceof Fetched.Fresh fresh) {
            return read(subscription, fresh, round, true);
        }
        if (fetched instanceof Fetched.NotModified) {
            return new Visit(
                    "not-modified",
                    null,
                    new Validators(before.validatorsUrl(), before.etag(), before.lastModified()),
                    null);
        }
        if (fetched instanceof Fetched.Later later) {
            return new Visit(
                    "later",
                    later.why(),
                    new Validators(before.validatorsUrl(), before.etag(), before.lastModified()),
                    later.notBefore());
        }
        if (fetched instanceof Fetched.Failed failed && failed.isTooLarge()) {
            once(
                    DeadLetter.cut(null, failed.read(), failed.reason(), "fetch", failed.why(), subscription.url()),
                    round);
        }
        return Visit.failed(why(fetched));
    }

    static String why(Fetched fetched) {
        if (fetched instanceof Fetched.Failed failed) {
            return failed.why();
        }
        if (fetched instanceof Fetched.Later later) {
            return later.why();
        }
        return fetched instanceof Fetched.Gone gone ? gone.why() : "";
    }

    private Visit read(Subscription subscription, Fetched.Fresh fresh, Round round, boolean mayDiscover)
            throws InterruptedException {
        try {
            if (!subscription.kind().equals("feed")) {
                return document(subscription, fresh, round);
            }
            var text = Encoding.decode(fresh.body(), fresh.contentType());
            var discovered =
                    FeedFile.isFeed(text) ? java.util.Optional.<String>empty() : FeedLinks.best(text, fresh.url());
            if (mayDiscover && discovered.isPresent()) {
                LOG.info(
                        "source={} is a page that names its feed {}: reading that",
                        subscription.id(),
                        discovered.get());
                var feed = web.get(Request.of(discovered.get(), Limits.FEED));
                return feed instanceof Fetched.Fresh found
                        ? read(subscription, found, round, false)
                        : Visit.failed(why(feed));
            }
            var feed = FeedFile.read(text, fresh.url());
            var detail = new FeedHarvest(web, desk).items(feed, round);
            return Visit.fetched(detail, round.batch().mustReadAgain() ? Validators.NONE : fresh.validators());
        } catch (Unreadable e) {
            once(DeadLetter.of(null, fresh.body(), e.reason(), "parse", e.getMessage(), fresh.url()), round);
            return Visit.failed(e.getMessage());
        }
    }

    private Visit document(Subscription subscription, Fetched.Fresh fresh, Round round) throws Unreadable {
        boolean spoken = subscription.kind().equals("episode");
        var reading = desk.read(
                new CopyDesk.Copy(fresh.body(), fresh.contentType(), fresh.url(), fresh.url(), "", List.of(), spoken));
        var url = Links.absolute(null, fresh.url()).orElse(fresh.url());
        var named = reading.filledFrom(spoken ? subscription.name() : "", "", url, java.util.Optional.empty());
        boolean backlog =
                named.published().map(date -> round.isBacklog(date.toInstant())).orElse(false);
        round.batch().document(round.filing(backlog).file(named, named.url()));
        return Visit.fetched(String.join("; ", reading.notes()), fresh.validators());
    }

    /** The same unreadable bytes, visit after visit, are one dead letter. */
    private static void once(DeadLetter letter, Round round) {
        var key = round.source().id() + "\ndead";
        if (!round.batch().isUnchanged(key, letter.sha256())) {
            round.batch().deadLetter(letter);
            round.batch().done(key, letter.sha256());
        }
    }

    private static Source source(Subscription subscription) {
        var derived = subscription.owner().isEmpty() ? Owners.of(subscription.url()) : subscription.owner();
        var url = subscription.isLocal() ? null : subscription.url();
        return new Source(
                subscription.id(),
                subscription.name(),
                subscription.kind(),
                derived.isEmpty() ? subscription.id() : derived,
                url);
    }

    private static SourceState unvisited(Subscription subscription, Instant now) {
        return new SourceState(1, source(subscription), "", null, null, now, null, null, "never", null, 0, 0);
    }

    private static SourceState after(SourceState before, Round round, Visit visit) {
        boolean failed = visit.outcome().equals("failed");
        var validators = visit.validators() == null
                ? new Validators(before.validatorsUrl(), before.etag(), before.lastModified())
                : visit.validators();
        return new SourceState(
                1,
                round.source(),
                validators.url(),
                validators.etag(),
                validators.lastModified(),
                before.subscribedAt(),
                round.now(),
                visit.notBefore(),
                visit.outcome(),
                visit.detail(),
                failed ? before.failures() + 1 : 0,
                before.documents() + round.batch().fresh());
    }
}
