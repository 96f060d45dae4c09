package topfive.processor.merge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What the documents of one day say, as a cell keeps it: every sum is kept up as documents come, go and are revised. */
final class OneDay {
    private final Rules rules;
    private final Links links;
    private final Map<String, Reading> documents = new HashMap<>();
    /** The same text under two ids of one source counts once: under the smaller id. */
    private final Map<String, TreeMap<String, Reading>> once = new HashMap<>();

    private final TreeMap<Instant, Integer> fetched = new TreeMap<>();
    private final Map<String, Integer> unread = new HashMap<>();
    private final Map<String, Integer> setAside = new HashMap<>();
    private final Map<String, Integer> claimsSetAside = new HashMap<>();
    private final TreeSet<Standing> standings =
            new TreeSet<>(Comparator.<Standing>comparingInt(standing -> -standing.worth)
                    .thenComparing(standing -> standing.cluster.id()));
    private Instant closesAt;
    private int counted;
    private int late;
    private int insights;

    OneDay(Rules rules, Limits limits) {
        this.rules = rules;
        this.links = new Links(rules.idea(), limits);
    }

    private record Standing(Cluster cluster, int worth) {}

    /** @param now compare what it says at once: restored readings are compared together, and those of a closed day never */
    void add(Reading reading, boolean now) {
        var same = once.computeIfAbsent(text(reading), text -> new TreeMap<>());
        var first = same.isEmpty() ? null : same.firstEntry().getValue();
        if (first == null || reading.documentId().compareTo(first.documentId()) < 0) {
            // first of all: what cannot be compared is not taken
            say(reading, now);
            count(reading, 1);
            if (first != null) {
                unsay(first);
            }
        }
        same.put(reading.documentId(), reading);
        documents.put(reading.documentId(), reading);
        fetched.merge(reading.fetchedAt(), 1, Integer::sum);
    }

    void remove(Reading reading) {
        var same = once.get(text(reading));
        var first = same.firstEntry().getValue();
        same.remove(reading.documentId());
        if (first.documentId().equals(reading.documentId())) {
            unsay(first);
            if (same.isEmpty()) {
                once.remove(text(reading));
            } else {
                say(same.firstEntry().getValue(), false);
                count(same.firstEntry().getValue(), 1);
            }
        }
        documents.remove(reading.documentId());
        add(fetched, reading.fetchedAt(), -1);
    }

    private static String text(Reading reading) {
        return reading.sourceId() + "\n" + reading.contentHash();
    }

    private void say(Reading reading, boolean now) {
        if (reading.isCandidate() && now) {
            links.add(reading.claims());
        } else if (reading.isCandidate()) {
            links.expect(reading.claims());
        }
    }

    private void unsay(Reading reading) {
        if (reading.isCandidate()) {
            links.remove(reading.claims());
        }
        count(reading, -1);
    }

    private void count(Reading reading, int times) {
        counted += times;
        late += reading.late() ? times : 0;
        if (reading.isCandidate()) {
            insights += times * reading.claims().size();
        } else if (reading.setAside().startsWith("language ")) {
            add(unread, reading.language(), times);
        } else {
            add(setAside, reading.setAside(), times);
            claimsSetAside.merge(reading.setAside(), times * reading.claims().size(), Integer::sum);
        }
    }

    private static <K> void add(Map<K, Integer> counts, K key, int times) {
        counts.merge(key, times, (before, more) -> before + more == 0 ? null : before + more);
    }

    Collection<String> documents() {
        return documents.keySet();
    }

    /** @param news what of a cluster is of this day */
    CellDay summary(String cell, LocalDate day, Instant closesAt, Function<Cluster, Optional<Cluster>> news) {
        rank(closesAt);
        var best = new ArrayList<Cluster>();
        var again = 0;
        for (var standing : standings) {
            if (best.size() == CellDay.BEST) {
                break;
            }
            var today = news.apply(standing.cluster);
            today.ifPresent(best::add);
            again += today.isPresent() ? 0 : 1;
        }
        var dropped = new TreeMap<String, Integer>();
        setAside.keySet().forEach(reason -> dropped.put(reason, claimsSetAside.get(reason)));
        if (again > 0) {
            dropped.merge(CellDay.SAID_BEFORE, again, Integer::sum);
        }
        if (standings.size() - again > best.size()) {
            dropped.merge("not-among-the-best-" + CellDay.BEST, standings.size() - again - best.size(), Integer::sum);
        }
        return new CellDay(
                cell,
                day,
                fetched.isEmpty() ? null : fetched.lastKey(),
                counted,
                insights,
                insights - standings.size(),
                late,
                unread,
                dropped,
                best,
                rules.version());
    }

    private void rank(Instant closesAt) {
        var change = links.change();
        if (!closesAt.equals(this.closesAt)) {
            var all = standings.stream().map(Standing::cluster).toList();
            standings.clear();
            all.forEach(cluster -> standings.add(new Standing(cluster, rules.base(cluster, closesAt))));
            this.closesAt = closesAt;
        }
        change.gone().forEach(cluster -> standings.remove(new Standing(cluster, rules.base(cluster, closesAt))));
        change.come().forEach(cluster -> standings.add(new Standing(cluster, rules.base(cluster, closesAt))));
    }
}
