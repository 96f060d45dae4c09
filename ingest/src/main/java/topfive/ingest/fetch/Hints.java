package topfive.ingest.fetch;

import java.time.Duration;
import java.util.List;

/**
 * What an answer says beside its content.
 *
 * @param movedTo the address at the end of a chain of nothing but permanent redirects (301, 308); else null
 * @param maxAge how long the answer holds, from {@code Cache-Control: max-age} or {@code Expires}; null where nothing was said
 * @param reserved the publisher reserves the right to text and data mining
 * @param links the hub and self entries of the {@code Link} header, for WebSub; absolute addresses, in the order given
 */
public record Hints(String movedTo, Duration maxAge, boolean reserved, List<Link> links) {
    public static final Hints NONE = new Hints(null, null, false, List.of());

    public Hints {
        links = List.copyOf(links);
    }

    /** @param rel {@code hub} or {@code self} */
    public record Link(String rel, String target) {}
}
