package topfive.ingest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.SourceState;

/**
 * What has been taken in, so that nothing is sent twice: source states, which outlive a restart, and the hashes of documents, of which the
 * latest do. An older document sent again after a restart is the same record with the same id.
 */
final class Memory {
    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);

    /** Beyond this many remembered ids the oldest knowledge is worth less than the room. */
    private static final int MOST = 200_000;

    private static final int PATIENCE = 3;

    private final Map<String, SourceState> states = new ConcurrentHashMap<>();
    private final Map<String, Known> documents = new ConcurrentHashMap<>();
    private final Map<String, String> items = new ConcurrentHashMap<>();

    private final Map<String, Integer> again = new ConcurrentHashMap<>();

    private Consumer<Memory> letters;

    Memory() {
        this(memory -> {});
    }

    /** @param letters reads back which dead letters there are: only when there is to be another, since they may be large */
    Memory(Consumer<Memory> letters) {
        this.letters = letters;
    }

    /** @param heading of title and author, "" where unknown */
    record Known(String contentHash, String heading, int revision) {
        Known(String contentHash, int revision) {
            this(contentHash, "", revision);
        }

        /** Nothing of it is new to a reader. */
        boolean says(String hash, String otherHeading) {
            return contentHash.equals(hash) && (heading.isEmpty() || heading.equals(otherHeading));
        }
    }

    Optional<SourceState> state(String sourceId) {
        return Optional.ofNullable(states.get(sourceId));
    }

    List<SourceState> states() {
        return List.copyOf(states.values());
    }

    void forget(String sourceId) {
        states.remove(sourceId);
    }

    void remember(SourceState state) {
        states.put(state.source().id(), state);
    }

    Optional<Known> document(String id) {
        return Optional.ofNullable(documents.get(id));
    }

    void remember(String documentId, Known known) {
        if (documents.size() > MOST) {
            documents.clear();
        }
        documents.put(documentId, known);
    }

    /** Whether this item, or file, was taken in exactly as it is now. */
    boolean isUnchanged(String key, String fingerprint) {
        return fingerprint.equals(items.get(key));
    }

    /** Where that cannot be had now, a letter may be written once more. */
    synchronized void recallLetters() {
        try {
            letters.accept(this);
            letters = memory -> {};
        } catch (KafkaException e) {
            LOG.warn("dead letters not read back detail=\"{}\"", e.getMessage());
        }
    }

    /** What was remembered of it. */
    Optional<String> item(String key) {
        return Optional.ofNullable(items.get(key));
    }

    void rememberItem(String key, String fingerprint) {
        if (items.size() > MOST) {
            items.clear();
        }
        items.put(key, fingerprint);
    }

    /**
     * Whether a source is read again even if it has not changed. A few times only: a page that can never be had is no reason to take the
     * whole feed for ever.
     */
    boolean mustReadAgain(String sourceId, boolean wanted) {
        if (!wanted) {
            again.remove(sourceId);
            return false;
        }
        return again.merge(sourceId, 1, Integer::sum) <= PATIENCE;
    }
}
