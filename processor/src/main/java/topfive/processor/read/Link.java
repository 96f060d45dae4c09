package topfive.processor.read;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import topfive.contract.Document;
import topfive.contract.Episode;
import topfive.processor.insight.Passage;

/**
 * The link that leads to the very place: a second of a recording (media fragment, W3C), or the words on a page (text fragment, WICG
 * scroll-to-text).
 */
final class Link {
    private static final int WORDS = 5;
    private static final int LONGEST = 2000;

    private Link() {}

    static String to(Document document, Passage passage) {
        if (document instanceof Episode episode) {
            var place = episode.audioUrl() == null ? episode.url() : episode.audioUrl();
            return place == null || passage.startMs() == null ? place : place + "#t=" + passage.startMs() / 1000;
        }
        var url = document.url();
        if (url == null || url.length() > LONGEST) {
            return url;
        }
        return url + (url.contains("#") ? "" : "#") + ":~:text=" + words(passage.text());
    }

    private static String words(String claim) {
        var words = longestPiece(claim).strip().split("\\s+");
        if (words.length <= 2 * WORDS) {
            return encode(String.join(" ", words));
        }
        return encode(String.join(" ", Arrays.copyOf(words, WORDS))) + ","
                + encode(String.join(" ", Arrays.copyOfRange(words, words.length - WORDS, words.length)));
    }

    /** Only what stands together on the page can be found there; "…" is ours. */
    private static String longestPiece(String claim) {
        return Arrays.stream(claim.split(Passage.CUT))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static String encode(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("-", "%2D");
    }
}
