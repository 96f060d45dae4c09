package topfive.ingest.transcript;

import java.util.List;
import topfive.contract.Episode.Kind;
import topfive.contract.Episode.Mark;
import topfive.contract.Episode.Turn;

/** Parts of turns, with the times they were spoken at as nearly as the transcript allows. */
final class Parts {
    private final List<Turn> turns;

    Parts(List<Turn> turns) {
        this.turns = turns;
    }

    /** The characters from {@code from} to {@code to} of turn {@code at}, as a turn of its own. */
    Turn of(int at, int from, int to, Kind kind) {
        var turn = turns.get(at);
        if (from == 0 && to == turn.text().length() && kind == turn.kind()) {
            return turn;
        }
        var marks = turn.marks().subList(after(turn, from), after(turn, to - 1)).stream()
                .map(mark -> new Mark(mark.offset() - from, mark.startMs()))
                .toList();
        var endMs = to == turn.text().length() ? turn.endMs() : moment(at, to);
        return new Turn(turn.speaker(), moment(at, from), endMs, turn.text().substring(from, to), kind, marks);
    }

    /**
     * When the character at this offset of the turn is spoken: between the moments around it, in proportion; null where there is none on one of
     * its sides. A turn lasts until the next one begins where nothing else is said.
     */
    Long moment(int at, int offset) {
        var turn = turns.get(at);
        if (offset == 0) {
            return turn.startMs();
        }
        int next = after(turn, offset);
        boolean last = next == turn.marks().size();
        int begin = next == 0 ? 0 : turn.marks().get(next - 1).offset();
        var since =
                next == 0 ? turn.startMs() : (Long) turn.marks().get(next - 1).startMs();
        int end = last ? turn.text().length() : turn.marks().get(next).offset();
        var until = last ? until(at) : (Long) turn.marks().get(next).startMs();
        if (begin == offset || since == null || until == null || until < since) {
            return begin == offset ? since : null;
        }
        return since + (until - since) * (offset - begin) / Math.max(1, end - begin);
    }

    /** The first mark behind this offset. */
    private static int after(Turn turn, int offset) {
        int low = 0;
        int high = turn.marks().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean behind = turn.marks().get(middle).offset() > offset;
            high = behind ? middle : high;
            low = behind ? low : middle + 1;
        }
        return low;
    }

    private Long until(int at) {
        var end = turns.get(at).endMs();
        return end != null || at + 1 == turns.size() ? end : turns.get(at + 1).startMs();
    }
}
