package topfive.processor.insight;

import java.util.regex.Pattern;

/**
 * What speakers say before and after they say something: "Yeah, so, I mean, the …, you know?" Trimmed where a quotation opens or closes with
 * it, and the trim is marked.
 */
final class Filler {
    private static final Pattern OPENING = Pattern.compile(
            "(?:\\[[\\d:.]{4,12}\\]\\s*)?(?:"
                    + "(?:yeah|yes|yep|no|okay|ok|right|sure|now|like|um+|uh+|oh|exactly|absolutely|also|again|look|actually|basically|honestly"
                    + "|of course|that's right|ultimately|clearly|obviously|frankly|certainly|indeed|you see|for me|to me|in my (?:opinion|view|mind)"
                    + "|for (?:example|instance|sure)|in fact|of course|by the way|on top of that|in general|generally|to be (?:honest|fair|clear)"
                    + "|at the end of the day|having said that|that being said|that said|in other words|as you know|like you said"
                    + "|(?:number|point) (?:one|two|three|four|five|six|seven|\\d+)|ironically|fundamentally|essentially|interestingly|anyway|plus|then|finally|first of all|unfortunately|fortunately)"
                    + "\\s*[,.—–-]+\\s*"
                    + "|(?:so|well|and|but|or|because|then|um+|uh+|I mean|you know|and so|and then|but then)(?:\\s*[,—–-]+\\s*|\\s+)"
                    + "|(?:I (?:also |do |really |just |personally |still |certainly )?(?:think|feel like|guess|believe|suspect|suppose|find|would say|would argue)"
                    + "|I'd (?:say|argue)|I'm sure|I will say|the (?:thing|point|problem|truth|reality|fact|reason) is|what I'd say is|what (?:we|you|I|people) (?:see|find|found|saw|learned|know|notice) is|my (?:point|view) is"
                    + "|(?:it )?turns out|which means|what(?:'s| is) (?:interesting|important) is|(?:and )?the (?:nice|cool|interesting|important|other|key) thing is"
                    + "|all that to say is|keep in mind|remember)"
                    + "(?:\\s*,\\s*|\\s+)(?:that\\s+(?=(?:the|a|an|most|many|some|there|if|when|as|any|every|no|in|with|for|even|people|we|you|\\p{L}+s)\\b))?"
                    + "){0,8}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSING = Pattern.compile(
            "(?:,? (?:right|you know|yeah|okay|ok|no|huh|isn't it|doesn't it|don't you think|does that make sense)\\?"
                    + "|,? (?:you know|if you will|so to speak|of course|for sure|right now|obviously|honestly|actually|basically|I think|I guess"
                    + "|I believe|in my (?:opinion|view)|at least|in a way|as well|too|et cetera|etc|right|or whatever|and whatnot|and so on|and so forth"
                    + "|and so on and so forth|or something like that|and things like that|and stuff like that|and all that|and that sort of thing|those sorts of things"
                    + "|that kind of thing|that sort of thing|as you (?:said|mentioned|know)|in that (?:sense|case))[.!]"
                    + "|, which (?:is|was|I think is) (?:\\p{L}+ ){0,2}(?:interesting|cool|great|good|nice|amazing|fantastic|awesome|true|fine|crazy|fun)[.!])$",
            Pattern.CASE_INSENSITIVE);
    /** "What we did is -- most teams …": a thought dropped for a better one, if it comes early. */
    private static final String DROPPED = " -- ";

    private static final int LONGEST_FALSE_START = 60;
    private static final int SHORTEST_REST = 40;

    private Filler() {}

    /** @return how many characters at the beginning of a spoken sentence are filler or a false start; never so many that hardly anything is left */
    static int opening(String sentence) {
        int length = filler(sentence, 0);
        int dropped = sentence.indexOf(DROPPED, length);
        while (dropped >= 0 && dropped - length < LONGEST_FALSE_START) {
            length = filler(sentence, dropped + DROPPED.length());
            dropped = sentence.indexOf(DROPPED, length);
        }
        return sentence.length() - length < SHORTEST_REST ? 0 : length;
    }

    private static int filler(String sentence, int from) {
        var opening = OPENING.matcher(sentence).region(from, sentence.length());
        return opening.lookingAt() ? opening.end() : from;
    }

    /** @return how many characters at the end of a spoken sentence are filler */
    static int closing(String sentence) {
        var closing = CLOSING.matcher(sentence);
        int length = closing.find() ? closing.end() - closing.start() : 0;
        return sentence.length() - length < SHORTEST_REST ? 0 : length;
    }
}
