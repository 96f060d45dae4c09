package topfive.ingest.push;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signatures that were taken, for as long as they would be valid. Of too many the oldest are forgotten. */
final class Seen {
    private static final int MOST = 100_000;

    private final Duration kept;
    private final Map<String, Instant> signatures = new LinkedHashMap<>();

    /** @param kept how long a signature may be valid, from the first moment to the last */
    Seen(Duration kept) {
        this.kept = kept;
    }

    synchronized boolean has(String signature) {
        return signatures.containsKey(signature);
    }

    synchronized void add(String signature, Instant now) {
        signatures.putIfAbsent(signature, now);
        var oldest = signatures.entrySet().iterator();
        while (oldest.hasNext()) {
            boolean over = oldest.next().getValue().isBefore(now.minus(kept)) || signatures.size() > MOST;
            if (!over) {
                return;
            }
            oldest.remove();
        }
    }
}
