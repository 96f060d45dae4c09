package topfive.standalone.source;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import topfive.contract.Ids;
import topfive.ingest.text.Links;

/** An id from what a source calls itself, or from where it is. It names the source for good, so it is short and can be typed. */
public final class SourceId {
    private static final int LONGEST = 40;
    private static final int MOST_OF_ONE_NAME = 50;
    private static final Set<String> NO_NAMES = Set.of(
            "rss", "feed", "feeds", "blog", "home", "news", "index", "podcast", "untitled", "latest", "articles");

    private SourceId() {}

    /** @param taken ids that another source has */
    public static String of(String title, String url, Collection<String> taken) {
        var name = slug(title);
        if (name.length() < 3 || name.length() > LONGEST || NO_NAMES.contains(name)) {
            name = slug(place(url));
        }
        if (name.isEmpty()) {
            name = "source";
        }
        var id = name;
        for (int next = 2; taken.contains(id) && next <= MOST_OF_ONE_NAME; next++) {
            id = name + "-" + next;
        }
        return taken.contains(id) ? name + "-" + Ids.sha256(url).substring(0, 10) : id;
    }

    private static String place(String url) {
        var host = Links.host(url).replaceFirst("^(?:feeds?|rss|blog|news|podcasts?)\\.(?=[^.]+\\.[^.]+)", "");
        return host.isEmpty() ? url.replaceFirst("/+$", "").replaceFirst(".*/", "") : host;
    }

    private static String slug(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        var slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.length() > LONGEST ? slug.substring(0, LONGEST).replaceAll("-[^-]*$", "") : slug;
    }
}
