package topfive.ingest.feed;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which of an episode's transcripts is tried first: its language, then what carries most, speakers and times. */
public final class TranscriptChoice {
    private static final List<String> BEST_FIRST = List.of("json", "vtt", "srt", "subrip", "html", "plain");
    private static final List<String> ENDINGS = List.of("json", "vtt", "srt", "srt", "html", "txt");

    private TranscriptChoice() {}

    /** @param language of the feed or item, "" where unknown */
    public static List<Feed.TranscriptLink> inOrder(List<Feed.TranscriptLink> links, String language) {
        return links.stream()
                .filter(link -> !link.url().isEmpty())
                .sorted(Comparator.comparing((Feed.TranscriptLink link) -> !speaks(link.language(), language))
                        .thenComparing(TranscriptChoice::rank))
                .distinct()
                .toList();
    }

    private static boolean speaks(String a, String b) {
        return a.isEmpty() || b.isEmpty() || primary(a).equals(primary(b));
    }

    private static String primary(String tag) {
        return tag.toLowerCase(Locale.ROOT).split("[-_]")[0];
    }

    /** What the type does not tell, the name of the file may. */
    private static int rank(Feed.TranscriptLink link) {
        var path = link.url().toLowerCase(Locale.ROOT).replaceFirst("[?#].*$", "");
        for (int rank = 0; rank < BEST_FIRST.size(); rank++) {
            boolean typed = link.type().contains(BEST_FIRST.get(rank));
            if (typed || link.type().isEmpty() && path.endsWith("." + ENDINGS.get(rank))) {
                return rank;
            }
        }
        return BEST_FIRST.size();
    }
}
