package topfive.chaos.point;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rounds as a table for a report, one line for each point. */
final class Table {
    private Table() {}

    static String of(List<Point> points, List<Row> rows) {
        var table = new StringBuilder("""
                | fail point | fired | right FINALs | with its state, s | without, s | ingest, s | day close, s |
                |---|---|---|---|---|---|---|
                """);
        for (var point : points) {
            var own = rows.stream().filter(row -> row.point().equals(point)).toList();
            table.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %d/%d | %s |",
                    point.name(),
                    own.stream().filter(Row::fired).count(),
                    own.size(),
                    each(
                            own.stream()
                                    .filter(row -> row.trial() <= Points.TRIALS || !row.good())
                                    .toList(),
                            Table::finals)));
            for (var kind : Row.Kind.values()) {
                var measured = own.stream()
                        .filter(row -> row.kind() == kind && row.isMeasured())
                        .toList();
                table.append(' ')
                        .append(each(measured, row -> String.format(Locale.ROOT, "%.1f", row.again() / 1000.0)))
                        .append(" |");
            }
            table.append('\n');
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
