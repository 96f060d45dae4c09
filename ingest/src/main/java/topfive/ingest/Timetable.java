package topfive.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which source is to be visited next. Of each host one at a time: however many sources a slow host has, they keep one worker busy, and
 * the others wait here and not in a worker.
 */
final class Timetable {
    /** @param host what is visited one at a time */
    record Turn(Subscription source, String host) {}

    private record Entry(Instant due, Turn turn) {}

    private final TreeSet<Entry> entries = new TreeSet<>(Comparator.comparing(Entry::due)
            .thenComparing(entry -> entry.turn().source().id()));
    private final Map<String, Entry> bySource = new HashMap<>();
    private final Set<String> busy = new HashSet<>();

    /** @param due null: not at all */
    synchronized void put(Turn turn, Instant due) {
        var before = bySource.remove(turn.source().id());
        if (before != null) {
            entries.remove(before);
        }
        if (due != null) {
            var entry = new Entry(due, turn);
            entries.add(entry);
            bySource.put(turn.source().id(), entry);
        }
    }

    /** What is due, the longest overdue first, each of another host; {@link #done} gives the host back. */
    synchronized List<Turn> take(Instant now, int most) {
        var taken = new ArrayList<Entry>();
        for (var entry : entries) {
            if (taken.size() >= most || entry.due().isAfter(now)) {
                break;
            }
            if (busy.add(entry.turn().host())) {
                taken.add(entry);
            }
        }
        entries.removeAll(taken);
        taken.forEach(entry -> bySource.remove(entry.turn().source().id()));
        return taken.stream().map(Entry::turn).toList();
    }

    /** @param next the same source, perhaps of another host by now */
    synchronized void done(Turn turn, Turn next, Instant due) {
        busy.remove(turn.host());
        put(next, due);
    }

    /** When the next one is due; empty where none is waiting. */
    synchronized Optional<Instant> next() {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.first().due());
    }

    /** How long the one that waits longest has been due. */
    synchronized Duration overdue(Instant now) {
        return next().filter(due -> due.isBefore(now))
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO);
    }
}
