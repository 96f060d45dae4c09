package topfive.ingest;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Document;
import topfive.contract.Source;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.push.Intake;
import topfive.ingest.push.Pushed;
import topfive.ingest.text.Reading;
import topfive.ingest.text.Unreadable;

/**
 * Pushed documents, one at a time under each id. Whoever hands in what is on its way already waits for the same outcome; what is known
 * by id and text is a duplicate. What was taken in long before a restart is not known any more: it then becomes the same record once
 * more, with equal id and hash, and counts once.
 */
final class Reception implements Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final CopyDesk desk;
    private final Outbox outbox;
    private final Memory memory;
    private final PushedSources sources;
    private final BooleanSupplier remembers;
    private final InstantSource clock;
    private final Map<String, OnItsWay> onTheWay = new ConcurrentHashMap<>();

    private record OnItsWay(String contentHash, CompletableFuture<Void> safe) {}

    /** @param remembers reads what the last run knew, once; false while that cannot be had */
    Reception(
            CopyDesk desk,
            Outbox outbox,
            Memory memory,
            PushedSources sources,
            BooleanSupplier remembers,
            InstantSource clock) {
        this.desk = desk;
        this.outbox = outbox;
        this.memory = memory;
        this.sources = sources;
        this.remembers = remembers;
        this.clock = clock;
    }

    /** Whose a pushed document is: its own address tells, else the name it came under. */
    static Source source(Pushed pushed) {
        var owner = Owners.of(pushed.url());
        return new Source(pushed.source(), pushed.source(), "push", owner.isEmpty() ? pushed.source() : owner, null);
    }

    @Override
    public Receipt take(Pushed pushed, boolean again) throws Unreadable {
        if (!remembers.getAsBoolean()) {
            return new NotYet();
        }
        var reading = read(pushed);
        var filing = new Filing(source(pushed), clock.instant(), false, 1);
        var document = filing.file(reading, reading.url());
        if (!Outbox.fits(document)) {
            throw new Unreadable("too-large", "this text, divided as it is, makes too large a record: divide it");
        }
        var mine = new OnItsWay(document.contentHash(), new CompletableFuture<>());
        var other = onTheWay.putIfAbsent(document.id(), mine);
        if (other != null) {
            return other.contentHash().equals(mine.contentHash())
                    ? new Taken(document.id(), true, other.safe())
                    : new NotNow(document.id());
        }
        var known = memory.document(document.id());
        if (known.filter(it -> it.contentHash().equals(document.contentHash())).isPresent()) {
            settle(document, mine, null);
            return new Taken(document.id(), true, mine.safe());
        }
        if (again && known.isPresent()) {
            settle(document, mine, new IllegalStateException("replayed"));
            return new Superseded(document.id());
        }
        int revision = known.map(it -> it.revision() + 1).orElse(1);
        send(Batch.revised(document, revision), revision, mine);
        return new Taken(document.id(), false, mine.safe());
    }

    private Reading read(Pushed pushed) throws Unreadable {
        try {
            return pushed.read(desk);
        } catch (CancellationException e) { // the service stops
            throw e;
        } catch (RuntimeException | StackOverflowError e) { // one document must not look like a broken service
            LOG.error("pushed document cannot be read source={}", pushed.source(), e);
            throw new Unreadable("failed", "the content could not be read, and that is our fault: please report it");
        }
    }

    private void send(Document document, int revision, OnItsWay mine) {
        outbox.document(document).whenComplete((done, error) -> {
            if (error == null) { // remembered before it is no longer on its way: in between it would be sent twice
                memory.remember(document.id(), new Memory.Known(document.contentHash(), revision));
                sources.took(document.source(), document.fetchedAt());
            }
            settle(document, mine, error);
        });
    }

    private void settle(Document document, OnItsWay mine, Throwable error) {
        onTheWay.remove(document.id(), mine);
        if (error == null) {
            mine.safe().complete(null);
        } else {
            mine.safe().completeExceptionally(error);
        }
    }
}
