package topfive.ingest.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import topfive.contract.Episode.Kind;
import topfive.contract.Episode.Turn;
import topfive.ingest.text.Sentences;

/** A sentence of a turn, and what kind of talk it is found to be; or the note that there was a break, without words. */
final class SpokenLine {
    private static final Pattern PAID = Pattern.compile(
            "(?:(?:ad|commercial|sponsor|mid-?roll|pre-?roll) )?break|ads?|advert|advertisement|commercial|sponsor|sponsored|promo|mid-?roll|pre-?roll",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADING = Pattern.compile("(?:\\S+ ){0,11}[^\\s.!?…:;,]+");

    final int turn;
    final int start;
    final int end;
    final String text;
    private final boolean whole;
    Kind kind;

    private SpokenLine(int turn, int start, int end, String text, boolean whole, Kind kind) {
        this.turn = turn;
        this.start = start;
        this.end = end;
        this.text = text;
        this.whole = whole;
        this.kind = kind;
    }

    /** Whether a label names no speaker but what is paid for: "Break:", "Ad:". */
    static boolean isPaid(String label) {
        return label != null && PAID.matcher(label).matches();
    }

    static List<SpokenLine> of(List<Turn> turns) {
        var lines = new ArrayList<SpokenLine>();
        for (int at = 0; at < turns.size(); at++) {
            var turn = turns.get(at);
            var kind = isPaid(turn.speaker()) ? Kind.AD : turn.kind();
            if (turn.text().isEmpty()) {
                lines.add(new SpokenLine(at, 0, 0, "", true, kind));
            }
            for (var span : Sentences.of(turn.text())) {
                var text = turn.text().substring(span.start(), span.end()).replace('’', '\'');
                boolean whole = text.length() == turn.text().length();
                lines.add(new SpokenLine(at, span.start(), span.end(), text, whole, kind));
            }
        }
        return lines;
    }

    boolean isBreak() {
        return text.isEmpty();
    }

    /** A line of its own, short and without an end, as show notes print it between the stories. */
    boolean isHeading() {
        return whole && text.length() < 90 && HEADING.matcher(text).matches();
    }
}
