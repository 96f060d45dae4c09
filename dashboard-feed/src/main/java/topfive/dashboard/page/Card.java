package topfive.dashboard.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.contract.Label;

/**
 * One of the five as it is shown.
 *
 * @param voice who says the claim, where it was spoken; then it is shown as a quotation
 * @param reports the first few pieces of evidence; the others are in {@code more}
 * @param rival the nearest of the other four, once the day is closed
 * @param elsewhere reports of which no evidence is listed
 */
public record Card(
        Edition.Ranked insight,
        Optional<Report> voice,
        List<String> labels,
        String first,
        String last,
        List<Report> reports,
        List<Report> more,
        int elsewhere,
        List<Part> parts,
        List<Merged> merged,
        Optional<Place> rival,
        List<Place> disputedBy,
        String title) {
    private static final int SHOWN = 3;

    /** A part of the score; {@code meaning} may be empty, {@code width} is its share of the largest part, 0 to 100. */
    public record Part(String name, String meaning, int value, int width) {}

    /** Two reports that were taken as one idea. */
    public record Merged(String a, String b, int similarity, String grounds) {}

    /** Another cluster: where it is read, on this page or another, empty where there is none; and its words. */
    public record Place(String anchor, String words) {}

    static Card of(Edition edition, Edition.Ranked insight, Optional<Decision> decision, Times times) {
        var reports = insight.evidence().stream()
                .map(evidence -> Report.of(evidence, insight.claim(), times))
                .toList();
        var cut = reports.size() <= SHOWN + 1 ? reports.size() : SHOWN;
        return new Card(
                insight,
                voice(reports),
                Stream.concat(insight.topics().stream(), insight.themes().stream())
                        .map(Label::label)
                        .distinct()
                        .toList(),
                times.at(insight.firstSeen()),
                times.at(insight.lastSeen()),
                reports.subList(0, cut),
                reports.subList(cut, reports.size()),
                Math.max(0, insight.reports() - listed(insight)),
                parts(insight.scoreParts()),
                decision.map(made -> merged(made, insight)).orElse(List.of()),
                decision.map(Decision::rival).map(rival -> place(edition, rival)),
                insight.disputedBy().stream()
                        .map(cluster -> place(edition, cluster))
                        .toList(),
                insight.claim());
    }

    /** One report may bring several passages. */
    private static int listed(Edition.Ranked insight) {
        return (int) insight.evidence().stream()
                .map(Edition.Evidence::documentId)
                .distinct()
                .count();
    }

    public String id() {
        return insight.clusterId();
    }

    /** Every piece of evidence, shown at once or not. */
    public List<Report> all() {
        return Stream.concat(reports.stream(), more.stream()).toList();
    }

    public boolean update() {
        return insight.novelty() != null && "update".equals(insight.novelty().kind());
    }

    public List<String> whatIsNew() {
        return insight.novelty() == null ? List.of() : insight.novelty().whatIsNew();
    }

    public String facts() {
        return Words.count(insight.reports(), "report") + " · "
                + Words.count(insight.independentSources(), "independent source");
    }

    /** Where the claim stands on this page: among the five by number, or among those that missed. */
    static Place place(Edition edition, String cluster) {
        var top = edition.insights().stream()
                .filter(insight -> insight.clusterId().equals(cluster)
                        || insight.formerIds().contains(cluster))
                .findFirst();
        if (top.isPresent()) {
            return new Place("#c-" + top.get().clusterId(), "no. " + top.get().rank());
        }
        return edition.missed().stream()
                .filter(missed -> missed.clusterId().equals(cluster))
                .findFirst()
                .map(missed -> new Place("#m-" + cluster, "“" + missed.claim() + "”"))
                .orElse(new Place("/i/" + cluster, "an idea of another day"));
    }

    private static Optional<Report> voice(List<Report> reports) {
        return reports.stream().filter(Report::claimItself).findFirst().filter(Report::spoken);
    }

    static List<Part> parts(Map<String, Integer> scoreParts) {
        var largest = scoreParts.values().stream().mapToInt(Math::abs).max().orElse(0);
        return scoreParts.entrySet().stream()
                .map(part -> new Part(
                        Words.plain(part.getKey()),
                        Words.part(part.getKey()),
                        part.getValue(),
                        largest == 0 ? 0 : Math.abs(part.getValue()) * 100 / largest))
                .toList();
    }

    private static List<Merged> merged(Decision decision, Edition.Ranked insight) {
        return decision.merged().stream()
                .map(merge -> new Merged(
                        named(insight, merge.a()), named(insight, merge.b()), merge.similarity(), merge.grounds()))
                .toList();
    }

    private static String named(Edition.Ranked insight, String insightId) {
        return insight.evidence().stream()
                .filter(evidence -> evidence.insightId().equals(insightId))
                .findFirst()
                .map(evidence -> evidence.source().name())
                .orElse(insightId);
    }
}
