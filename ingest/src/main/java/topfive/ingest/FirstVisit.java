package topfive.ingest;

import java.time.Duration;
import java.time.Instant;
import topfive.contract.SourceState;
import topfive.ingest.schedule.Jitter;

/** When a source is first asked after a start: as planned before it, and those whose time passed meanwhile not all at once. */
final class FirstVisit {
    private static final Duration SPREAD = Duration.ofMinutes(2);

    private FirstVisit() {}

    /** @return null: not at all */
    static Instant of(Subscription source, SourceState state, Instant now) {
        if (state.outcome().equals("gone") && state.nextFetch() == null || source.muted()) {
            return null;
        }
        if (state.lastFetch() == null || FollowUp.rhythm(source).exact() && state.notBefore() == null) {
            return now;
        }
        var planned = state.nextFetch();
        return planned != null && planned.isAfter(now) ? planned : now.plus(Jitter.of(source.id(), now, SPREAD));
    }
}
