package topfive.processor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import topfive.processor.choose.Told;

/** What earlier editions told, by day; the last seven before a day are what it is compared with. */
final class Earlier {
    private static final int COMPARED = 7;
    private static final int KEPT = 8;

    private final TreeMap<LocalDate, Told> told = new TreeMap<>();
    private final UnaryOperator<Told> comparable;

    /** @param comparable makes what was told comparable, once it is to be compared: that costs */
    Earlier(UnaryOperator<Told> comparable) {
        this.comparable = comparable;
    }

    Earlier(Collection<Told> told) {
        this(UnaryOperator.identity());
        told.forEach(this::put);
    }

    void put(Told edition) {
        told.put(edition.day(), edition);
    }

    Collection<Told> all() {
        return told.values();
    }

    /** @return the days that nothing after this one will be compared with any more; they are forgotten */
    List<LocalDate> forgetOld(LocalDate closed) {
        var old = new ArrayList<LocalDate>();
        while (told.headMap(closed, true).size() > KEPT) {
            old.add(told.pollFirstEntry().getKey());
        }
        return old;
    }

    List<Told> before(LocalDate day) {
        var compared = told.headMap(day, false).descendingMap().entrySet().stream()
                .limit(COMPARED)
                .toList();
        compared.forEach(each -> put(comparable.apply(each.getValue())));
        return compared.stream().map(each -> told.get(each.getKey())).toList();
    }

    /** @param yesterday provisionally, while it is open */
    List<Told> before(LocalDate day, Told yesterday) {
        var before = new ArrayList<>(before(day));
        before.add(0, yesterday);
        return before.stream().limit(COMPARED).toList();
    }
}
