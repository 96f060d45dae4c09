package topfive.processor.choose;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import topfive.contract.Insight;
import topfive.contract.Source;
import topfive.contract.Span;
import topfive.processor.merge.Cell;
import topfive.processor.merge.Claim;
import topfive.processor.merge.Node;
import topfive.processor.merge.Reading;
import topfive.processor.merge.Rules;

/** The five of a list of bare statements, each by another voice and equally good: what is left is who agrees with whom. */
public final class BestOf {
    private static final LocalDate DAY = LocalDate.EPOCH;
    private static final Instant NOON = Instant.EPOCH;

    private BestOf() {}

    /** @return ids, best first, at most five */
    public static List<String> statements(List<Node> statements, Rules rules) {
        var cell = new Cell("en", rules);
        statements.forEach(statement -> cell.place(reading(statement)));
        var summary = cell.summary(DAY, NOON);
        var candidates = EditionOfDay.candidates(summary.clusters(), List.of(), rules);
        return Choice.among(candidates, rules, NOON).stream()
                .filter(verdict -> verdict.rank() != null)
                .map(verdict -> verdict.candidate().cluster().exemplar().id())
                .toList();
    }

    private static Reading reading(Node statement) {
        var voice = new Source(statement.id(), statement.id(), "statement", statement.id(), null);
        var insight = new Insight(
                1,
                statement.id(),
                statement.id(),
                statement.id(),
                voice,
                "",
                null,
                null,
                null,
                NOON,
                DAY,
                "en",
                statement.text(),
                List.of(new Span(0, 0, statement.text().length())),
                new Insight.Context("", ""),
                null,
                null,
                List.of(),
                List.of(),
                new Insight.Quality(600, Map.of("given", 600)),
                "");
        var claim = new Claim(insight, NOON, statement.vector(), statement.words());
        return new Reading(
                statement.id(), statement.id(), statement.id(), NOON, DAY, "en", null, false, List.of(claim));
    }
}
