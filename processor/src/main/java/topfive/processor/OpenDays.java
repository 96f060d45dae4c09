package topfive.processor;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import topfive.contract.Json;
import topfive.processor.choose.EditionOfDay;
import topfive.processor.merge.CellDay;

/** What the cells say of each day that is open; the last word of each. */
final class OpenDays {
    private static final String CELL = "cell/";

    private final KeyValueStore<String, byte[]> store;
    private final TreeMap<LocalDate, Map<String, CellDay>> days = new TreeMap<>();

    OpenDays(KeyValueStore<String, byte[]> store) {
        this.store = store;
        try (var all = store.prefixScan(CELL, Serdes.String().serializer())) {
            all.forEachRemaining(entry -> hold(Json.read(entry.value, CellDay.class)));
        }
    }

    void take(CellDay cell) {
        store.put(CELL + cell.day() + "/" + cell.cell(), Json.bytes(cell));
        hold(cell);
    }

    private void hold(CellDay cell) {
        days.computeIfAbsent(cell.day(), day -> new TreeMap<>()).put(cell.cell(), cell);
    }

    Set<LocalDate> all() {
        return days.keySet();
    }

    boolean holds(LocalDate day) {
        return days.containsKey(day);
    }

    Collection<CellDay> cells(LocalDate day) {
        return days.getOrDefault(day, Map.of()).values();
    }

    /** The first day to be closed on the way to this one. */
    LocalDate firstUpTo(LocalDate day) {
        return days.isEmpty() || days.firstKey().isAfter(day) ? day : days.firstKey();
    }

    /** Whether all that is known of the day was said by the rules and the encoder in force. */
    boolean isOfOneMaking(LocalDate day, EditionOfDay.Desk desk) {
        return cells(day).stream().allMatch(cell -> cell.isMadeBy(desk.rules(), desk.encoderId()));
    }

    void forget(LocalDate day) {
        var cells = days.remove(day);
        if (cells != null) {
            cells.keySet().forEach(cell -> store.delete(CELL + day + "/" + cell));
        }
    }
}
