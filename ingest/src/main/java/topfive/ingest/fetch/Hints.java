package topfive.ingest.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * What an answer says beside its content.
 *
 * @param movedTo the address at the end of a chain of nothing but permanent redirects (301, 308); else null
 * @param maxAge how long the answer holds, from {@code Cache-Control: max-age} or {@code Expires}; null where nothing was said
 * @param reserved the publisher reserves the right to text and data mining: what came must not be read
 * @param links the hub and self entries of the {@code Link} header, for WebSub; absolute addresses, in the order given
 */
public record Hints(String movedTo, Duration maxAge, boolean reserved, List<Link> links) {
    public static final Hints NONE = new Hints(null, null, false, List.of());

    public Hints {
        links = List.copyOf(links);
    }

    /** @param rel {@code hub} or {@code self} */
    public record Link(String rel, String target) {}

    static Hints of(Answer answer, HttpUrl at, boolean movedForGood, Instant now) {
        return new Hints(
                movedForGood ? at.toString() : null,
                Holds.of(answer, now),
                Reserved.by(answer),
                LinkHeader.read(answer.headers().values("Link"), at));
    }
}
