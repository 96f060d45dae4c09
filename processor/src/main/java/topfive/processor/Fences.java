package topfive.processor;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueStore;
import topfive.contract.Fence;
import topfive.contract.Json;

/** Which partitions of the stage above have closed a day. A fence is taken as come when it has come from all of them. */
final class Fences {
    private static final String PREFIX = "fence/";
    private static final String POSTPONED = "postponed";

    private final KeyValueStore<String, byte[]> store;

    Fences(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** @return true when this one completes the day; the repeats of a day that is complete are ignored */
    boolean completes(Fence fence) {
        if (isClosed(fence.day())) {
            return false;
        }
        var key = PREFIX + fence.day();
        var known = store.get(key);
        var partitions = new TreeSet<Integer>();
        if (known != null) {
            for (var partition : Json.read(known, Integer[].class)) {
                partitions.add(partition);
            }
        }
        partitions.add(fence.partition());
        store.put(key, Json.bytes(partitions));
        return partitions.size() >= fence.of();
    }

    /** All fences of the day have come, but it cannot be closed yet. */
    void postpone(LocalDate day) {
        var days = new TreeSet<>(postponed());
        days.add(day);
        store.put(POSTPONED, Json.bytes(days));
    }

    /** The earliest first. */
    List<LocalDate> postponed() {
        var days = store.get(POSTPONED);
        return days == null ? List.of() : List.of(Json.read(days, LocalDate[].class));
    }

    void closePostponed() {
        store.delete(POSTPONED);
    }

    /** This day, and every day before it. Until then the fence stands as come, so that a close that failed can be repeated. */
    void close(LocalDate day) {
        store.put("closed", Json.bytes(day));
        store.delete(PREFIX + day);
    }

    boolean isClosed(LocalDate day) {
        var closed = store.get("closed");
        return closed != null && !day.isAfter(Json.read(closed, LocalDate.class));
    }
}
