package topfive.chaos.point;

import java.time.LocalDate;
import java.util.List;

/**
 * What became of one death.
 *
 * @param trial 1: at the first pass, 2: at a later one or on another day, 3: and the state folder was lost
 * @param fired whether the process ended at this point, with 137
 * @param again milliseconds from the start after the death until what it was about had happened and nothing was left to do: the FINAL edition, the
 *     document in its topic; -1: that did not come
 * @param days whose FINAL editions this round is answerable for
 * @param wrong what is not as it must be
 */
record Row(Point point, int trial, int pass, boolean fired, long again, List<LocalDate> days, List<String> wrong) {
    Row {
        days = List.copyOf(days);
        wrong = List.copyOf(wrong);
    }

    boolean good() {
        return fired && wrong.isEmpty();
    }
}
