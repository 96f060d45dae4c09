package topfive.ingest;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import topfive.contract.DeadLetter;
import topfive.contract.Document;
import topfive.contract.FromProducers;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.ingest.desk.CopyDesk;
import topfive.ingest.feed.Feed;
import topfive.ingest.fetch.Fetched;
import topfive.ingest.fetch.Web;
import topfive.ingest.text.Languages;

/**
 * The first visit to a source, by the same code as every other, except that nothing is sent and nothing remembered.
 *
 * @param outcome as {@link topfive.contract.SourceState} has it
 * @param detail what there is to say about it in one line, or ""
 * @param answer what the address said; empty for a folder or a file
 * @param readAt where the feed was found: the address itself, or the one that a page there names
 * @param feed what was read, where it was a feed
 * @param backlog how many of its items are too old to be news
 * @param documents what would be sent
 * @param unread what would be dead letters
 */
public record Rehearsal(
        String outcome,
        String detail,
        Optional<Fetched> answer,
        String readAt,
        Optional<Feed> feed,
        int backlog,
        List<Document> documents,
        List<DeadLetter> unread) {

    public Rehearsal {
        documents = List.copyOf(documents);
        unread = List.copyOf(unread);
    }

    /**
     * @param pages how many pages and transcripts that a feed links to are fetched; of the others the feed's own words are taken
     * @throws InterruptedException when told to stop
     */
    public static Rehearsal of(Subscription source, Settings settings, Web web, int pages, Instant now)
            throws InterruptedException {
        var producer = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        var metrics = new SimpleMeterRegistry();
        var memory = new Memory();
        var first = new FirstPages(web, pages);
        var calm = new VisitWeb(first, new HostWaits(url -> true), () -> now);
        try (var outbox = new Outbox(producer, metrics, true)) {
            var batch = new Batch(outbox, memory, metrics);
            var round = new Round(SourceHarvest.source(source), source.url(), now, now, batch);
            var once = new Subscription(
                    source.id(), source.name(), source.url(), source.kind(), null, source.owner(), source.muted());
            var visit =
                    new SourceReader(settings.root(), calm, new CopyDesk(Languages.load()), memory).read(once, round);
            return of(visit, first, source, round, producer.history());
        }
    }

    private static Rehearsal of(
            Visit visit, FirstPages web, Subscription source, Round round, List<ProducerRecord<String, byte[]>> sent) {
        var feed = web.feed();
        int backlog = (int) feed.stream()
                .flatMap(read -> read.items().stream())
                .flatMap(item -> ItemText.published(item).stream())
                .filter(date -> round.isBacklog(date.toInstant()))
                .count();
        return new Rehearsal(
                visit.outcome(),
                visit.detail(),
                web.answer(),
                visit.learned().map(Learned::readAt).orElse(source.url()),
                feed,
                backlog,
                on(Topics.DOCUMENTS.name(), sent)
                        .map(record -> (Document) Json.read(record.value(), FromProducers.class))
                        .toList(),
                on(Topics.DEAD_LETTERS.name(), sent)
                        .map(record -> DeadLetter.from(record.key(), record.value(), record.headers()))
                        .toList());
    }

    private static Stream<ProducerRecord<String, byte[]>> on(String topic, List<ProducerRecord<String, byte[]>> sent) {
        return sent.stream().filter(record -> record.topic().equals(topic));
    }

    /** Of the feed's newest item, where its items say. */
    public Optional<Instant> newest() {
        return feed.stream()
                .flatMap(read -> read.items().stream())
                .flatMap(item -> ItemText.published(item).stream())
                .map(OffsetDateTime::toInstant)
                .max(Comparator.naturalOrder());
    }
}
