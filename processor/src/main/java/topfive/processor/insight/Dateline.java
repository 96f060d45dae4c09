package topfive.processor.insight;

import java.util.regex.Pattern;

/** Where an agency's report comes from, "HALLIN (Northwire) - …": not part of what it says. What follows is a whole sentence. */
final class Dateline {
    private static final Pattern OPENING = Pattern.compile(
            "\\p{Lu}[\\p{Lu}\\p{L}.' ,]{1,40}(?:, \\p{L}{3,9}\\.? \\d{1,2})?\\s*\\(\\p{Lu}[\\p{L}\\d .&/-]{1,30}\\)\\s*[-–—]{1,2}\\s+");

    private Dateline() {}

    /** @return how many characters at the beginning of a sentence are its dateline */
    static int length(String sentence) {
        var opening = OPENING.matcher(sentence);
        return opening.lookingAt() ? opening.end() : 0;
    }
}
