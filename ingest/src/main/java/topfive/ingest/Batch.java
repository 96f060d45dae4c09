package topfive.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import topfive.contract.Article;
import topfive.contract.DeadLetter;
import topfive.contract.Document;
import topfive.contract.Episode;
import topfive.contract.Ids;

/** What one harvest of one source sends. Remembered only when the broker has it all. */
final class Batch {
    private static final int SECONDS = 60;

    private final Outbox outbox;
    private final Memory memory;
    private final MeterRegistry metrics;
    private final List<CompletableFuture<Void>> sent = new ArrayList<>();
    private final Map<String, Memory.Known> documents = new HashMap<>();
    private final Map<String, String> items = new HashMap<>();
    private final int replays;
    private int fresh;
    private int unchanged;
    private int dead;
    private int withoutText;
    private int backlog;
    private boolean again;
    private List<String> refrains;

    Batch(Outbox outbox, Memory memory, MeterRegistry metrics) {
        this(outbox, memory, metrics, 0);
    }

    /** @param replays how often what is read now was tried before */
    Batch(Outbox outbox, Memory memory, MeterRegistry metrics, int replays) {
        this.replays = replays;
        this.outbox = outbox;
        this.memory = memory;
        this.metrics = metrics;
    }

    /**
     * Sends what is new or changed; the same text under the same title is known already. Another title or author goes out with the same id
     * and content hash, so that readers of the documents have the new one; insights, whose ids come from the text, stay what they are.
     */
    void document(Document document) {
        var known = documents.containsKey(document.id())
                ? documents.get(document.id())
                : memory.document(document.id()).orElse(null);
        if (known != null && known.says(document.contentHash(), heading(document))) {
            unchanged++;
            metrics.counter("topfive.documents.duplicate").increment();
            return;
        }
        int revision = known == null ? 1 : known.revision() + 1;
        sent.add(outbox.document(revised(document, revision)));
        documents.put(document.id(), new Memory.Known(document.contentHash(), heading(document), revision));
        fresh++;
        backlog += document.backlog() ? 1 : 0;
    }

    private static String heading(Document document) {
        return Ids.sha256(document.title() + "\n" + document.author());
    }

    /** The title of the episode of which this text is known. */
    Optional<String> told(String sourceId, String contentHash) {
        var key = sourceId + "\ntold\n" + contentHash;
        return Optional.ofNullable(items.get(key)).or(() -> memory.item(key));
    }

    void tells(String sourceId, String contentHash, String title) {
        items.put(sourceId + "\ntold\n" + contentHash, title);
    }

    /** The same unreadable bytes, visit after visit, are one dead letter; where somebody has them tried again each trial is one. */
    void deadLetter(DeadLetter letter) {
        memory.recallLetters();
        var place = KnownLetters.place(letter);
        var failure = KnownLetters.failure(letter);
        if (replays > 0 || !isUnchanged(place, failure)) {
            sent.add(outbox.deadLetter(letter.tried(replays)));
            done(place, failure);
            dead++;
        }
    }

    /** An item came, but no word of text with it. */
    void wordless() {
        withoutText++;
    }

    boolean isUnchanged(String key, String fingerprint) {
        if (fingerprint.equals(items.get(key)) || memory.isUnchanged(key, fingerprint)) {
            unchanged++;
            return true;
        }
        return false;
    }

    void done(String key, String fingerprint) {
        items.put(key, fingerprint);
    }

    /** Something could not be had at this moment: the source must be read again next time, even if it says that it has not changed. */
    void again() {
        again = true;
    }

    boolean mustReadAgain() {
        return again;
    }

    /** Kept with the source when the broker has everything. */
    void learn(List<String> hashes) {
        refrains = List.copyOf(hashes);
    }

    /** Empty where nothing was learnt in this round. */
    Optional<List<String>> refrains() {
        return Optional.ofNullable(refrains);
    }

    /** How many of the fresh ones are older than the subscription. */
    int backlog() {
        return backlog;
    }

    int fresh() {
        return fresh;
    }

    int unchanged() {
        return unchanged;
    }

    int dead() {
        return dead;
    }

    int withoutText() {
        return withoutText;
    }

    /** @throws ExecutionException when the broker did not take something; then nothing of the batch is remembered */
    void acknowledged() throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture.allOf(sent.toArray(new CompletableFuture<?>[0])).get(SECONDS, TimeUnit.SECONDS);
        documents.forEach(memory::remember);
        items.forEach(memory::rememberItem);
    }

    static Document revised(Document document, int revision) {
        if (revision == 1) {
            return document;
        }
        if (document instanceof Article a) {
            return new Article(
                    a.schemaVersion(),
                    a.id(),
                    a.contentHash(),
                    revision,
                    a.source(),
                    a.url(),
                    a.title(),
                    a.author(),
                    a.publishedAt(),
                    a.fetchedAt(),
                    a.language(),
                    a.quality(),
                    a.backlog(),
                    a.truncated(),
                    a.paragraphs());
        }
        var e = (Episode) document;
        return new Episode(
                e.schemaVersion(),
                e.id(),
                e.contentHash(),
                revision,
                e.source(),
                e.url(),
                e.title(),
                e.author(),
                e.publishedAt(),
                e.fetchedAt(),
                e.language(),
                e.quality(),
                e.backlog(),
                e.truncated(),
                e.audioUrl(),
                e.turns(),
                e.chapters());
    }
}
