package topfive.standalone.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import topfive.contract.Day;
import topfive.contract.Document;
import topfive.contract.Edition;
import topfive.processor.classify.Taxonomy;
import topfive.processor.merge.Rules;
import topfive.standalone.Analysis;

/**
 * The FINAL edition of some documents that all count for one day, compared with no earlier one.
 *
 * @param members of each cluster: insight id and claim
 */
public record Trial(Edition edition, Map<String, List<Members.Member>> members) {
    private static final Duration GRACE = Duration.ofMinutes(30);
    private static final Duration MOMENT = Duration.ofSeconds(1);

    /**
     * @param wanted null: the day of the latest stated date; where none is stated, that of now
     * @param own what claims are labelled by; empty: ours
     */
    public static Trial of(
            List<Document> documents, LocalDate wanted, ZoneId zone, Rules rules, Optional<Taxonomy> own, Instant now) {
        var days = new Day(zone, GRACE);
        var day = wanted == null ? latest(documents, days).orElse(days.at(now)) : wanted;
        var languages = List.of("en");
        // taken in at the last moment of the day, whenever that was: the same files give the same bytes tomorrow
        var at = day.plusDays(1).atStartOfDay(zone).toInstant().minus(MOMENT);
        try (var analysis = Analysis.load(own)) {
            var pipeline = analysis.pipeline(languages, days, rules);
            var readings = documents.stream()
                    .map(document -> OfOneDay.takenIn(document, at))
                    .map(document -> OfOneDay.counted(pipeline.reader().read(document, null), day))
                    .toList();
            return new Trial(pipeline.edition(readings, day).edition(), Members.of(readings, pipeline.desk(), day));
        }
    }

    /** A date that lies ahead of now is no news of tomorrow, but a mistake. */
    private static Optional<LocalDate> latest(List<Document> documents, Day days) {
        return documents.stream()
                .filter(document -> document.publishedAt() != null)
                .map(Day::published)
                .max(Instant::compareTo)
                .map(days::at);
    }
}
