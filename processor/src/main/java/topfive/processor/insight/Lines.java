package topfive.processor.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the sentences of a block as an editor would: what is unprintable, and what leans on what. */
final class Lines {
    /** Sentences on both sides of an advert's that belong to the advert. */
    private static final int ADVERT_REACH = 4;

    private static final String ADVERT = "advert";
    private static final Pattern LABEL =
            Pattern.compile("\\W*([\\p{L};' ]{1,24}?)\\s?\\??(?:[:：]|(?<=\\?))\\s.*", Pattern.DOTALL);

    private final Cues cues;
    private final Faults faults;
    private final Opening opening;
    private final Talk talk;
    private final Pointing pointing;

    Lines(Cues cues) {
        this.cues = cues;
        this.faults = new Faults(cues);
        this.opening = new Opening(cues);
        this.talk = new Talk(cues);
        this.pointing = new Pointing(cues);
    }

    List<Line> of(Block block) {
        var lines = new ArrayList<Line>();
        boolean labelled = block.asked() == null && isLabelled(block.text());
        for (var sentence : block.sentences()) {
            boolean answer =
                    block.asked() != null && lines.size() == block.asked().answer();
            lines.add(line(block, sentence, labelled, answer));
        }
        return withoutAdverts(lines);
    }

    private Line line(Block block, Sentence sentence, boolean labelled, boolean answer) {
        if (block.isSpeech()) {
            return spoken(sentence, labelled);
        }
        int announced = announced(sentence.text(), answer);
        var plain = Plain.text(sentence.text());
        var words =
                Terms.words(announced == 0 ? plain : Plain.text(sentence.text().substring(announced)));
        var tally = cues.tally(words);
        var fault = labelled ? "label" : faults.in(plain, words, tally, false);
        var lean = answer && Asked.isAbout(plain) ? Line.Lean.LIGHTLY : opening.of(words, false);
        int opensAt = sentence.start() + announced;
        return new Line(sentence, plain, words, tally, Terms.of(words), fault, opensAt, sentence.end(), lean);
    }

    private Line spoken(Sentence sentence, boolean labelled) {
        int opening = Filler.opening(sentence.text());
        int closing = Filler.closing(sentence.text());
        var said = Plain.text(sentence.text().substring(opening, sentence.text().length() - closing));
        var words = Terms.words(said);
        var tally = cues.tally(words);
        var fault = labelled ? "label" : faults.in(closing > 0 ? said + "." : said, words, tally, true);
        var lean = pointing.stands(words) && this.opening.of(words, true) == Line.Lean.STANDS
                ? Line.Lean.STANDS
                : Line.Lean.FIRMLY;
        return new Line(
                sentence,
                said,
                words,
                tally,
                Terms.of(words),
                fault.isEmpty() ? talk.fault(said, words, tally) : fault,
                sentence.start() + opening,
                sentence.end() - closing,
                lean);
    }

    private static int announced(String sentence, boolean answer) {
        int apart = answer ? Asked.answerLabel(sentence) : Dateline.length(sentence);
        return apart + Throat.length(sentence.substring(apart));
    }

    /** "Q: …", "Pro tip: …", "Did you know? …": the block is no part of the story. */
    private boolean isLabelled(String text) {
        var label = LABEL.matcher(Plain.text(text.substring(0, Math.min(text.length(), 80))) + " ");
        return label.matches() && isLabel(Terms.words(label.group(1)));
    }

    private boolean isLabel(List<String> words) {
        return !words.isEmpty() && words.size() <= 3 && cues.opens(Cues.Kind.LABEL, words);
    }

    private List<Line> withoutAdverts(List<Line> lines) {
        var advert = new boolean[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).tally().of(Cues.Kind.ADVERT) > 0) {
                for (int k = Math.max(0, i - ADVERT_REACH); k <= Math.min(lines.size() - 1, i + ADVERT_REACH); k++) {
                    advert[k] = true;
                }
            }
        }
        var rest = new ArrayList<Line>();
        for (int i = 0; i < lines.size(); i++) {
            rest.add(advert[i] ? lines.get(i).withFault(ADVERT) : lines.get(i));
        }
        return List.copyOf(rest);
    }
}
