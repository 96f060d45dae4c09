package topfive.processor.merge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
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
    private final Limits limits;
    private final Map<String, Revisions> documents = new HashMap<>();
    private final TreeMap<LocalDate, OneDay> days = new TreeMap<>();
    private final Said said = new Said();

    public Cell(String name, Rules rules) {
        this(name, rules, Limits.CURRENT);
    }

    Cell(String name, Rules rules, Limits limits) {
        this.name = name;
        this.rules = rules;
        this.limits = limits;
    }

    /**
     * Takes a reading, which may be a repeat or a revision.
     *
     * @return all texts of the document, to be kept
     */
    public Revisions place(Reading reading) {
        var before = documents.get(reading.documentId());
        var after = before == null ? Revisions.of(reading) : before.with(reading);
        hold(after, true);
        return after;
    }

    /** Puts back what {@link #place} returned; compared when the day is asked for, together with all the others. */
    public void restore(Revisions revisions) {
        hold(revisions, false);
    }

    /** @param now compare at once what it says */
    void hold(Revisions revisions, boolean now) {
        var after = revisions.current();
        var held = documents.get(after.documentId());
        var before = held == null ? null : held.current();
        if (!after.equals(before)) {
            if (before != null) {
                day(before.day()).remove(before);
            }
            try {
                day(after.day()).add(after, now);
            } catch (RuntimeException | Error e) {
                // what could not be compared was not taken, and does not count
                if (before != null) {
                    day(before.day()).add(before, now);
                }
                throw e;
            }
            if (before != null) {
                said.remove(before);
            }
            said.add(after);
        }
        documents.put(after.documentId(), revisions);
    }

    /** Forgets one document, of which these are the texts. */
    void forget(Revisions revisions) {
        var current = revisions.current();
        if (documents.remove(current.documentId()) != null) {
            day(current.day()).remove(current);
            said.remove(current);
        }
    }

    /** Forgets the days before this one. @return the ids of the documents that are forgotten */
    public List<String> forgetBefore(LocalDate day) {
        var old = days.headMap(day).values().stream()
                .flatMap(each -> each.documents().stream())
                .sorted()
                .toList();
        days.headMap(day).clear();
        said.forgetBefore(day);
        old.forEach(documents::remove);
        return old;
    }

    /** Those of which there are documents, the earliest first. */
    public Collection<LocalDate> days() {
        return days.entrySet().stream()
                .filter(each -> !each.getValue().documents().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    Collection<LocalDate> daysAfter(LocalDate day) {
        return days().stream().filter(each -> each.isAfter(day)).toList();
    }

    /** The day as it stands. */
    public CellDay summary(LocalDate day, Instant closesAt) {
        return day(day).summary(name, day, closesAt, cluster -> said.newsOf(day, cluster));
    }

    private OneDay day(LocalDate day) {
        return days.computeIfAbsent(day, each -> new OneDay(rules, limits));
    }
}
