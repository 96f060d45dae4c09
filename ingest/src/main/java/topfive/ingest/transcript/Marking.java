package topfive.ingest.transcript;

import java.util.ArrayList;
import java.util.List;
import topfive.contract.Episode.Turn;

/** Turns, sentence by sentence, each sentence with the kind of talk it is found to be; and back to turns, split where the kind changes. */
final class Marking {
    private final Parts parts;
    private final List<SpokenLine> lines;

    private Marking(List<Turn> turns) {
        parts = new Parts(turns);
        lines = SpokenLine.of(turns);
    }

    static Marking of(List<Turn> turns) {
        return new Marking(turns);
    }

    /** May be marked, and taken out of. */
    List<SpokenLine> lines() {
        return lines;
    }

    /** The moment in milliseconds at which half of the sentence is spoken, null where the transcript does not say. */
    Long middle(SpokenLine line) {
        return parts.moment(line.turn, (line.start + line.end) / 2);
    }

    List<Turn> turns() {
        var split = new ArrayList<Turn>();
        int from = 0;
        for (int at = 1; !lines.isEmpty() && at <= lines.size(); at++) {
            var first = lines.get(from);
            if (at == lines.size() || lines.get(at).turn != first.turn || lines.get(at).kind != first.kind) {
                split.add(parts.of(first.turn, first.start, lines.get(at - 1).end, first.kind));
                from = at;
            }
        }
        return split;
    }
}
