package topfive.standalone.replay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import topfive.contract.Decision;
import topfive.contract.Edition;
import topfive.contract.FailPoint;
import topfive.contract.Topics;
import topfive.processor.NewRevision;
import topfive.processor.PastDays;
import topfive.processor.Pipeline;
import topfive.processor.choose.EditionOfDay;
import topfive.standalone.Refusal;
import topfive.standalone.topic.Broker;
import topfive.standalone.topic.Latest;
import topfive.standalone.topic.NewestFinal;
import topfive.standalone.topic.OneTransaction;

/**
 * A FINAL day by the rules, the program and the encoder of today, from the documents as they are kept.
 *
 * <p>The same is what has the same bytes, number and time of the revision aside. So a revision is written where the five are the same but
 * the edition names other rules or was compared with another revision of an earlier day; never where nothing would differ. Decisions that
 * their topic has let go are no difference.
 *
 * <p>It is compared with the editions of the seven days before as they stand now, in their newest revisions, and says so in
 * {@code comparedWith}. Nothing else is changed by it: later FINAL editions keep what they were compared with. Days that are still open
 * go on being compared with what the processor told when it closed this day, and name that revision: an edition depends on the documents
 * and their fences alone, so that a replay from the log gives it again; it must not depend on when somebody rebuilt another day.
 *
 * @param was as published
 * @param made as it would be now, with the number and the time of the published one
 */
public record Rebuild(
        Broker broker,
        Pipeline pipeline,
        Edition was,
        List<Decision> decided,
        EditionOfDay made,
        Difference difference) {

    /** Reads, and writes nothing. @throws Refusal where the day has no FINAL edition or its documents are no longer all kept */
    public static Rebuild of(Broker broker, Pipeline pipeline, LocalDate day, LongConsumer progress) {
        var published = Published.of(broker);
        var was = published.of(day).orElseThrow(() -> notClosed(broker, day));
        var zone = pipeline.desk().days().zone().getId();
        if (!was.zone().equals(zone)) {
            throw Refusal.configuration(
                    day + " was made in zone " + was.zone() + " and the zone is " + zone
                            + " now: it is another day there",
                    "to rebuild it as it was: --set zone=" + was.zone());
        }
        var made = new ArrayList<EditionOfDay>();
        var since = Replay.again(broker, pipeline, published, new PastDays.Range(day, day), progress, made::add);
        mustBeComplete(pipeline, day, since, made);
        return new Rebuild(
                broker,
                pipeline,
                was,
                List.copyOf(published.decisions(day).values()),
                made.get(0),
                Difference.between(published, made.get(0)));
    }

    private static Refusal notClosed(Broker broker, LocalDate day) {
        return Latest.of(broker, Topics.LIVE).containsKey("all/" + day)
                ? Refusal.failed(
                        day + " is open: it has no FINAL edition yet",
                        "wait until it closes, or close it now: topfive day close " + day)
                : Refusal.failed(
                        "there is no FINAL edition of " + day + " to rebuild",
                        "days that have one stand in: topfive topics tail daily");
    }

    private static void mustBeComplete(
            Pipeline pipeline, LocalDate day, Optional<Instant> since, List<EditionOfDay> made) {
        var days = pipeline.desk().days();
        var first = PastDays.reachesBackTo(day);
        // a day more: nothing is taken in before the day of which it is
        var needed = first.minusDays(1).atStartOfDay(days.zone()).toInstant();
        if (since.filter(at -> at.isAfter(needed)).isPresent()) {
            throw Refusal.failed(
                    day + " cannot be rebuilt: that takes all documents since " + first + ", and older ones than "
                            + since.filter(at -> at.isBefore(Instant.MAX))
                                    .map(at -> "those of " + days.at(at))
                                    .orElse("what came last")
                            + " are no longer kept",
                    "nothing: the edition stays as it was published");
        }
        if (made.isEmpty()) {
            throw Refusal.failed(
                    day + " cannot be rebuilt: no fence in the documents closes it",
                    "nothing: the edition stays as it was published");
        }
    }

    /** Whether a revision is due. */
    public boolean differs() {
        return difference.verdict() != Difference.Verdict.IDENTICAL;
    }

    /**
     * Writes the next revision and its decisions, all or nothing. Of several that rebuild one day at a time one alone writes: whoever comes
     * later shuts out those before, and looks again whether the edition is still the one that it has read.
     *
     * @return what is written; nothing where somebody else has just written the same
     */
    public Optional<Edition> write(Instant now) {
        FailPoint.at("rebuild-begun");
        try (var transaction =
                OneTransaction.alone(broker, "topfive-rebuild-" + was.key(), "rebuild of " + was.day())) {
            FailPoint.at("rebuild-alone");
            var newest = NewestFinal.of(broker, was.key()).orElse(was);
            if (newest.equals(was)) {
                var revision = made.as(was.revision() + 1, now);
                transaction.write(NewRevision.records(revision, pipeline.desk().days(), decided), "rebuild");
                return Optional.of(revision.edition());
            }
            if (made.as(newest.revision(), newest.updatedAt()).edition().equals(newest)) {
                return Optional.empty();
            }
            throw Refusal.failed(
                    was.day() + " was rebuilt by somebody else meanwhile, as revision " + newest.revision(),
                    "see it with: topfive top " + was.day() + "; to rebuild that one do it again");
        }
    }
}
