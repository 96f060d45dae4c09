package topfive.processor.insight;

import java.util.regex.Pattern;

/** "A covenant is a promise in a loan contract": what a word means, which a reader can look up. */
final class Definition {
    private static final Pattern FORM = Pattern.compile(
            "(?:(?:An?|The term|The word|The)\\s)?[“\"]?[\\p{L}’'-]+(?:\\s[\\p{L}’'-]+){0,3}[”\"]?\\s"
                    + "(?:(?:is|are)\\s(?:an?|the|any|small|large|called|defined|measured)\\s.*|means\\s(?:an?|the|that)\\s.*|refers?\\sto\\s.*|stands\\sfor\\s.*)");
    /** With one of these it is a claim in the form of a definition. */
    private static final Pattern CLAIM =
            Pattern.compile("\\b(?:not|no|never|nothing|but|only|because|although|more|less)\\b|\\d|n['’]t\\b|[;—–]");

    private Definition() {}

    static boolean is(String plain) {
        return FORM.matcher(plain).matches() && !CLAIM.matcher(plain).find();
    }
}
