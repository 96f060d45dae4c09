package topfive.chaos.point;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of one death.
 *
 * @param trial 1: at the first pass, 2: at a later one or on another day, 3: and the state folder was lost; beyond: at ingest, right after
 *     the death before
 * @param fired whether the process ended at this point, with 137
 * @param again milliseconds from the start after the death until what it was about had happened and nothing was left to do: until the
 *     processor was at rest behind the FINAL edition, until ingest had visited its source in peace; -1: that did not come, or was not
 *     waited for
 * @param days whose FINAL editions this round is answerable for
 * @param wrong what is not as it must be
 */
record Row(Point point, int trial, int pass, boolean fired, long again, List<LocalDate> days, List<String> wrong) {
    Row {
        days = List.copyOf(days);
        wrong = List.copyOf(wrong);
    }

    /** What a recovery is one of: durations of different kinds are no figures of one thing. */
    enum Kind {
        /** the processor came up again on the state that it had */
        WITH_STATE("againMs"),
        /** the processor came up again with nothing but its changelogs */
        WITHOUT_STATE("againWithoutStateMs"),
        /** ingest came up again: it keeps no state of its own */
        INGEST("againIngestMs"),
        /** nothing came up again: who died was {@code day close}, which was called again */
        DAY_CLOSE("calledAgainMs");

        final String figure;

        Kind(String figure) {
            this.figure = figure;
        }
    }

    Kind kind() {
        if (point.isAt(Point.Place.HARVEST, Point.Place.PUSH)) {
            return Kind.INGEST;
        }
        if (trial == Points.TRIALS) {
            return Kind.WITHOUT_STATE;
        }
        return point.isAt(Point.Place.FENCE) ? Kind.DAY_CLOSE : Kind.WITH_STATE;
    }

    /** Editions and decisions have their day in their key. */
    boolean isNamedBy(String difference) {
        return days.stream().anyMatch(day -> difference.contains(day.toString()));
    }

    Row closing(LocalDate day) {
        return new Row(point, trial, pass, fired, again, List.of(day), wrong);
    }

    Row with(List<String> more) {
        var all = new ArrayList<>(wrong);
        all.addAll(more);
        return new Row(point, trial, pass, fired, again, days, all);
    }

    /** Whether it tells how long something took: it died, and what it was about was waited for and came. */
    boolean isMeasured() {
        return fired && again >= 0;
    }

    boolean good() {
        return fired && wrong.isEmpty();
    }
}
