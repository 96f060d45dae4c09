package topfive.processor.insight;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The question that a block answers, without its label: the heading or paragraph before, or the beginning of the block itself.
 *
 * @param block where the question stands
 * @param answer which sentence of the answering block begins the answer
 */
record Asked(int block, int start, int end, String text, int answer) {
    private static final Pattern QUESTION_LABEL = Pattern.compile("(?:Q|Question)\\s?[:.]\\s+");
    private static final Pattern ANSWER_LABEL = Pattern.compile("(?:A|Answer)\\s?[:.]\\s+");
    /** "What is a covenant?" asks for a definition, and gets one. */
    private static final Pattern DEFINES =
            Pattern.compile("What (?:is|are) (?:an?|the)?(?:\\s?[\\p{L}“”\"’'-]+){1,4}\\?");

    private static final Pattern ABOUT = Pattern.compile("The(?:\\s(?![\\p{Lu}\\d$€£])\\S+){5}\\s");
    private static final int MOST_SENTENCES = 2;
    /** Words; a longer question says more than its answer. */
    private static final int LONGEST = 30;

    private static final Set<String> POINTING = Set.of(
            "it", "they", "them", "he", "him", "she", "this", "these", "those", "that's", "it's", "i", "my", "you",
            "your");

    /** @return the question of a block's sentences, or of the text before; null where none is asked */
    static Asked of(int block, List<Sentence> sentences, String before) {
        if (sentences.size() > 1
                && QUESTION_LABEL.matcher(sentences.get(0).text()).lookingAt()
                && answerLabel(sentences.get(1).text()) > 0) {
            return of(block, sentences.get(0), 1);
        }
        var asking = before.length() < 400 && before.strip().endsWith("?") ? Sentences.of(before) : List.<Sentence>of();
        boolean asked = !asking.isEmpty() && asking.size() <= MOST_SENTENCES;
        return asked ? of(block - 1, asking.get(asking.size() - 1), 0) : null;
    }

    int words() {
        return Terms.words(text).size();
    }

    /** "The risk is …", "The parallel lies …": which one, only the question says; "The brewery in Ansley …" says it itself. */
    static boolean isAbout(String answer) {
        return ABOUT.matcher(answer.substring(answerLabel(answer))).lookingAt();
    }

    /** @return how many characters at the beginning of a sentence are "A: " */
    static int answerLabel(String sentence) {
        var label = ANSWER_LABEL.matcher(sentence);
        return label.lookingAt() ? label.end() : 0;
    }

    private static Asked of(int block, Sentence question, int answer) {
        var label = QUESTION_LABEL.matcher(question.text());
        int from = label.lookingAt() ? label.end() : 0;
        var text = Plain.text(question.text().substring(from));
        var words = Terms.words(text);
        boolean stands = words.size() <= LONGEST && words.stream().noneMatch(POINTING::contains);
        return text.endsWith("?") && stands && !DEFINES.matcher(text).matches()
                ? new Asked(block, question.start() + from, question.end(), text, answer)
                : null;
    }
}
