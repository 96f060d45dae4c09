package topfive.processor.insight;

import java.util.ArrayList;
import java.util.List;

/**
 * The passages of a block that could be chosen. Each grows around one sentence: back to a sentence that stands alone, on to what only makes sense
 * behind it. So a sentence with a claim of its own is a passage of its own.
 */
final class Drafts {
    private static final int MOST_SENTENCES = 3;
    private static final int FEWEST_WORDS = 12;
    private static final int MOST_WORDS = 75;

    private final Merit merit;

    private final Talk talk;

    Drafts(Merit merit, Talk talk) {
        this.merit = merit;
        this.talk = talk;
    }

    /** @param centrality of each line */
    List<Draft> of(Block block, List<Line> lines, double[] centrality) {
        var weights = lines.stream().map(merit::weigh).toList();
        var drafts = new ArrayList<Draft>();
        for (int core = 0; core < lines.size(); core++) {
            if (lines.get(core).isFit()) {
                int stands = backToWhatStands(block, lines, core);
                for (int first = stands; first >= 0 && first >= stands - 1 && first <= core; first--) {
                    for (int last = core; last < Math.min(lines.size(), first + MOST_SENTENCES); last++) {
                        if (belongTogether(block, lines, first, stands, core, last)) {
                            drafts.add(draft(block, weights.subList(first, last + 1), first, centrality));
                        }
                    }
                }
            }
        }
        return drafts;
    }

    /** @return the nearest line before, or this one, that does not lean firmly or answers a question; -1 if it is too far or cannot be printed */
    private static int backToWhatStands(Block block, List<Line> lines, int core) {
        int first = core;
        while (lines.get(first).lean() == Line.Lean.FIRMLY && !block.answersWith(first)) {
            first--;
            if (first < 0 || core - first >= MOST_SENTENCES || !mayOpen(lines.get(first))) {
                return -1;
            }
        }
        return first;
    }

    private boolean belongTogether(Block block, List<Line> lines, int first, int stands, int core, int last) {
        boolean lightStep =
                first == stands || lines.get(stands).lean() == Line.Lean.LIGHTLY && mayOpen(lines.get(first));
        if (!lightStep
                || lines.get(first).lean() == Line.Lean.FIRMLY && !block.answersWith(first)
                || lines.get(last).isQuestion()) {
            return false;
        }
        int words = needsItsQuestion(block, lines, first) ? block.asked().words() : 0;
        boolean shortAnswer = words > 0 && lines.get(first).words().size() < FEWEST_WORDS;
        for (int i = first; i <= last; i++) {
            var line = lines.get(i);
            boolean fit = line.isFit() || i == first && i < core && mayOpen(line);
            boolean onItsOwn = i > core && line.lean() == Line.Lean.STANDS && !(shortAnswer && i == first + 1);
            if (!fit
                    || onItsOwn
                    || block.isSpeech() && !talk.goesOn(lines.subList(first, last + 1), i - first)
                    || !paragraphGoesOn(lines, first, i)) {
                return false;
            }
            words += line.words().size();
        }
        return words >= FEWEST_WORDS && words <= MOST_WORDS && quotesClose(lines.subList(first, last + 1));
    }

    private static boolean needsItsQuestion(Block block, List<Line> lines, int first) {
        return block.answersWith(first) && lines.get(first).lean() != Line.Lean.STANDS;
    }

    private static boolean mayOpen(Line line) {
        return line.isFit() || line.isQuestion() || line.fault().equals(Talk.WE_HAVE);
    }

    private static boolean paragraphGoesOn(List<Line> lines, int first, int i) {
        return i == first
                || lines.get(i).sentence().start() - lines.get(i - 1).sentence().end() < 4;
    }

    /** A passage that begins or ends inside a quotation reads as if somebody else said it. */
    private static boolean quotesClose(List<Line> lines) {
        int straight = 0;
        int curly = 0;
        for (var line : lines) {
            straight += (int) line.plain().chars().filter(c -> c == '"').count();
            curly += (int) (line.plain().chars().filter(c -> c == '“').count()
                    - line.plain().chars().filter(c -> c == '”').count());
        }
        return straight % 2 == 0 && curly == 0;
    }

    private Draft draft(Block block, List<Merit.Weight> weights, int first, double[] centrality) {
        var lines = weights.stream().map(Merit.Weight::line).toList();
        int last = first + lines.size() - 1;
        double about = 0;
        for (int i = first; i <= last; i++) {
            about += centrality[i] / lines.size();
        }
        boolean leans = lines.get(0).lean() != Line.Lean.STANDS;
        var asked = leans && block.answersWith(first) ? block.asked() : null;
        boolean needsMore = leans && asked == null;
        return new Draft(block, first, last, lines, asked, merit.of(weights, about, needsMore));
    }
}
