package topfive.processor.insight;

import java.util.List;
import java.util.regex.Pattern;

/** What writers say before they say something: "It is worth noting that the …". Trimmed where it opens a quotation, and the trim is marked. */
final class Throat {
    private static final List<Pattern> OPENINGS = List.of(
            opening("it(?: is|['’]s) (?:also |perhaps )?(?:worth (?:noting|remembering|saying|pointing out)"
                    + "|important to (?:note|remember|understand|realize|recognize)|no secret|no surprise|hardly surprising|safe to say|fair to say"
                    + "|clear|obvious|well known) that "),
            opening("the (?:truth|fact|reality|point|bottom line) is that "),
            opening(
                    "(?:simply put|put simply|to put it (?:simply|bluntly|plainly)|to be (?:clear|sure|honest|precise)|make no mistake|needless to say"
                            + "|let (?:us|me) be (?:clear|honest)|as we (?:all )?know|as everyone knows|the bottom line)[,:] "),
            opening("(?:for [^:;.]{3,60}, )?(?:the|one) [\\p{L}’' ]{3,40} (?:is|are) (?:now |very )?"
                    + "(?:clear|certain|simple|obvious|stark|jarring|brutal|plain|unmistakable): "));
    /** Characters; what is left must still be a sentence. */
    private static final int SHORTEST_REST = 60;

    private Throat() {}

    /** @return how many characters at the beginning of a sentence only announce the rest of it */
    static int length(String sentence) {
        for (var opening : OPENINGS) {
            var announces = opening.matcher(sentence);
            if (announces.lookingAt() && sentence.length() - announces.end() >= SHORTEST_REST) {
                return announces.end();
            }
        }
        return 0;
    }

    private static Pattern opening(String form) {
        return Pattern.compile(form, Pattern.CASE_INSENSITIVE);
    }
}
