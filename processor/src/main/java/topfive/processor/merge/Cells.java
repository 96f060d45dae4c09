package topfive.processor.merge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One cell for each language. A document stands in one of them alone, that of its current text: a revision in another language takes it
 * out of the cell where it was.
 *
 * <p>Not for use by several threads.
 */
public final class Cells {
    private final Rules rules;
    private final Map<String, Cell> byLanguage = new TreeMap<>();
    private final Map<String, Revisions> documents = new HashMap<>();

    public Cells(Rules rules) {
        this.rules = rules;
    }

    /**
     * Takes a reading, which may be a repeat or a revision.
     *
     * @return all texts of the document
     */
    public Revisions place(Reading reading) {
        return hold(reading, true);
    }

    /** Puts back a reading that was placed before a stop; compared when its day is asked for. */
    public void restore(Reading reading) {
        hold(reading, false);
    }

    /** All texts of its document, once this one is placed. */
    public Revisions with(Reading reading) {
        var before = documents.get(reading.documentId());
        return before == null ? Revisions.of(reading) : before.with(reading);
    }

    private Revisions hold(Reading reading, boolean now) {
        var before = documents.get(reading.documentId());
        var after = with(reading);
        // one for each language that it ever had: what a cell said of it once must be said again without it
        after.texts().forEach(text -> cell(text.language()));
        cell(after.current().language()).hold(after, now);
        if (before != null
                && !before.current().language().equals(after.current().language())) {
            cell(before.current().language()).forget(before);
        }
        documents.put(reading.documentId(), after);
        return after;
    }

    /** All texts of a document; none where it is not known. */
    public List<Reading> textsOf(String documentId) {
        var known = documents.get(documentId);
        return known == null ? List.of() : known.texts();
    }

    /** Those that have readings. */
    public Collection<LocalDate> daysAfter(LocalDate day) {
        return byLanguage.values().stream()
                .flatMap(cell -> cell.daysAfter(day).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How the day stands in each of them, as they are named. */
    public List<CellDay> summaries(LocalDate day, java.time.Instant closesAt) {
        return byLanguage.values().stream()
                .map(cell -> cell.summary(day, closesAt))
                .toList();
    }

    /** Forgets the days before this one. @return what is forgotten */
    public Collection<Reading> forgetBefore(LocalDate day) {
        var forgotten = new ArrayList<Reading>();
        byLanguage
                .values()
                .forEach(cell -> cell.forgetBefore(day)
                        .forEach(id -> forgotten.addAll(documents.remove(id).texts())));
        return forgotten;
    }

    private Cell cell(String language) {
        return byLanguage.computeIfAbsent(language, name -> new Cell(name, rules));
    }
}
