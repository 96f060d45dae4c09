package topfive.processor.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All readings that may say the same as each other, by day, and the clusters among them. An index in memory: what must last is kept by
 * whoever holds it. The result is a function of the set of readings; in what order they came does not show.
 *
 * <p>Not for use by several threads.
 */
public final class Cell {
    private final String name;
    private final Rules rules;
    private final Map<String, Revisions> documents = new HashMap<>();
    private final Map<LocalDate, Links> days = new TreeMap<>();

    public Cell(String name, Rules rules) {
        this.name = name;
        this.rules = rules;
    }

    /**
     * Takes a reading, which may be a repeat or a revision.
     *
     * @return all texts of the document, to be kept
     */
    public Revisions place(Reading reading) {
        var before = documents.get(reading.documentId());
        var after = before == null ? Revisions.of(reading) : before.with(reading);
        if (before != null && !before.current().equals(after.current())) {
            links(before.current().day()).remove(before.current().claims());
        }
        if (before == null || !before.current().equals(after.current())) {
            var current = after.current();
            if (current.isCandidate()) {
                links(current.day()).add(current.claims());
            }
        }
        // last: what could not be compared was not taken, and does not count
        documents.put(reading.documentId(), after);
        return after;
    }

    /** Puts back what {@link #place} returned. */
    public void restore(Revisions revisions) {
        revisions.texts().forEach(this::place);
    }

    /** Forgets one document, of which these are the texts. */
    void forget(Revisions revisions) {
        var current = revisions.current();
        if (documents.remove(current.documentId()) != null) {
            links(current.day()).remove(current.claims());
        }
    }

    /** Forgets the days before this one. @return the ids of the documents that are forgotten */
    public List<String> forgetBefore(LocalDate day) {
        days.keySet().removeIf(each -> each.isBefore(day));
        var old = documents.values().stream()
                .map(Revisions::current)
                .filter(reading -> reading.day().isBefore(day))
                .map(Reading::documentId)
                .sorted()
                .toList();
        old.forEach(documents::remove);
        return old;
    }

    public Collection<LocalDate> days() {
        return documents.values().stream()
                .map(each -> each.current().day())
                .distinct()
                .sorted()
                .toList();
    }

    /** The day as it stands. */
    public CellDay summary(LocalDate day, java.time.Instant closesAt) {
        var ofDay = documents.values().stream()
                .map(Revisions::current)
                .filter(reading -> reading.day().equals(day))
                .sorted(Comparator.comparing(Reading::documentId))
                .toList();
        var counted = once(ofDay);
        var unread = new TreeMap<String, Integer>();
        var dropped = new TreeMap<String, Integer>();
        var claims = new ArrayList<Claim>();
        for (var reading : counted) {
            if (reading.isCandidate()) {
                claims.addAll(reading.claims());
            } else if (reading.setAside().startsWith("language ")) {
                unread.merge(reading.language(), 1, Integer::sum);
            } else {
                dropped.merge(reading.setAside(), reading.claims().size(), Integer::sum);
            }
        }
        claims.sort(Claim.EARLIEST);
        var clusters = links(day).clusters(claims);
        var best = clusters.stream()
                .sorted(Comparator.<Cluster>comparingInt(cluster -> -rules.base(cluster, closesAt))
                        .thenComparing(Cluster::id))
                .limit(CellDay.BEST)
                .toList();
        if (clusters.size() > best.size()) {
            dropped.merge("not-among-the-best-" + CellDay.BEST, clusters.size() - best.size(), Integer::sum);
        }
        return new CellDay(
                name,
                day,
                ofDay.stream()
                        .map(Reading::fetchedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                counted.size(),
                claims.size(),
                claims.size() - clusters.size(),
                (int) counted.stream().filter(Reading::late).count(),
                unread,
                dropped,
                best,
                rules.version());
    }

    /** The same text under two ids of one source counts once: under the smaller id. */
    private static List<Reading> once(List<Reading> sortedById) {
        var seen = new HashMap<String, Reading>();
        sortedById.forEach(reading -> seen.putIfAbsent(reading.sourceId() + "\n" + reading.contentHash(), reading));
        return seen.values().stream()
                .sorted(Comparator.comparing(Reading::documentId))
                .toList();
    }

    private Links links(LocalDate day) {
        return days.computeIfAbsent(day, each -> new Links(rules.sameIdea()));
    }
}
