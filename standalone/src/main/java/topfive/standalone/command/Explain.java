package topfive.standalone.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.contract.Json;
import topfive.contract.Topics;
import topfive.standalone.Exit;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.Latest;

/** {@code topfive explain}. */
@Command(name = "explain", description = "Says why a cluster is among the five, or why it missed.")
final class Explain implements Callable<Integer> {
    @Mixin
    private Setup setup;

    @Parameters(paramLabel = "CLUSTER", arity = "0..1", description = "Its id, or how that begins.")
    private String cluster;

    @Option(names = "--missed", description = "All candidates of the latest day that missed, best first.")
    private boolean missed;

    @Override
    public Integer call() {
        if (missed == (cluster != null)) {
            throw Refusal.usage("name one cluster, or say --missed", "ids stand in: topfive top --explain");
        }
        var broker = Broker.of(setup.configuration()).mustAnswer();
        var found = missed ? missedOnes(broker) : explained(broker);
        if (found.isEmpty()) {
            throw Refusal.nothing(
                    missed ? "nothing missed" : "no cluster " + cluster + " in an edition or a decision",
                    "ids stand in: topfive top --explain");
        }
        found.forEach(one -> setup.surroundings().out().print(Json.pretty(one)));
        return Exit.OK;
    }

    private static List<? extends Object> missedOnes(Broker broker) {
        var latest = DayOrLatest.of(broker, Optional.empty());
        var decided = decisions(broker).stream()
                .filter(decision -> decision.day().equals(latest.day()) && decision.rank() == null)
                .sorted(Comparator.comparingInt(Decision::score).reversed())
                .toList();
        // decisions come with FINAL; until then the edition itself names the best ten
        return decided.isEmpty() ? latest.missed() : decided;
    }

    private List<? extends Object> explained(Broker broker) {
        var decided = decisions(broker).stream()
                .filter(decision -> decision.clusterId().startsWith(cluster))
                .toList();
        return decided.isEmpty() ? inEditions(broker) : decided;
    }

    private List<? extends Object> inEditions(Broker broker) {
        return Latest.of(broker, Topics.LIVE).values().stream()
                .flatMap(this::inEdition)
                .toList();
    }

    private Stream<Object> inEdition(Edition edition) {
        return Stream.concat(
                edition.insights().stream()
                        .filter(insight -> insight.clusterId().startsWith(cluster)
                                || insight.formerIds().stream().anyMatch(id -> id.startsWith(cluster))),
                edition.missed().stream()
                        .filter(candidate -> candidate.clusterId().startsWith(cluster)));
    }

    private static List<Decision> decisions(Broker broker) {
        return List.copyOf(Latest.of(broker, Topics.DECISIONS).values());
    }
}
