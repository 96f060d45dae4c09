package topfive.ingest.transcript;

import java.util.ArrayList;
import java.util.List;
import topfive.contract.Episode.Turn;
import topfive.ingest.text.Sentences;

/** Long turns in readable parts, cut between sentences: by their words alone, so that the parts are the same in every format. */
final class Division {
    private static final int LONG = 2000;
    private static final int LONGEST_SENTENCE = 3000;

    private Division() {}

    static List<Turn> of(List<Turn> turns) {
        var divided = new ArrayList<Turn>();
        var parts = new Parts(turns);
        for (int at = 0; at < turns.size(); at++) {
            int from = 0;
            for (int end : ends(turns.get(at).text())) {
                divided.add(parts.of(at, from, end, turns.get(at).kind()));
                from = startOf(turns.get(at).text(), end);
            }
        }
        return divided;
    }

    private static int startOf(String text, int end) {
        int start = end;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        return start;
    }

    /** Where the parts of this text end. */
    private static List<Integer> ends(String text) {
        var ends = new ArrayList<Integer>();
        if (text.length() > LONG) {
            int from = 0;
            int last = 0;
            for (var sentence : Sentences.of(text)) {
                if (sentence.end() - from > LONG && last > from) {
                    ends.add(last);
                    from = last;
                }
                last = sentence.end();
                while (last - from > LONGEST_SENTENCE) { // nothing is punctuated
                    int space = text.lastIndexOf(' ', from + LONG);
                    from = space > from ? space : from + LONG;
                    ends.add(from);
                }
            }
        }
        ends.add(text.length());
        return ends;
    }
}
