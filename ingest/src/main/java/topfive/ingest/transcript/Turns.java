package topfive.ingest.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import topfive.contract.Episode;
import topfive.contract.Episode.Mark;
import topfive.contract.Episode.Turn;

/** Joins pieces of speech to turns: most captions end in the middle of a sentence. The moments stay as marks. */
final class Turns {
    private static final int LONG_FOR_NOBODY = 2000;
    private static final long PAUSE_MS = 4000;
    private static final long BETWEEN_MARKS_MS = 1000;

    private final List<Turn> turns = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<Mark> marks = new ArrayList<>();
    private String speaker;
    private Long start;
    private Long end;
    private long marked;

    private Turns() {}

    static List<Turn> join(List<Piece> pieces) {
        var joining = new Turns();
        pieces.forEach(joining::add);
        joining.close();
        return joining.turns;
    }

    private void add(Piece piece) {
        var next = piece.speaker().map(name -> name.isEmpty() ? null : name).orElse(speaker);
        boolean change = piece.speaker().isPresent() && (next == null || !Objects.equals(next, speaker));
        if (change || piece.paragraph() || isBreak(piece)) {
            close();
        }
        speaker = next;
        append(piece);
    }

    /** Where nobody is named, a pause or a long stretch ends the turn. */
    private boolean isBreak(Piece piece) {
        if (speaker != null || text.isEmpty()) {
            return false;
        }
        boolean pause = end != null && piece.startMs() != null && piece.startMs() - end > PAUSE_MS;
        char last = text.charAt(text.length() - 1);
        return pause || text.length() > LONG_FOR_NOBODY && (last == '.' || last == '?' || last == '!');
    }

    private void append(Piece piece) {
        if (text.isEmpty()) {
            start = piece.startMs();
            marked = start == null ? Long.MIN_VALUE : start;
        } else if (!piece.text().isEmpty() && !piece.text().matches("^[,.;:!?…].*")) {
            text.append(' ');
        }
        boolean later =
                piece.startMs() != null && (marked == Long.MIN_VALUE || piece.startMs() - marked >= BETWEEN_MARKS_MS);
        if (!text.isEmpty() && later) {
            marks.add(new Mark(text.length(), piece.startMs()));
            marked = piece.startMs();
        }
        text.append(piece.text());
        end = piece.endMs() == null ? end : piece.endMs();
    }

    private void close() {
        if (!text.toString().isBlank()
                || SpokenLine.isPaid(speaker)) { // a break without words still ends the advert before it
            turns.add(new Turn(speaker, start, end, text.toString(), Episode.Kind.SPEECH, marks));
        }
        text.setLength(0);
        marks = new ArrayList<>();
        start = null;
        end = null;
    }
}
