package topfive.processor.choose;

import java.util.Collection;
import java.util.List;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.processor.merge.CellDay;

/**
 * What was published of a day that is made once more: the FINAL edition and the decisions behind it, as far as they are kept. From FINAL on
 * the id of a cluster is fixed, so whoever makes the day again, by whatever rules, calls its clusters as they were called.
 */
public record EarlierRevision(Edition edition, List<Decision> decisions) {
    public EarlierRevision {
        decisions = List.copyOf(decisions);
    }

    /** The clusters of the day by the ids that are known to the world. */
    public List<CellDay> named(Collection<CellDay> cells) {
        var kept = KeptIds.of(this, cells);
        return cells.stream()
                .map(cell -> cell.withClusters(
                        cell.clusters().stream().map(kept::named).toList()))
                .toList();
    }

    /** The day with the number and the time of this revision: where nothing else changed, the bytes are those that were published. */
    public EditionOfDay numbered(EditionOfDay made) {
        return made.as(edition.revision(), edition.updatedAt());
    }
}
