package topfive.ingest.push;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import topfive.ingest.text.Tidy;
import topfive.ingest.text.Unreadable;

/**
 * What a pushed content is said to be.
 *
 * @param contentType without parameters, in lower case, or ""
 * @param spoken whether it is known to be a transcript; what it really is its content decides
 */
public record Form(String contentType, boolean spoken) {
    private static final int SHOWN = 100;
    private static final Set<String> WRITTEN = Set.of("", "text/html", "text/plain", "text/markdown");
    private static final Set<String> SPOKEN =
            Set.of("text/vtt", "application/x-subrip", "application/srt", "text/srt", "application/json");

    /** As Podcasting 2.0 writes a transcript in HTML: who, when, what. */
    private static final Pattern SPEAKER_AND_TIME =
            Pattern.compile("<cite>[^<]{1,100}</cite>\\s{0,20}<time>", Pattern.CASE_INSENSITIVE);

    /** @param kind {@code article}, {@code episode}, or "": then type and content tell */
    static Form of(String contentType, String kind, String content) throws Unreadable {
        if (!Set.of("", "article", "episode").contains(kind)) {
            throw new Unreadable("bad-field", "\"kind\" must be article or episode, or be left out");
        }
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!WRITTEN.contains(type) && !SPOKEN.contains(type)) {
            throw new Unreadable(
                    "content-type",
                    "\"contentType\" is " + Tidy.line(type.substring(0, Math.min(SHOWN, type.length())))
                            + "; expected text/html, text/plain, text/markdown, text/vtt, application/x-subrip or"
                            + " application/json");
        }
        return new Form(type, isSpoken(type, kind, content));
    }

    private static boolean isSpoken(String type, String kind, String content) {
        return kind.equals("episode")
                || kind.isEmpty()
                        && (SPOKEN.contains(type)
                                || SPEAKER_AND_TIME.matcher(content).find());
    }
}
