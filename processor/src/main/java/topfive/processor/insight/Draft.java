package topfive.processor.insight;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import topfive.contract.Insight;

/**
 * A passage that could be chosen: lines of one block, first to last, both included.
 *
 * @param asked the question that it cannot be understood without, null where it can
 */
record Draft(Block block, int first, int last, List<Line> lines, Asked asked, Insight.Quality quality) {
    private static final double SAME = 0.6;

    /** A line of a block. */
    record Place(int block, int line) {}

    Place begins() {
        return new Place(block.index(), first);
    }

    /** Where a passage that follows this one begins. */
    Place goesOn() {
        return new Place(block.index(), last + 1);
    }

    int start() {
        return lines.get(0).opensAt();
    }

    int end() {
        return lines.get(lines.size() - 1).closesAt();
    }

    boolean overlaps(Draft other) {
        return block.index() == other.block.index() && first <= other.last && other.first <= last;
    }

    /** Says in the same words what the other says. */
    boolean repeats(Draft other) {
        var mine = terms();
        var theirs = other.terms();
        var both = new HashSet<>(mine);
        both.retainAll(theirs);
        int all = mine.size() + theirs.size() - both.size();
        return all > 0 && both.size() > SAME * all;
    }

    List<String> words() {
        return lines.stream().flatMap(line -> line.words().stream()).toList();
    }

    private Set<String> terms() {
        var terms = new HashSet<String>();
        lines.forEach(line -> terms.addAll(line.terms()));
        return terms;
    }
}
