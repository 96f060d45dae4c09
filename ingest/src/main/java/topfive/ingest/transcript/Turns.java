package topfive.ingest.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import topfive.contract.Episode;
import topfive.contract.Episode.Mark;
import topfive.contract.Episode.Turn;

/**
 * Joins pieces of speech to turns: most captions end in the middle of a sentence. The moments stay as marks. Where nobody is named, or nothing
 * is punctuated, pauses part the turns.
 */
final class Turns {
    private static final long PAUSE_MS = 800;
    private static final long SILENCE_MS = 4000;
    private static final long BETWEEN_MARKS_MS = 1000;
    private static final int LONG_WITHOUT_ENDS = 400;
    /** Speech has a sentence of a dozen words; a text with one end in so many is not punctuated. */
    private static final int CHARACTERS_A_SENTENCE = 500;

    private static final String ENDS = ".!?…";
    private static final Pattern GLUED = Pattern.compile("[,.;:!?…%)\\]”].*", Pattern.DOTALL);

    private final List<Turn> turns = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final boolean punctuated;
    private List<Mark> marks = new ArrayList<>();
    private String speaker;
    private Long start;
    private Long end;
    private long marked;

    private Turns(boolean punctuated) {
        this.punctuated = punctuated;
    }

    static List<Turn> join(List<Piece> pieces) {
        var joining = new Turns(isPunctuated(pieces));
        pieces.forEach(joining::add);
        joining.close();
        return Division.of(joining.turns);
    }

    static boolean isPunctuated(List<Piece> pieces) {
        long ends = pieces.stream()
                .flatMapToInt(piece -> piece.text().chars())
                .filter(letter -> ENDS.indexOf(letter) >= 0)
                .count();
        long length = pieces.stream().mapToLong(piece -> piece.text().length()).sum();
        return (ends + 1) * CHARACTERS_A_SENTENCE > length;
    }

    private void add(Piece piece) {
        var next = piece.speaker().map(name -> name.isEmpty() ? null : name).orElse(speaker);
        boolean change = piece.speaker().isPresent() && (next == null || !Objects.equals(next, speaker));
        if (change || piece.paragraph() || !text.isEmpty() && isBreak(piece)) {
            close();
        }
        speaker = next;
        append(piece);
    }

    private boolean isBreak(Piece piece) {
        long gap = end == null || piece.startMs() == null ? 0 : piece.startMs() - end;
        if (!punctuated) {
            return gap > PAUSE_MS || speaker == null && text.length() > LONG_WITHOUT_ENDS;
        }
        boolean ended = ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
        return speaker == null && (gap > SILENCE_MS || gap > PAUSE_MS && ended);
    }

    private void append(Piece piece) {
        if (text.isEmpty()) {
            start = piece.startMs();
            marked = start == null ? Long.MIN_VALUE : start;
        } else if (!piece.text().isEmpty() && !GLUED.matcher(piece.text()).matches()) {
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
