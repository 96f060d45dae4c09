package topfive.ingest.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * The wishes of every origin that was visited: robots.txt (RFC 9309) and tdmrep.json, asked for once a day. A robots.txt that does not
 * exist allows everything; one that cannot be had allows nothing for the moment, unless an older one is known.
 *
 * <p>Feeds are asked about like pages. One could say that a feed is meant for machines; but what a publisher disallows is never fetched.
 */
final class Origins {
    static final String TDMREP = "/.well-known/tdmrep.json";

    private static final int LARGEST = 500 * 1024; // RFC 9309, 2.5
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration RETRIED = Duration.ofMinutes(1);
    private static final String NAME = "topfive";

    private final Web plain;
    private final InstantSource clock;
    private final HostTurns asking = new HostTurns();
    private final RecentWishes recent = new RecentWishes();

    /** @param plain asks without asking for wishes first */
    Origins(Web plain, InstantSource clock) {
        this.plain = plain;
        this.clock = clock;
    }

    Wishes of(HttpUrl at) throws InterruptedException {
        var origin = WebAddress.origin(at);
        var known = recent.get(origin);
        if (isFresh(known)) {
            return known;
        }
        return asking.in(origin, Duration.ZERO, () -> {
            var old = recent.get(origin);
            if (isFresh(old)) {
                return old;
            }
            var wishes = ask(origin, old);
            recent.put(origin, wishes);
            return wishes;
        });
    }

    /** What is asked between two requests to this origin, as far as it is known. */
    Duration delay(HttpUrl at) {
        var known = recent.get(WebAddress.origin(at));
        return known == null ? Duration.ZERO : known.delay();
    }

    private boolean isFresh(Wishes wishes) {
        return wishes != null && clock.instant().isBefore(wishes.until());
    }

    private Wishes ask(String origin, Wishes old) throws InterruptedException {
        var fetched = plain.get(Request.of(origin + "/robots.txt", LARGEST));
        if (fetched instanceof Fetched.Fresh fresh) {
            return allowing(origin, fresh.body(), fresh.contentType());
        }
        if (fetched instanceof Fetched.Failed failed && failed.isTooLarge()) {
            return allowing(origin, wholeLines(failed.read()), "text/plain");
        }
        if (fetched instanceof Fetched.Gone
                || fetched instanceof Fetched.Failed failed
                        && failed.reason().matches("http-[24]\\d\\d|redirects")) { // RFC 9309, 2.3.1.2 and 2.3.1.3
            return allowing(origin, new byte[0], "text/plain");
        }
        var retried = clock.instant().plus(RETRIED);
        return old != null && old.unavailable() == null
                ? new Wishes(old.robots(), old.reserved(), null, retried, old.size())
                : unavailable(unavailable(origin, fetched, retried), retried);
    }

    private static Wishes unavailable(Fetched why, Instant until) {
        return new Wishes(new SimpleRobotRules(RobotRulesMode.ALLOW_NONE), Reserved.NOTHING, why, until, 0);
    }

    private static Fetched unavailable(String origin, Fetched fetched, Instant retried) {
        return fetched instanceof Fetched.Failed failed && failed.reason().startsWith("http-")
                ? new Fetched.Later(
                        retried,
                        origin + " is not asked before " + retried + ", since its robots.txt cannot be had: "
                                + failed.why())
                : fetched;
    }

    private Wishes allowing(String origin, byte[] file, String contentType) throws InterruptedException {
        var parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0); // a long Crawl-delay is ours to cut, not a refusal
        var robots = parser.parseContent(origin + "/robots.txt", file, contentType, List.of(NAME));
        int size = file.length;
        var reserved = Reserved.NOTHING;
        if (robots.isAllowed(origin + TDMREP)
                && plain.get(Request.of(origin + TDMREP, LARGEST)) instanceof Fetched.Fresh fresh) {
            reserved = Reserved.read(fresh.body());
            size += fresh.body().length;
        }
        return new Wishes(robots, reserved, null, clock.instant().plus(KEPT), size);
    }

    /** Half a line would be another rule. */
    private static byte[] wholeLines(byte[] head) {
        int end = Math.min(head.length, LARGEST);
        while (end > 0 && head[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(head, end);
    }
}
