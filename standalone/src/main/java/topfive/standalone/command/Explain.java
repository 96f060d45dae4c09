package topfive.standalone.command;

import static topfive.standalone.explain.InWords.quoted;
import static topfive.standalone.explain.InWords.reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.contract.Day;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.processor.choose.EditionOfDay;
import topfive.standalone.Analysis;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.config.Configuration;
import topfive.standalone.explain.ExplainedText;
import topfive.standalone.explain.Inquiry;
import topfive.standalone.replay.Replay;
import topfive.standalone.topic.Broker;

/** {@code topfive explain}. */
@Command(name = "explain", description = "Says why a cluster is among the five, or why it missed.")
final class Explain implements Callable<Integer> {
    private static final int CLAIM = 110;

    @Mixin
    private Setup setup;

    @Parameters(paramLabel = "CLUSTER", arity = "0..1", description = "Its id, or how that begins.")
    private String cluster;

    @Option(names = "--missed", description = "All candidates of the latest day that missed, best first.")
    private boolean missed;

    @Option(names = "--day", paramLabel = "DAY", description = "With --missed: of this day.")
    private LocalDate day;

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Override
    public Integer call() {
        if (missed == (cluster != null) || !missed && cluster.isBlank()) {
            throw Refusal.usage("name one cluster, or say --missed", "ids stand in: topfive top --explain");
        }
        var configuration = setup.configuration();
        var broker = Broker.of(configuration).mustAnswer();
        var inquiry = new Inquiry(broker, open -> again(configuration, broker, open));
        if (missed) {
            listMissed(inquiry, DayOrLatest.of(broker, Optional.ofNullable(day)));
        } else {
            explain(inquiry);
        }
        setup.surroundings().out().flush();
        return Exit.OK;
    }

    private void explain(Inquiry inquiry) {
        var found = inquiry.about(cluster)
                .orElseThrow(() -> Refusal.nothing(
                        "no cluster " + cluster + " in an edition or a decision",
                        "ids stand in: topfive top --explain, topfive explain --missed"));
        if (json) {
            setup.surroundings().out().print(Json.pretty(found));
        } else {
            ExplainedText.of(found).forEach(setup.surroundings().out()::println);
        }
    }

    /** Decisions come with FINAL; of a day that is open they are made here, as they would be made now. */
    private EditionOfDay again(Configuration configuration, Broker broker, LocalDate open) {
        setup.surroundings().err().println(open + " is open: its documents are read again to say why");
        var days = new Day(configuration.zone(), configuration.grace());
        try (var analysis = Analysis.load(configuration.taxonomy())) {
            var pipeline = analysis.pipeline(configuration.languages(), days, configuration.rules());
            return Replay.open(broker, pipeline, open);
        }
    }

    private void listMissed(Inquiry inquiry, Edition edition) {
        var decided = inquiry.missed(edition.day());
        if (decided.isEmpty() && edition.missed().isEmpty()) {
            throw Refusal.nothing("nothing missed on " + edition.day(), "see the five: topfive top " + edition.day());
        }
        var out = setup.surroundings().out();
        if (json) {
            out.print(Json.pretty(decided.isEmpty() ? edition.missed() : decided));
            return;
        }
        // decisions come with FINAL; until then the edition itself names the best ten
        var lines = new ArrayList<String>();
        lines.add("Missed on " + edition.day() + (decided.isEmpty() ? ", which is still open; the best ten" : ""));
        decided.forEach(each -> lines.addAll(
                missed(edition, each.score(), each.claim(), each.reason(), each.rival(), each.clusterId())));
        if (decided.isEmpty()) {
            edition.missed()
                    .forEach(each -> lines.addAll(missed(
                            edition, each.score(), each.claim(), each.reason(), each.rival(), each.clusterId())));
        }
        lines.forEach(out::println);
    }

    private static List<String> missed(
            Edition edition, int score, String claim, String reason, String rival, String cluster) {
        var rank = edition.insights().stream()
                .filter(insight -> insight.clusterId().equals(rival))
                .map(insight -> ", number " + insight.rank())
                .findFirst()
                .orElse("");
        return List.of(
                " ".repeat(Math.max(0, 5 - Integer.toString(score).length())) + score + "  " + quoted(claim, CLAIM),
                "       " + reason(reason) + ("outscored".equals(reason) ? "" : rank) + "; cluster " + cluster);
    }
}
