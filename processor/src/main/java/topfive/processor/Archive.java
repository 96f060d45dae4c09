package topfive.processor;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import topfive.contract.Edition;
import topfive.contract.Ids;
import topfive.contract.Json;

/**
 * The editions that were published before the last stage lost its state, or that another application published. They stand: their days are
 * closed once more and nothing of it is written. Each is forgotten when its day has been closed here.
 */
final class Archive {
    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);
    private static final String PUBLISHED = "published/";

    private final KeyValueStore<String, byte[]> store;
    private final TreeMap<LocalDate, Stands> published = new TreeMap<>();
    private boolean kept = true;

    private record Stands(LocalDate day, int revision, String sha256) {}

    Archive(KeyValueStore<String, byte[]> store) {
        this.store = store;
        try (var all = store.prefixScan(PUBLISHED, Serdes.String().serializer())) {
            all.forEachRemaining(entry -> put(Json.read(entry.value, Stands.class)));
        }
    }

    /** In place of what a stage remembers that has closed a day. */
    void holds(Collection<Edition> editions) {
        editions.forEach(
                edition -> put(new Stands(edition.day(), edition.revision(), Ids.sha256(Json.bytes(edition)))));
        kept = editions.isEmpty();
    }

    private void put(Stands stands) {
        published.put(stands.day(), stands);
    }

    /**
     * With the first day that is closed: from then on the topic is not asked.
     *
     * @return whether there was something to keep
     */
    boolean keep() {
        if (kept) {
            return false;
        }
        published.values().forEach(stands -> store.put(PUBLISHED + stands.day(), Json.bytes(stands)));
        kept = true;
        return true;
    }

    /** Nothing may be said of this day any more: it is published, or one after it is. */
    boolean isPast(LocalDate day) {
        return !published.isEmpty() && !day.isAfter(published.lastKey());
    }

    /** Of the edition that is published, 1 where none is. */
    int revision(LocalDate day) {
        return published.containsKey(day) ? published.get(day).revision() : 1;
    }

    /** Says so where it would come out otherwise today. */
    void compare(Edition made) {
        var stands = published.get(made.day());
        if (stands == null) {
            LOG.warn("day={} was never published; a later one is, so it stays away", made.day());
        } else if (!stands.sha256().equals(Ids.sha256(Json.bytes(made)))) {
            LOG.warn(
                    "day={} would come out otherwise now; revision {} stands, `topfive day rebuild {}` makes another",
                    made.day(),
                    stands.revision(),
                    made.day());
        }
    }

    /** It is closed here now, and what is before it. */
    void forget(LocalDate day) {
        var done = published.headMap(day, true);
        List.copyOf(done.keySet()).forEach(each -> store.delete(PUBLISHED + each));
        done.clear();
    }
}
