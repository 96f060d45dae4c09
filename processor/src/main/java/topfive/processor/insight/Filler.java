package topfive.processor.insight;

import java.util.regex.Pattern;

/** What speakers say before they say something: "Yeah, so, I mean, the …". Trimmed where it opens a quotation, and the trim is marked. */
final class Filler {
    private static final Pattern OPENING = Pattern.compile(
            "(?:\\[[\\d:.]{4,12}\\]\\s*)?(?:"
                    + "(?:yeah|yes|yep|no|okay|ok|right|sure|now|like|um+|uh+|oh|exactly|absolutely|also|again|look|actually|basically|honestly"
                    + "|of course|that's right)\\s*[,.—–-]+\\s*"
                    + "|(?:so|well|and|but|or|um+|uh+|I mean|you know)(?:\\s*[,—–-]+\\s*|\\s+)"
                    + "|(?:I think|I guess|I would say|I'd say)(?:\\s*,\\s*|\\s+)(?:that\\s+(?=the|a|an|most|many|some)\\b)?){0,8}",
            Pattern.CASE_INSENSITIVE);
    private static final int SHORTEST_REST = 40;

    private Filler() {}

    /** @return how many characters at the beginning of a spoken sentence are filler; never so many that hardly anything is left */
    static int length(String sentence) {
        var opening = OPENING.matcher(sentence);
        int length = opening.lookingAt() ? opening.end() : 0;
        return sentence.length() - length < SHORTEST_REST ? 0 : length;
    }
}
