package topfive.ingest.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Phrases to look for in very many sentences, of which hardly any has one.
 *
 * @param words parts of phrases in lower case: each phrase of the pattern has one of them. Looking for these is many times faster
 */
public record Cues(List<String> words, Pattern pattern) {
    public Cues {
        words = List.copyOf(words);
    }

    /** @param phrases regular expressions, whatever the case of the letters */
    public static Cues of(List<String> words, String... phrases) {
        return new Cues(
                words, Pattern.compile(String.join("|", phrases), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    public boolean in(String text) {
        return mayBeIn(text) && pattern.matcher(text).find();
    }

    /** In none of the other texts is one. */
    public boolean mayBeIn(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        for (var word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
