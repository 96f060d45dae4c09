package topfive.chaos.point;

import static topfive.chaos.point.Point.Place.AHEAD;
import static topfive.chaos.point.Point.Place.FENCE;
import static topfive.chaos.point.Point.Place.HARVEST;
import static topfive.chaos.point.Point.Place.LETTER;
import static topfive.chaos.point.Point.Place.PROCESSOR;
import static topfive.chaos.point.Point.Place.PUSH;
import static topfive.chaos.point.Point.Place.START;
import static topfive.chaos.point.Point.Place.TICKER;

import java.util.List;
import java.util.Optional;

/**
 * A fail point of the product: a moment at which a run can be made to die.
 *
 * @param name as {@code -Dtopfive.fail} takes it
 * @param passes how often a process comes by in one day, at least; on a broker with the partitions of one machine
 */
public record Point(String name, Place place, int passes) {
    /** Who comes by, and what brings it there. */
    public enum Place {
        /** the processor, while a day closes */
        PROCESSOR,
        /** the processor, while its state is restored */
        START,
        /** the processor, where a document stands behind a fence that has not come from everywhere */
        AHEAD,
        /** the processor, when it cannot read a record */
        LETTER,
        /** whoever writes the fences of a day */
        FENCE,
        /** the processor's ticker, when a day's time has come */
        TICKER,
        /** ingest, when it visits a source */
        HARVEST,
        /** ingest, when something is handed in */
        PUSH
    }

    /** All that the product has; a test holds this against its sources. In the order in which a day passes them. */
    public static final List<Point> ALL = List.of(
            new Point("document-written", HARVEST, 3),
            new Point("after-produce", HARVEST, 1),
            new Point("after-state", HARVEST, 1),
            new Point("letter-written", HARVEST, 1),
            new Point("push-safe", PUSH, 1),
            new Point("push-answered", PUSH, 1),
            new Point("ticker-due", TICKER, 1),
            new Point("fence-before", FENCE, 1),
            new Point("fence-written", FENCE, 4),
            new Point("fence-after", FENCE, 1),
            new Point("read-fence", PROCESSOR, 4),
            new Point("read-fence-kept", PROCESSOR, 4),
            new Point("read-fence-passed", PROCESSOR, 4),
            new Point("letter-commit", LETTER, 1),
            new Point("letter-committed", LETTER, 1),
            new Point("pass-commit", PROCESSOR, 2),
            new Point("pass-committed", PROCESSOR, 2),
            new Point("merge-restored", START, 4),
            new Point("merge-ahead-kept", AHEAD, 2),
            new Point("merge-ahead-placed", AHEAD, 2),
            new Point("merge-fence", PROCESSOR, 16),
            new Point("merge-fence-counted", PROCESSOR, 16),
            new Point("merge-close", PROCESSOR, 4),
            new Point("merge-said", PROCESSOR, 4),
            new Point("merge-closed", PROCESSOR, 4),
            new Point("merge-fence-passed", PROCESSOR, 4),
            new Point("merge-forgot", PROCESSOR, 4),
            new Point("choose-restored", START, 1),
            new Point("choose-fence", PROCESSOR, 4),
            new Point("choose-fence-counted", PROCESSOR, 4),
            new Point("choose-close", PROCESSOR, 1),
            new Point("choose-composed", PROCESSOR, 1),
            new Point("choose-published", PROCESSOR, 1),
            new Point("choose-decided", PROCESSOR, 2),
            new Point("choose-all-decided", PROCESSOR, 1),
            new Point("choose-told", PROCESSOR, 1),
            new Point("choose-forgot", PROCESSOR, 1),
            new Point("choose-closed", PROCESSOR, 1),
            new Point("choose-done", PROCESSOR, 1),
            new Point("final-send", PROCESSOR, 1),
            new Point("final-sent", PROCESSOR, 1),
            new Point("final-acknowledged", PROCESSOR, 1),
            new Point("final-offsets", PROCESSOR, 1),
            new Point("final-offsets-sent", PROCESSOR, 1),
            new Point("final-commit", PROCESSOR, 1),
            new Point("final-committed", PROCESSOR, 1));

    public static Optional<Point> named(String name) {
        return ALL.stream().filter(point -> point.name().equals(name)).findFirst();
    }

    /** The JVM's flag. */
    public String flag(int pass) {
        return "-Dtopfive.fail=" + name + ":" + pass;
    }

    boolean isAt(Place... places) {
        return List.of(places).contains(place);
    }
}
