package topfive.standalone.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.contract.Topics;
import topfive.processor.choose.EditionOfDay;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.Claims;
import topfive.standalone.topic.Latest;

/** Finds out why: in the editions and decisions, and where a day is open and nothing decided yet, by doing it again. */
public final class Inquiry {
    private static final int SHOWN = 5;

    private final Broker broker;
    private final Function<LocalDate, EditionOfDay> again;
    private final TreeMap<LocalDate, Edition> editions = new TreeMap<>();
    private final Collection<Decision> decisions;

    /** @param again makes the edition of a day that is open, with its decisions */
    public Inquiry(Broker broker, Function<LocalDate, EditionOfDay> again) {
        this.broker = broker;
        this.again = again;
        Latest.of(broker, Topics.LIVE).values().stream()
                .filter(edition -> edition.edition().equals("all"))
                .forEach(edition -> editions.put(edition.day(), edition));
        this.decisions = Latest.of(broker, Topics.DECISIONS).values().stream()
                .filter(decision -> decision.edition().equals("all"))
                .toList();
    }

    /** @param id a cluster's, also a former one of it, or how that begins; the latest day that has it counts */
    public Optional<Explained> about(String id) {
        return editions.descendingMap().values().stream()
                .map(edition -> inEdition(edition, id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** All that missed on a day, best first. Empty while the day is open: only the edition's best ten are known then. */
    public List<Decision> missed(LocalDate day) {
        return decisions.stream()
                .filter(decision -> decision.day().equals(day) && decision.rank() == null)
                .sorted(Comparator.comparingInt(Decision::score).reversed().thenComparing(Decision::clusterId))
                .toList();
    }

    private Optional<Explained> inEdition(Edition edition, String id) {
        var decided = decisions.stream()
                .filter(decision -> decision.day().equals(edition.day()))
                .toList();
        var clusters = clusters(edition, decided, id);
        if (clusters.size() > 1) {
            throw Refusal.usage(
                    id + " begins the ids of " + clusters.size() + " clusters of " + edition.day(),
                    "write more of it: "
                            + clusters.stream().limit(SHOWN).collect(Collectors.joining(", "))
                            + (clusters.size() > SHOWN ? ", ..." : ""));
        }
        if (clusters.isEmpty()) {
            return Optional.empty();
        }
        var cluster = clusters.iterator().next();
        if (edition.status() == Edition.Status.FINAL) {
            return explained(edition, decided, cluster);
        }
        var made = again.apply(edition.day());
        return explained(made.edition(), made.decisions(), cluster)
                .or(() -> explained(made.edition(), made.decisions(), nowOf(made.edition(), cluster)));
    }

    private static Set<String> clusters(Edition edition, Collection<Decision> decided, String id) {
        var found = new LinkedHashSet<String>();
        edition.insights().stream()
                .filter(insight -> Stream.concat(Stream.of(insight.clusterId()), insight.formerIds().stream())
                        .anyMatch(each -> each.startsWith(id)))
                .forEach(insight -> found.add(insight.clusterId()));
        Stream.concat(
                        edition.missed().stream().map(Edition.Missed::clusterId),
                        decided.stream().map(Decision::clusterId))
                .filter(each -> each.startsWith(id))
                .forEach(found::add);
        return found;
    }

    /** Under which id a cluster goes that an earlier report has joined meanwhile. */
    private static String nowOf(Edition edition, String cluster) {
        return edition.insights().stream()
                .filter(insight -> insight.formerIds().contains(cluster))
                .map(Edition.Ranked::clusterId)
                .findFirst()
                .orElse(cluster);
    }

    private Optional<Explained> explained(Edition edition, Collection<Decision> decided, String cluster) {
        return decided.stream()
                .filter(decision -> decision.clusterId().equals(cluster))
                .findFirst()
                .map(decision -> Explained.of(edition, decision, rivals(edition), insights(edition, decision)));
    }

    private Map<String, topfive.contract.Insight> insights(Edition edition, Decision decision) {
        var insight = edition.insights().stream()
                .filter(each -> each.clusterId().equals(decision.clusterId()))
                .findFirst()
                .orElse(null);
        return Claims.of(broker, new LinkedHashSet<>(members(decision, insight)));
    }

    /** Those of the evidence first, then those that the grounds for merging name. */
    static Collection<String> members(Decision decision, Edition.Ranked insight) {
        var ids = new LinkedHashSet<String>();
        if (insight != null) {
            insight.evidence().forEach(evidence -> ids.add(evidence.insightId()));
        }
        ids.add(decision.clusterId());
        decision.merged().forEach(merge -> ids.addAll(List.of(merge.a(), merge.b())));
        return ids;
    }

    /** The five of this day and of those before it. */
    private Map<String, Explained.Rival> rivals(Edition edition) {
        var all = new ArrayList<>(editions.headMap(edition.day()).values());
        all.add(edition);
        var rivals = new HashMap<String, Explained.Rival>();
        all.forEach(each -> each.insights()
                .forEach(insight -> rivals.put(
                        insight.clusterId(),
                        new Explained.Rival(
                                insight.clusterId(), each.day(), insight.rank(), insight.claim(), insight.score()))));
        return rivals;
    }
}
