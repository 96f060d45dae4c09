package topfive.chaos.point;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rounds one after the other. Lanes run side by side: much of a round is waiting. */
interface Lane {
    /** Whether any of its points was asked for. */
    boolean hasWork();

    /** @param folder of its own */
    List<Row> run(Path folder) throws Exception;

    /** With what the oracle says: each line where it names a day of a round, all others with the first. */
    static List<Row> judged(List<Row> rows, List<String> differences) {
        var left = new ArrayList<>(differences);
        var judged = new ArrayList<Row>();
        for (var row : rows) {
            var own = left.stream().filter(row::isNamedBy).toList();
            left.removeAll(own);
            judged.add(row.with(own));
        }
        judged.set(0, judged.get(0).with(left));
        return judged;
    }
}
