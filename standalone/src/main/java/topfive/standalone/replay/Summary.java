package topfive.standalone.replay;

import java.util.List;

/** A replay in numbers: editions by verdict, and what happened to places among the five. */
public record Summary(
        int days,
        int identical,
        int sameButLabels,
        int sameFive,
        int differ,
        int unpublished,
        int entered,
        int left,
        int moved) {
    static Summary of(List<Difference> days) {
        return new Summary(
                days.size(),
                verdicts(days, Difference.Verdict.IDENTICAL),
                verdicts(days, Difference.Verdict.SAME_BUT_LABELS),
                verdicts(days, Difference.Verdict.SAME_FIVE),
                verdicts(days, Difference.Verdict.DIFFERS),
                verdicts(days, Difference.Verdict.NOT_PUBLISHED),
                changes(days, Change.Kind.ENTERED),
                changes(days, Change.Kind.LEFT),
                changes(days, Change.Kind.MOVED));
    }

    private static int verdicts(List<Difference> days, Difference.Verdict verdict) {
        return (int) days.stream().filter(day -> day.verdict() == verdict).count();
    }

    private static int changes(List<Difference> days, Change.Kind kind) {
        return (int) days.stream()
                .filter(day -> day.verdict() == Difference.Verdict.DIFFERS)
                .flatMap(day -> day.changes().stream())
                .filter(change -> change.kind() == kind)
                .count();
    }
}
