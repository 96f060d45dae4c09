package topfive.ingest.fetch;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import okhttp3.HttpUrl;

/** From the address asked for, over at most five redirects, to an answer, within one deadline. */
final class Trip {
    private static final int REDIRECTS = 5;

    private final Set<HttpUrl> seen = new HashSet<>();
    private final HttpUrl start;
    private HttpUrl at;
    private Duration left;
    private boolean forGood = true;
    private boolean privately = true;

    Trip(HttpUrl start, Duration deadline) {
        this.start = start;
        this.at = start;
        this.left = deadline;
        seen.add(start);
    }

    /** One hop further. Once a public server has answered, no redirect leads to a private one, also not to one in fetch.allow-private. */
    void follow(Answer answer) throws Refused {
        var next = WebAddress.next(at, answer.header("Location"));
        if (!seen.add(next)) {
            throw new Refused(
                    "redirects", WebAddress.shown(at) + " redirects in a circle, to " + WebAddress.shown(next));
        }
        if (seen.size() > REDIRECTS + 1) {
            throw new Refused(
                    "redirects", "more than " + REDIRECTS + " redirects, the last one to " + WebAddress.shown(next));
        }
        forGood &= answer.isForGood();
        privately &= !answer.fromPublic();
        at = next;
    }

    /** Whoever reads of a failure somewhere else wants to know how one came there. */
    Fetched told(Fetched end) {
        return end instanceof Fetched.Failed failed && !at.equals(start)
                ? new Fetched.Failed(
                        failed.reason(), failed.why() + " (" + WebAddress.shown(start) + " leads there)", failed.read())
                : end;
    }

    void spent(Duration time) {
        left = left.minus(time);
    }

    HttpUrl at() {
        return at;
    }

    /** What is left of the deadline; may be negative. */
    Duration left() {
        return left;
    }

    /** Whether it led elsewhere, over permanent redirects only. */
    boolean movedForGood() {
        return forGood && seen.size() > 1;
    }

    boolean mayBePrivate() {
        return privately;
    }
}
