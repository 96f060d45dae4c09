package topfive.processor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import topfive.contract.Fence;
import topfive.contract.Json;

/**
 * Which partitions of the stage above have closed a day. A fence is taken as come when it has come from all of them. Who has come to a day
 * has come to every day before it: a fence that one of them never got holds nothing up for good.
 */
final class Fences {
    private static final String PREFIX = "fence/";
    private static final String CLOSED = "closed";

    private final KeyValueStore<String, byte[]> store;

    Fences(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** @return the days that are complete now, the earliest first; the repeats of a day that is closed are ignored */
    List<LocalDate> completedBy(Fence fence) {
        if (isClosed(fence.day())) {
            return List.of();
        }
        var come = come();
        var here = come.computeIfAbsent(fence.day(), day -> new TreeSet<>());
        come.tailMap(fence.day(), false).values().forEach(here::addAll);
        var complete = new ArrayList<LocalDate>();
        come.headMap(fence.day(), true).forEach((day, partitions) -> {
            partitions.add(fence.partition());
            store.put(PREFIX + day, Json.bytes(partitions));
            if (partitions.size() >= fence.of()) {
                complete.add(day);
            }
        });
        return complete;
    }

    /** The days that are not closed, with the partitions that have come to them. */
    private TreeMap<LocalDate, TreeSet<Integer>> come() {
        var come = new TreeMap<LocalDate, TreeSet<Integer>>();
        try (var all = store.prefixScan(PREFIX, Serdes.String().serializer())) {
            all.forEachRemaining(entry -> come.put(
                    LocalDate.parse(entry.key.substring(PREFIX.length())),
                    new TreeSet<>(Arrays.asList(Json.read(entry.value, Integer[].class)))));
        }
        return come;
    }

    /** This day, and every day before it. Until then the fence stands as come, so that a close that failed can be repeated. */
    void close(LocalDate day) {
        store.put(CLOSED, Json.bytes(day));
        come().headMap(day, true).keySet().forEach(each -> store.delete(PREFIX + each));
    }

    boolean isAnyClosed() {
        return store.get(CLOSED) != null;
    }

    boolean isClosed(LocalDate day) {
        var closed = store.get(CLOSED);
        return closed != null && !day.isAfter(Json.read(closed, LocalDate.class));
    }
}
