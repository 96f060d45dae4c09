package topfive.chaos;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Callback;
import topfive.contract.Fence;
import topfive.contract.FromProducers;
import topfive.contract.Ids;
import topfive.contract.Json;

/**
 * What was acknowledged to whoever sent it. What must be published is made of the log as it stands: only who sent it knows what is missing
 * there. For use by several threads.
 */
public final class Sent {
    private final Map<Entry, Integer> records = new ConcurrentHashMap<>();
    private final Set<LocalDate> fences = ConcurrentHashMap.newKeySet();
    private final Set<String> pushed = ConcurrentHashMap.newKeySet();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /** @param sha256 of the value; "" for none */
    private record Entry(String key, String sha256) {
        static Entry of(byte[] key, byte[] value) {
            return new Entry(World.text(key), value == null ? "" : Ids.sha256(value));
        }
    }

    /** For the producer: counts the record where it was taken, and keeps the failure where it was not. */
    public Callback record(byte[] key, byte[] value) {
        return (metadata, failure) -> {
            if (failure == null) {
                records.merge(Entry.of(key, value), 1, Integer::sum);
            } else {
                failures.add(World.text(key) + ": " + failure);
            }
        };
    }

    /** A day whose fences were all acknowledged. */
    public void fence(LocalDate day) {
        fences.add(day);
    }

    /** A document of which somebody was told that it was taken; the record is made by the product. */
    public void pushed(String documentId) {
        pushed.add(documentId);
    }

    public int pushes() {
        return pushed.size();
    }

    /**
     * Each record as often as it was acknowledged, each fence in every partition, each push.
     *
     * @return one line for each difference
     */
    public List<String> differences(List<ConsumerRecord<byte[], byte[]>> log) {
        var lines = new ArrayList<String>();
        failures.forEach(failure -> lines.add("not sent " + failure));
        var found = new HashMap<Entry, Integer>();
        log.forEach(record -> found.merge(Entry.of(record.key(), record.value()), 1, Integer::sum));
        records.forEach((entry, must) -> {
            var is = found.getOrDefault(entry, 0);
            if (is < must) {
                lines.add("lost input " + entry.key() + ": " + is + " of " + must);
            } else if (is > must) {
                lines.add("doubled input " + entry.key() + ": " + is + " instead of " + must);
            }
        });
        var closed = closed(log);
        fences.stream()
                .filter(day -> !closed.contains(day))
                .forEach(day -> lines.add("lost fence " + day + ": not in every partition"));
        var times = times(log);
        pushed.stream().filter(id -> !times.containsKey(id)).forEach(id -> lines.add("lost push " + id));
        return lines;
    }

    /** @return the pushes that stand there more than once: where an answer was lost, and the same was pushed again */
    public List<String> pushedTwice(List<ConsumerRecord<byte[], byte[]>> log) {
        var times = times(log);
        return pushed.stream().filter(id -> times.getOrDefault(id, 0) > 1).toList();
    }

    private static Map<String, Integer> times(List<ConsumerRecord<byte[], byte[]>> log) {
        var times = new HashMap<String, Integer>();
        log.forEach(record -> times.merge("" + World.key(record), 1, Integer::sum));
        return times;
    }

    /** Each fence says in which partition of how many it stands. */
    private static Set<LocalDate> closed(List<ConsumerRecord<byte[], byte[]>> log) {
        var partitions = new HashMap<LocalDate, Set<Integer>>();
        var closed = new HashSet<LocalDate>();
        for (var record : log) {
            if (isFence(record) && Json.read(record.value(), FromProducers.class) instanceof Fence fence) {
                var there = partitions.computeIfAbsent(fence.day(), day -> new HashSet<>());
                there.add(record.partition());
                if (there.size() == fence.of()) {
                    closed.add(fence.day());
                }
            }
        }
        return closed;
    }

    private static boolean isFence(ConsumerRecord<byte[], byte[]> record) {
        var key = World.key(record);
        return key != null && key.startsWith("fence/");
    }
}
