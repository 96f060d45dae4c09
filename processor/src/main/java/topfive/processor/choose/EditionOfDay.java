package topfive.processor.choose;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import topfive.contract.Day;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.processor.merge.CellDay;
import topfive.processor.merge.Claim;
import topfive.processor.merge.Cluster;
import topfive.processor.merge.Node;
import topfive.processor.merge.Rules;

/**
 * An edition with the decisions behind it. OPEN and FINAL are made by the same function of what the cells say of the day and what earlier
 * editions told.
 */
public record EditionOfDay(Edition edition, List<Decision> decisions, Told told) {
    private static final int MISSED = 10;
    /** A flood of copies has as many claims as copies; an edition has to fit into a record. */
    private static final int MOST_FORMER_IDS = 1_000;

    public EditionOfDay {
        decisions = List.copyOf(decisions);
    }

    /** What does not change from day to day. */
    public record Desk(String edition, Day days, Rules rules, String encoderId) {}

    /** @param before the last seven editions, today's not among them */
    public static EditionOfDay of(
            Desk desk,
            LocalDate day,
            Edition.Status status,
            int revision,
            Collection<CellDay> cells,
            Collection<Told> before) {
        var rules = desk.rules();
        var closesAt = desk.days().closesAt(day);
        var clusters = cells.stream()
                .flatMap(cell -> cell.clusters().stream())
                .sorted(Comparator.comparing(Cluster::id))
                .toList();
        var candidates = candidates(clusters, before, rules);
        var verdicts = Choice.among(candidates, rules, closesAt);
        var chosen = verdicts.stream().filter(verdict -> verdict.rank() != null).toList();
        var missed = verdicts.stream().filter(verdict -> verdict.rank() == null).toList();
        var latest = cells.stream()
                .map(CellDay::latestFetch)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        var edition = new Edition(
                1,
                desk.edition(),
                day,
                desk.days().zone().getId(),
                status,
                revision,
                status == Edition.Status.FINAL ? closesAt : latest.orElse(null),
                closesAt,
                before.stream()
                        .map(told -> new Edition.Compared(told.day(), told.revision()))
                        .sorted(Comparator.comparing(Edition.Compared::day).reversed())
                        .toList(),
                counts(cells, candidates.size()),
                shortfall(chosen.size(), missed, cells),
                chosen.stream().map(verdict -> ranked(verdict, candidates)).toList(),
                missed.stream().limit(MISSED).map(EditionOfDay::missed).toList(),
                rules.version(),
                desk.encoderId());
        return new EditionOfDay(
                edition,
                verdicts.stream().map(verdict -> decision(verdict, desk, day)).toList(),
                new Told(
                        day,
                        revision,
                        desk.encoderId(),
                        chosen.stream()
                                .map(verdict -> Idea.of(verdict.candidate().cluster()))
                                .toList()));
    }

    /** The same day by another number. @param updatedAt when it was made; of the first revision closesAt */
    public EditionOfDay as(int revision, Instant updatedAt) {
        return new EditionOfDay(
                new Edition(
                        edition.schemaVersion(),
                        edition.edition(),
                        edition.day(),
                        edition.zone(),
                        edition.status(),
                        revision,
                        updatedAt,
                        edition.closesAt(),
                        edition.comparedWith(),
                        edition.counts(),
                        edition.shortfall(),
                        edition.insights(),
                        edition.missed(),
                        edition.rulesVersion(),
                        edition.encoderId()),
                decisions,
                new Told(told.day(), revision, told.encoderId(), told.ideas()));
    }

    static List<Candidate> candidates(List<Cluster> clusters, Collection<Told> before, Rules rules) {
        var exemplars =
                clusters.stream().map(cluster -> Node.of(cluster.exemplar())).toList();
        var pairs = new Nearness(exemplars);
        var stories = Stories.of(exemplars, pairs, rules);
        var known = News.Known.of(before);
        return IntStream.range(0, clusters.size())
                .mapToObj(i -> new Candidate(
                        clusters.get(i),
                        exemplars.get(i),
                        stories.get(exemplars.get(i).id()),
                        News.of(clusters.get(i), exemplars.get(i), known, rules),
                        pairs))
                .toList();
    }

    private static Edition.Ranked ranked(Verdict verdict, List<Candidate> all) {
        var cluster = verdict.candidate().cluster();
        var news = verdict.candidate().news();
        var says = cluster.exemplar().insight();
        return new Edition.Ranked(
                verdict.rank(),
                cluster.id(),
                cluster.formerIds().stream().limit(MOST_FORMER_IDS).toList(),
                says.claim(),
                Why.of(verdict.candidate()),
                says.topics(),
                says.themes(),
                cluster.reports(),
                cluster.independent(),
                cluster.firstSeen(),
                cluster.lastSeen(),
                new Edition.Novelty(news.isUpdate() ? "update" : "new", news.isUpdate() ? news.whatIsNew() : List.of()),
                Disputes.of(verdict.candidate(), all),
                verdict.score(),
                verdict.parts(),
                cluster.evidence().stream().map(EditionOfDay::evidence).toList());
    }

    private static Edition.Evidence evidence(Claim claim) {
        var is = claim.insight();
        var last = is.spans().get(is.spans().size() - 1);
        // an answer may carry the question of the block before: the place is the answer's
        var first = is.spans().stream()
                .filter(span -> span.block() == last.block())
                .findFirst()
                .orElseThrow();
        var source = is.source();
        return new Edition.Evidence(
                is.id(),
                is.documentId(),
                is.claim(),
                first.block(),
                first.start(),
                last.end(),
                new Edition.Publisher(source.id(), source.name(), source.kind(), source.owner()),
                is.title(),
                is.url(),
                is.publishedAt(),
                is.speaker(),
                is.startMs(),
                is.link());
    }

    private static Edition.Missed missed(Verdict verdict) {
        return new Edition.Missed(
                verdict.candidate().id(),
                verdict.candidate().cluster().exemplar().insight().claim(),
                verdict.score(),
                verdict.reason(),
                verdict.rival(),
                verdict.parts());
    }

    private static Decision decision(Verdict verdict, Desk desk, LocalDate day) {
        var cluster = verdict.candidate().cluster();
        return new Decision(
                1,
                desk.edition(),
                day,
                cluster.id(),
                cluster.exemplar().insight().claim(),
                verdict.score(),
                verdict.parts(),
                verdict.rank(),
                verdict.reason(),
                verdict.rival(),
                cluster.merged(),
                desk.rules().version(),
                desk.encoderId());
    }

    private static Edition.Counts counts(Collection<CellDay> cells, int candidates) {
        var unread = new TreeMap<String, Integer>();
        var dropped = new TreeMap<String, Integer>();
        int documents = 0;
        int insights = 0;
        int merged = 0;
        int late = 0;
        for (var cell : cells) {
            documents += cell.documents();
            insights += cell.insights();
            merged += cell.merged();
            late += cell.late();
            add(unread, cell.unread());
            add(dropped, cell.dropped());
        }
        return new Edition.Counts(documents, insights, merged, candidates, late, unread, dropped);
    }

    private static void add(Map<String, Integer> to, Map<String, Integer> from) {
        from.forEach((reason, count) -> to.merge(reason, count, Integer::sum));
    }

    private static String shortfall(int chosen, List<Verdict> missed, Collection<CellDay> cells) {
        if (chosen == Edition.SIZE) {
            return null;
        }
        var documents = cells.stream().mapToInt(CellDay::documents).sum();
        var candidates = chosen + missed.size();
        if (documents == 0) {
            return "No documents came in.";
        }
        if (candidates == 0) {
            var before = cells.stream()
                    .mapToInt(cell -> cell.dropped().getOrDefault(CellDay.SAID_BEFORE, 0))
                    .sum();
            return documents + (documents == 1 ? " document" : " documents") + " read, "
                    + (before == 0
                            ? "no claim with reasoning found."
                            : "nothing new: what they claim stood word for word in reports of the last seven days.");
        }
        if (chosen == candidates) {
            return "No more than " + chosen + (chosen == 1 ? " idea was found." : " different ideas were found.");
        }
        if (chosen == 0 && missed.stream().allMatch(verdict -> verdict.reason().equals("told-before"))) {
            return "Nothing new: all that was found was told in the last seven editions, with the same figures, dates and names.";
        }
        return "Only " + chosen + " of " + candidates
                + " candidates are different ideas that are good enough; the reasons stand with those that missed.";
    }
}
