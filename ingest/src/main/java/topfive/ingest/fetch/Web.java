package topfive.ingest.fetch;

import java.time.Instant;
import java.util.Map;

/** Fetches one address. Never throws for what a server or a network does: that is an answer. */
public interface Web {
    Fetched get(Request request) throws InterruptedException;

    /** The hosts that are not asked now, and until when; empty for a web that keeps no such list. */
    default Map<String, Instant> leftAlone() {
        return Map.of();
    }

    /** A host is not asked before this moment, since it said so before a restart. */
    default void leaveAlone(String host, Instant until) {}
}
