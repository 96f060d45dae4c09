package topfive.processor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import topfive.contract.Json;
import topfive.processor.merge.Reading;
import topfive.processor.merge.Revisions;

/**
 * What was read behind a fence that has not yet come from all partitions. It must wait: a revision would take its document out of a day
 * that other partitions still fill, and then the edition would tell which of them was ahead.
 */
final class Ahead {
    private static final String PREFIX = "ahead/";

    private final KeyValueStore<String, byte[]> store;

    Ahead(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** @param behind the newest fence that stands before it in its partition */
    void put(LocalDate behind, Reading reading) {
        var key = PREFIX + behind + "/" + reading.documentId() + "/" + reading.contentHash();
        var same = store.get(key);
        var holds = same == null
                ? reading
                : Revisions.of(Json.read(same, Reading.class)).with(reading).of(reading.contentHash());
        store.put(key, Json.bytes(holds));
    }

    /** Takes out some of those whose fence has come from everywhere. */
    List<byte[]> take(Fences fences, int atMost) {
        var keys = new ArrayList<String>();
        var taken = new ArrayList<byte[]>();
        try (var all = store.prefixScan(PREFIX, Serdes.String().serializer())) {
            while (taken.size() < atMost && all.hasNext()) {
                var next = all.next();
                if (!fences.isClosed(LocalDate.parse(next.key.split("/")[1]))) {
                    break; // the earliest stand first
                }
                keys.add(next.key);
                taken.add(next.value);
            }
        }
        keys.forEach(store::delete);
        return taken;
    }
}
