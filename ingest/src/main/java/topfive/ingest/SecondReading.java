package topfive.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import topfive.contract.DeadLetter;
import topfive.contract.Limits;
import topfive.contract.SourceState;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.feed.Feed;
import topfive.ingest.feed.FeedFile;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Hints;
import topfive.ingest.fetch.Request;
import topfive.ingest.fetch.Validators;
import topfive.ingest.fetch.Web;
import topfive.ingest.text.Encoding;
import topfive.ingest.text.Languages;
import topfive.ingest.text.Links;
import topfive.ingest.text.Unreadable;

/**
 * Reads what lay in the dead letters once more, by the same code as when it came, say after that code was mended. What cannot be read again
 * is a dead letter that has counted. The state of the source does not change: nobody visited it.
 */
public final class SecondReading implements AutoCloseable {
    private final Settings settings;
    private final CopyDesk desk = new CopyDesk(Languages.load(), new OwnThread());
    private final Outbox outbox;
    private final Memory memory;
    private final Web web;
    private final InstantSource clock;
    private final MeterRegistry metrics;

    SecondReading(
            Settings settings, Outbox outbox, Memory memory, Web web, InstantSource clock, MeterRegistry metrics) {
        this.settings = settings;
        this.outbox = outbox;
        this.memory = memory;
        this.web = web;
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * @param web is asked for the feed that a page or transcript belongs to, and for what a feed links to
     * @throws KafkaException when the broker is away
     */
    public static SecondReading on(
            Settings settings,
            Map<String, Object> kafkaClientProperties,
            Web web,
            InstantSource clock,
            MeterRegistry metrics) {
        var memory = new Memory();
        KnownSources.into(memory, kafkaClientProperties);
        KnownDocuments.into(memory, kafkaClientProperties);
        return new SecondReading(settings, Outbox.kafka(kafkaClientProperties, metrics), memory, web, clock, metrics);
    }

    /**
     * @return what came of it, in a few words
     * @throws KafkaException where the broker did not take it: nothing is lost, the letter still lies there
     * @throws IllegalStateException where the feed that it belongs to cannot be had now
     */
    public String read(DeadLetter letter) throws InterruptedException {
        var source = source(letter);
        var batch = new Batch(outbox, memory, metrics, letter.replays() + 1);
        var before = memory.state(source.id())
                .orElseGet(() -> SourceState.never(SourceHarvest.source(source), clock.instant()));
        var round =
                new Round(SourceHarvest.source(source), Moved.address(before, source), before, clock.instant(), batch);
        var trouble = source.isLocal() ? file(letter, round) : answer(letter, source, round);
        try {
            batch.acknowledged();
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the broker did not take it: " + e.getMessage(), e);
        }
        return told(batch, trouble);
    }

    private static String told(Batch batch, String trouble) {
        if (batch.dead() > 0) {
            return "cannot be read again" + (trouble.isEmpty() ? "" : ": " + trouble);
        }
        if (batch.fresh() > 0) {
            return batch.fresh() + (batch.fresh() == 1 ? " document" : " documents");
        }
        return batch.unchanged() > 0 ? "known already" : trouble.isEmpty() ? "nothing to be read" : trouble;
    }

    /** As it is configured, else what the letter itself tells. */
    private Subscription source(DeadLetter letter) {
        return settings.sources().stream()
                .filter(one -> one.id().equals(letter.source()))
                .findFirst()
                .orElseGet(() -> {
                    var id = letter.source().isEmpty() ? Links.host(letter.origin()) : letter.source();
                    var kind = letter.origin().startsWith("file:") ? "file" : isFeed(letter) ? "feed" : "page";
                    return new Subscription(id, id, letter.origin(), kind, null, "");
                });
    }

    private static boolean isFeed(DeadLetter letter) {
        return FeedFile.isFeed(Encoding.decode(letter.bytes(), letter.contentType()));
    }

    private String file(DeadLetter letter, Round round) {
        Path path;
        try {
            path = Path.of(URI.create(letter.origin()));
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return "its origin is no file: " + letter.origin();
        }
        var name = letter.key() == null ? "" : letter.key();
        var file = new OneFile(
                path,
                Optional.of(round.source()),
                name,
                round.now(),
                published -> published.map(round::isBacklog).orElse(false));
        var outcome = new FilesAsDocuments(desk, round.now()).read(file, letter.bytes());
        if (outcome instanceof FilesAsDocuments.Outcome.Refused refused) {
            round.batch().deadLetter(again(letter, refused.reason(), refused.why()));
            return refused.why();
        }
        ((FilesAsDocuments.Outcome.Read) outcome).documents().forEach(round.batch()::document);
        return "";
    }

    private static DeadLetter again(DeadLetter letter, String reason, String why) {
        return DeadLetter.of(letter.key(), letter.bytes(), reason, letter.stage(), why, letter.origin())
                .of(letter.source(), letter.contentType());
    }

    /** What the address of the source said, or what an item of its feed links to. */
    private String answer(DeadLetter letter, Subscription source, Round round) throws InterruptedException {
        var kept =
                new Fetched.Fresh(letter.origin(), letter.bytes(), letter.contentType(), Validators.NONE, Hints.NONE);
        boolean linked = source.kind().equals("feed") && !letter.origin().equals(round.url()) && !isFeed(letter);
        if (linked) {
            return item(letter, kept, round);
        }
        Web once = request -> request.url().equals(round.url()) ? kept : web.get(request);
        var visit = new SourceReader(settings.root(), once, desk, memory).read(source, round);
        return visit.detail() == null ? "" : visit.detail();
    }

    private String item(DeadLetter letter, Fetched.Fresh kept, Round round) throws InterruptedException {
        if (!(web.get(Request.of(round.url(), Limits.FEED)) instanceof Fetched.Fresh fresh)) {
            throw new IllegalStateException(
                    "it belongs to an item of " + round.url() + ", which cannot be had now: try again later");
        }
        try {
            var feed = desk.feed(fresh.body(), fresh.contentType(), fresh.url())
                    .only(item -> leadsTo(letter.origin(), item, round));
            if (feed.items().isEmpty()) {
                return "its item is no longer in " + round.url();
            }
            Web once = request -> request.url().equals(letter.origin()) ? kept : web.get(request);
            return new FeedHarvest(once, desk, Optional.empty()).items(feed, round);
        } catch (Unreadable e) {
            return e.getMessage();
        }
    }

    private static boolean leadsTo(String url, Feed.Item item, Round round) {
        return item.transcripts().stream().anyMatch(link -> link.url().equals(url))
                || Links.absolute(round.url(), item.link()).filter(url::equals).isPresent();
    }

    @Override
    public void close() {
        outbox.close();
    }
}
