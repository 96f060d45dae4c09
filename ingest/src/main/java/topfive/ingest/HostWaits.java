package topfive.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import topfive.contract.SourceState;
import topfive.ingest.text.Links;

/**
 * The hosts that are left alone for now: those that asked for it, until the moment that they named, uncut; and those that did not answer
 * several times in a row, for a while that doubles, so that nobody waits for them over and over.
 */
final class HostWaits {
    private static final int STRIKES = 3;
    private static final Duration REST = Duration.ofMinutes(15);
    private static final int DOUBLINGS = 5;

    private final Predicate<String> own;
    private final Map<String, Instant> asked = new ConcurrentHashMap<>();
    private final Map<String, Integer> strikes = new ConcurrentHashMap<>();
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    /** @param own whether the host of an address is one of ours: then nobody waits because it did not answer */
    HostWaits(Predicate<String> own) {
        this.own = own;
    }

    /** What is one host to us: its name, and of our own machines also the port. */
    String host(String url) {
        var host = Links.host(url);
        return !host.isEmpty() && own.test(url) ? java.net.URI.create(url).getRawAuthority() : host;
    }

    /** Until when the host of this address is left alone, and why; empty where it may be asked. */
    Optional<Wait> of(String url, Instant now) {
        var host = host(url);
        var until = asked.get(host);
        if (until != null && now.isBefore(until)) {
            return Optional.of(new Wait(until, host + " asked to be left alone until " + until));
        }
        var rested = resting.get(host);
        return rested != null && now.isBefore(rested)
                ? Optional.of(new Wait(
                        rested, host + " did not answer " + STRIKES + " times in a row: not asked until " + rested))
                : Optional.empty();
    }

    record Wait(Instant until, String why) {}

    /** What was asked before a restart holds after it. */
    void recall(SourceState state) {
        state.waits().forEach(wait -> asked(wait.host(), wait.until()));
        var url = state.fetchUrl() == null ? state.source().url() : state.fetchUrl();
        asked(url == null ? "" : host(url), state.notBefore());
    }

    void asked(String host, Instant until) {
        if (!host.isEmpty() && until != null) {
            asked.merge(host, until, (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    void answered(String url) {
        strikes.remove(host(url));
    }

    void silent(String url, Instant now) {
        if (own.test(url)) {
            return;
        }
        int count = strikes.merge(host(url), 1, Integer::sum);
        if (count >= STRIKES) {
            resting.put(host(url), now.plus(REST.multipliedBy(1L << Math.min(count - STRIKES, DOUBLINGS))));
        }
    }
}
