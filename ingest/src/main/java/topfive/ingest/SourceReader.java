package topfive.ingest;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.DeadLetter;
import topfive.contract.Limits;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.feed.FeedFile;
import topfive.ingest.feed.FeedLinks;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Hints;
import topfive.ingest.fetch.Request;
import topfive.ingest.fetch.Validators;
import topfive.ingest.fetch.Web;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Links;
import topfive.ingest.text.Unreadable;

/** Fetches a source and reads what it holds into the round's batch. */
final class SourceReader {
    private static final Logger LOG = LoggerFactory.getLogger(SourceReader.class);

    private final Path root;
    private final Web web;
    private final CopyDesk desk;
    private final Memory memory;
    private final Optional<EpisodeText.Hearing> speech;

    SourceReader(Path root, Web web, CopyDesk desk, Memory memory) {
        this(root, web, desk, memory, Optional.empty());
    }

    /** @param speech for recordings that nobody wrote down */
    SourceReader(Path root, Web web, CopyDesk desk, Memory memory, Optional<EpisodeText.Hearing> speech) {
        this.root = root;
        this.web = web;
        this.desk = desk;
        this.memory = memory;
        this.speech = speech;
    }

    Visit read(Subscription source, Round round) throws InterruptedException {
        try {
            return source.isLocal() ? local(source, round) : remote(source, round);
        } catch (UncheckedIOException e) {
            return Visit.failed(e.getMessage());
        } catch (RuntimeException e) { // a fault of ours must not make a source be asked over and over
            LOG.error("could not be read source={}", source.id(), e);
            return Visit.failed("could not be read: " + e);
        }
    }

    private Visit local(Subscription source, Round round) {
        var path = source.url().startsWith("file:") ? Path.of(URI.create(source.url())) : root.resolve(source.url());
        var detail = new FolderHarvest(desk, memory).read(path, round, source.every() != null);
        return detail.endsWith("does not exist") || detail.equals(path + " cannot be read")
                ? Visit.failed(detail)
                : Visit.fetched(detail, Validators.NONE, Hints.NONE);
    }

    private Visit remote(Subscription source, Round round) throws InterruptedException {
        var before = round.before();
        var validators = new Validators(before.validatorsUrl(), before.etag(), before.lastModified());
        int limit = source.kind().equals("feed") ? Limits.FEED : Limits.PAGE;
        var fetched = web.get(new Request(round.url(), validators, limit));
        return fetched instanceof Fetched.Fresh fresh ? read(source, fresh, round) : unread(fetched, round);
    }

    private static Visit unread(Fetched fetched, Round round) {
        if (fetched instanceof Fetched.NotModified same) {
            return Visit.notModified(same.hints());
        }
        if (fetched instanceof Fetched.Later later) {
            return Visit.later(later.why(), later.notBefore());
        }
        if (fetched instanceof Fetched.Failed failed) {
            if (failed.isTooLarge()) {
                round.batch()
                        .deadLetter(
                                DeadLetter.cut(null, failed.read(), failed.reason(), "fetch", failed.why(), round.url())
                                        .of(round.source().id(), ""));
            }
            return failed.reason().matches("robots|reserved")
                    ? Visit.refused(failed.why())
                    : Visit.failed(failed.why());
        }
        return Visit.gone(SourceHarvest.why(fetched));
    }

    private Visit read(Subscription source, Fetched.Fresh fresh, Round round) throws InterruptedException {
        try {
            if (!source.kind().equals("feed")) {
                return document(source, fresh, round);
            }
            var text = Encoding.decode(fresh.body(), fresh.contentType());
            var named = FeedFile.isFeed(text) ? Optional.<String>empty() : FeedLinks.best(text, fresh.url());
            return named.isEmpty() ? feed(fresh, round) : named(named.get(), fresh, round);
        } catch (Unreadable e) {
            return unreadable(e, fresh, round);
        }
    }

    /** The address held a page that names its feed; from now on that is asked. */
    private Visit named(String feed, Fetched.Fresh page, Round round) throws InterruptedException {
        LOG.info(
                "source={} is a page that names its feed {}: reading that",
                round.source().id(),
                feed);
        var fetched = web.get(Request.of(feed, Limits.FEED));
        if (!(fetched instanceof Fetched.Fresh fresh)) {
            return fetched instanceof Fetched.Gone ? Visit.failed(SourceHarvest.why(fetched)) : unread(fetched, round);
        }
        try {
            var visit = feed(fresh, round);
            return visit.learned()
                    .map(learned -> visit.having(learned.foundAt(feed)))
                    .orElse(visit);
        } catch (Unreadable e) {
            return unreadable(e, fresh, round);
        }
    }

    private Visit feed(Fetched.Fresh fresh, Round round) throws InterruptedException, Unreadable {
        var feed = desk.feed(fresh.body(), fresh.contentType(), fresh.url());
        var detail = new FeedHarvest(web, desk, speech).items(feed, round);
        boolean again = memory.mustReadAgain(round.source().id(), round.batch().mustReadAgain());
        return Visit.fetched(detail, again ? Validators.NONE : fresh.validators(), fresh.hints())
                .having(Learned.from(feed, fresh.hints(), round.now()));
    }

    private Visit document(Subscription source, Fetched.Fresh fresh, Round round) throws Unreadable {
        boolean spoken = source.kind().equals("episode");
        var reading = desk.read(
                new CopyDesk.Copy(fresh.body(), fresh.contentType(), fresh.url(), fresh.url(), "", List.of(), spoken)
                        .asFetched());
        var url = Links.absolute(null, fresh.url()).orElse(fresh.url());
        var named = reading.filledFrom(spoken ? source.name() : "", "", url, Optional.empty());
        boolean backlog =
                named.published().map(date -> round.isBacklog(date.toInstant())).orElse(false);
        round.batch().document(round.filing(backlog).file(named, named.url()));
        return Visit.fetched(String.join("; ", reading.notes()), fresh.validators(), fresh.hints());
    }

    /** What its publisher reserves is not kept, not even as a dead letter. */
    private static Visit unreadable(Unreadable e, Fetched.Fresh fresh, Round round) {
        if (e.reason().equals("reserved")) {
            return Visit.refused(e.getMessage());
        }
        round.batch()
                .deadLetter(DeadLetter.of(null, fresh.body(), e.reason(), "parse", e.getMessage(), fresh.url())
                        .of(round.source().id(), fresh.contentType()));
        return Visit.failed(e.getMessage());
    }
}
