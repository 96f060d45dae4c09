package topfive.ingest.fetch;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * What one origin asks of those who come by machine.
 *
 * @param unavailable why nothing may be asked for now, since robots.txt could not be had; else null
 * @param until when to ask again
 * @param size of the files it comes from, in bytes
 */
record Wishes(SimpleRobotRules robots, Reserved reserved, Fetched unavailable, Instant until, int size) {
    /** Who asks for more than this between two requests would hold up everybody's day. */
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    /** A refusal names the rule and where it stands. */
    Optional<Fetched> refusal(HttpUrl at) {
        if (unavailable != null) {
            return Optional.of(unavailable);
        }
        if (!robots.isAllowed(at.toString())) {
            return Optional.of(Fetched.Failed.of(
                    "robots",
                    WebAddress.origin(at) + "/robots.txt says \"" + rule(at) + "\" to "
                            + (robots.isMatchedWildcard() ? "everybody" : "topfive") + ": " + WebAddress.shown(at)
                            + " is not fetched"));
        }
        return reserved.over(at)
                .map(location -> Fetched.Failed.of(
                        "reserved",
                        WebAddress.origin(at) + Origins.TDMREP + " reserves \"" + location
                                + "\" against text and data mining: " + WebAddress.shown(at) + " is not fetched"));
    }

    Duration delay() {
        var asked = Duration.ofMillis(Math.max(0, robots.getCrawlDelay()));
        return asked.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : asked;
    }

    /** The rules are sorted, the one that counts first; each is tried alone. */
    private String rule(HttpUrl at) {
        return robots.getRobotRules().stream()
                .filter(rule -> !rule.isAllow() && forbids(rule.getPrefix(), at))
                .findFirst()
                .map(rule -> "Disallow: " + rule.getPrefix())
                .orElse("Disallow: /");
    }

    private static boolean forbids(String prefix, HttpUrl at) {
        var alone = new SimpleRobotRules(RobotRulesMode.ALLOW_SOME);
        alone.addRule(prefix, false);
        return !alone.isAllowed(at.toString());
    }
}
