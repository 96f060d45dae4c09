package topfive.ingest.fetch;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Fetches one address. Never throws for what a server or a network does: that is an answer. */
public interface Web {
    Fetched get(Request request) throws InterruptedException;

    /**
     * Sends a form; only whether it was accepted is read of the answer.
     *
     * @param form names and values, as {@code application/x-www-form-urlencoded}
     * @param mayBePrivate whether it may go to a host in {@code fetch.allow-private}: not where a stranger names the address
     * @return empty where it was accepted (2xx); else why not, in one line
     */
    default Optional<String> post(String url, Map<String, String> form, boolean mayBePrivate)
            throws InterruptedException {
        return Optional.of(url + " is in no web that takes forms");
    }

    /** The hosts that are not asked now, and until when; empty for a web that keeps no such list. */
    default Map<String, Instant> leftAlone() {
        return Map.of();
    }

    /** A host is not asked before this moment, since it said so before a restart. */
    default void leaveAlone(String host, Instant until) {}
}
