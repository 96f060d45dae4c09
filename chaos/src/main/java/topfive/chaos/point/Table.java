package topfive.chaos.point;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rounds as a table for a report, one line for each point. */
final class Table {
    private Table() {}

    static String of(List<Point> points, List<Row> rows) {
        var table = new StringBuilder(
                "| fail point | fired | right FINALs | death -> done again, s |\n|---|---|---|---|\n");
        for (var point : points) {
            var own = rows.stream().filter(row -> row.point().equals(point)).toList();
            table.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %d/%d | %s | %s |\n",
                    point.name(),
                    own.stream().filter(Row::fired).count(),
                    Points.TRIALS,
                    each(own, Table::finals),
                    each(
                            own,
                            row -> row.again() < 0
                                    ? "never"
                                    : String.format(Locale.ROOT, "%.1f", row.again() / 1000.0))));
        }
        return table.toString();
    }

    private static String finals(Row row) {
        if (!row.wrong().isEmpty()) {
            return "WRONG";
        }
        return row.days().isEmpty() ? "-" : "" + row.days().size();
    }

    private static String each(List<Row> rows, Function<Row, String> what) {
        return rows.stream().map(what).collect(Collectors.joining("/"));
    }
}
