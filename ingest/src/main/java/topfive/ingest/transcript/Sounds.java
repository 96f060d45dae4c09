package topfive.ingest.transcript;

import java.util.regex.Pattern;

/** What is heard but not said: "[MUSIC]", "(laughs)", "♪ … ♪". A remark in brackets that is more than a sound stays. */
final class Sounds {
    private static final String SOUND =
            "(?:music|laugh|applau|inaudible|unintelligible|indistinct|crosstalk|silence|chuckl|giggl|sigh|cough|noise|sound effect|cheer|clap|audience|theme|jingle|pause|snort|gasp|bleep|beep|background)";

    private static final Pattern HEARD = Pattern.compile(
            "\\[[^\\[\\]]{0,40}" + SOUND + "[^\\[\\]]{0,40}\\]"
                    + "|\\((?:[\\p{L}'’]{1,12} ){0,2}" + SOUND + "\\p{L}{0,8}(?: [\\p{L}'’]{1,12}){0,2}[.!]?\\)"
                    + "|\\[(?-i:[A-Z][A-Z ,']{2,39})\\]"
                    + "|[♪♫]+[^♪♫]{0,200}[♪♫]+"
                    + "|^\\s*[♪♫]+.{0,100}$"
                    + "|[♪♫]+",
            Pattern.CASE_INSENSITIVE);

    private Sounds() {}

    static String removed(String text) {
        boolean none = text.chars().noneMatch(letter -> "[(♪♫".indexOf(letter) >= 0);
        return none ? text : HEARD.matcher(text).replaceAll(" ");
    }
}
