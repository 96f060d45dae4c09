package topfive.chaos.point;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import topfive.standalone.Analysis;

/** Rounds one after the other. Lanes run side by side: much of a round is waiting. */
interface Lane {
    /** Whether any of its points was asked for. */
    boolean hasWork();

    /** @param folder of its own */
    List<Row> run(Path folder, Analysis analysis) throws Exception;

    /** With what is wrong with the editions; what no round answers for is held against the first. */
    static List<Row> judged(List<Row> rows, Map<LocalDate, List<String>> wrong) {
        var left = new java.util.LinkedHashMap<>(wrong);
        var judged = new ArrayList<Row>();
        for (var row : rows) {
            var all = new ArrayList<>(row.wrong());
            row.days().forEach(day -> {
                var lines = left.remove(day);
                all.addAll(lines == null ? List.of() : lines);
            });
            judged.add(new Row(row.point(), row.trial(), row.pass(), row.fired(), row.again(), row.days(), all));
        }
        if (!left.isEmpty() && !judged.isEmpty()) {
            var first = judged.get(0);
            var all = new ArrayList<>(first.wrong());
            left.values().forEach(all::addAll);
            judged.set(
                    0,
                    new Row(
                            first.point(),
                            first.trial(),
                            first.pass(),
                            first.fired(),
                            first.again(),
                            first.days(),
                            all));
        }
        return judged;
    }
}
