package topfive.ingest.opml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * One subscription of a list.
 *
 * @param url of the feed; http or https
 * @param page the site it belongs to, "" where unknown
 * @param categories folders it lies in and labels it carries, each a path with slashes, e.g. {@code News/World}
 * @param language as stated, or ""
 * @param own what only Topfive says of a source, or nothing
 */
public record Outline(String title, String url, String page, List<String> categories, String language, Own own) {
    public Outline {
        Objects.requireNonNull(url, "url of an outline");
        categories = List.copyOf(categories);
    }

    /**
     * Attributes of our own namespace, so that a list comes back as it went; "" where not given.
     *
     * @param every as in topfive.yml, e.g. {@code 2h}
     */
    public record Own(String id, String kind, String every, String owner, boolean muted) {
        public static final Own NONE = new Own("", "", "", "", false);
    }

    /** The same feed named twice: what the first does not say the second may. */
    Outline and(Outline other) {
        var both = new LinkedHashSet<>(categories);
        both.addAll(other.categories);
        return new Outline(
                title.isEmpty() ? other.title : title,
                url,
                page.isEmpty() ? other.page : page,
                List.copyOf(both),
                language.isEmpty() ? other.language : language,
                own.equals(Own.NONE) ? other.own : own);
    }
}
