package topfive.processor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import topfive.processor.choose.Told;

/** What earlier editions told, by day; the last seven before a day are what it is compared with. */
final class Earlier {
    private static final int COMPARED = 7;
    private static final int KEPT = 8;

    private final TreeMap<LocalDate, Told> told = new TreeMap<>();

    Earlier() {}

    Earlier(Collection<Told> told) {
        told.forEach(this::put);
    }

    void put(Told edition) {
        told.put(edition.day(), edition);
    }

    /** @return the days that nothing will be compared with any more; they are forgotten */
    List<LocalDate> forgetOld() {
        var old = new ArrayList<LocalDate>();
        while (told.size() > KEPT) {
            old.add(told.pollFirstEntry().getKey());
        }
        return old;
    }

    List<Told> before(LocalDate day) {
        return told.headMap(day, false).descendingMap().values().stream()
                .limit(COMPARED)
                .toList();
    }

    /** @param yesterday provisionally, while it is open */
    List<Told> before(LocalDate day, Told yesterday) {
        var before = new ArrayList<>(before(day));
        before.add(0, yesterday);
        return before.stream().limit(COMPARED).toList();
    }
}
