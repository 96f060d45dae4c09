package topfive.ingest.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cues as they follow each other in time: some files are out of order, some say a cue twice. Where time falls back by more than a minute, another
 * part of the recording begins, with a clock of its own.
 */
final class InOrder {
    private static final long ANOTHER_PART_MS = 60_000;

    /** A cue without a time stays behind the one before it. */
    private record Placed(long at, Cue cue) {}

    private InOrder() {}

    static List<Cue> of(List<Cue> cues) {
        var ordered = new ArrayList<Cue>(cues.size());
        var part = new ArrayList<Placed>();
        long latest = 0;
        long before = 0;
        for (var cue : cues) {
            long at = cue.startMs() == null ? before : cue.startMs();
            if (at < latest - ANOTHER_PART_MS) {
                close(part, ordered);
                latest = at;
            }
            latest = Math.max(latest, at);
            before = at;
            part.add(new Placed(at, cue));
        }
        close(part, ordered);
        return ordered;
    }

    private static void close(List<Placed> part, List<Cue> ordered) {
        part.sort(Comparator.comparingLong(Placed::at));
        Cue before = null;
        for (var placed : part) {
            boolean twice = before != null
                    && placed.cue().startMs() != null
                    && placed.cue().startMs().equals(before.startMs())
                    && placed.cue().text().equals(before.text());
            if (!twice) {
                ordered.add(placed.cue());
            }
            before = placed.cue();
        }
        part.clear();
    }
}
