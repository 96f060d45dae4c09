package topfive.ingest;

import java.util.Optional;
import topfive.contract.SourceState;
import topfive.ingest.text.Links;

/**
 * Where a source is asked: at the configured address, until it has said several visits in a row that it has moved for good. One answer does
 * not count: a login page of a hotel's network redirects for good as well. Where the new address fails, the configured one is asked again.
 *
 * @param fetchUrl the address that is asked in place of the configured one, or null
 * @param movedTo where it says that it has moved, or null
 * @param movedSeen visits in a row that said so
 */
record Moved(String fetchUrl, String movedTo, int movedSeen) {
    /** As often as this before it is believed. */
    static final int BELIEVED = 3;

    private static final Moved NOWHERE = new Moved(null, null, 0);

    static Moved of(SourceState state) {
        return new Moved(state.fetchUrl(), state.movedTo(), state.movedSeen());
    }

    /** The address to ask. */
    static String address(SourceState state, Subscription source) {
        return state.fetchUrl() == null ? source.url() : state.fetchUrl();
    }

    /**
     * @param failures in a row, this visit's included
     * @param before the state that the visit began with
     */
    Moved after(Visit visit, int failures, SourceState before, Subscription source) {
        if (fetchUrl != null && (failures >= BELIEVED || visit.outcome().equals("gone"))) {
            return NOWHERE;
        }
        if (visit.isInVain()
                || visit.outcome().equals("gone")
                || visit.outcome().equals("refused")) {
            return this;
        }
        var found = visit.learned().map(Learned::readAt).orElse(null);
        return found != null ? new Moved(found, null, 0) : told(target(visit, before, source), source);
    }

    private Moved told(Optional<String> target, Subscription source) {
        var asked = fetchUrl == null ? source.url() : fetchUrl;
        if (target.isEmpty() || target.get().equals(asked) || isLessSafe(asked, target.get())) {
            return movedSeen >= BELIEVED && fetchUrl != null ? new Moved(fetchUrl, fetchUrl, movedSeen) : stay();
        }
        int seen = target.get().equals(movedTo) ? movedSeen + 1 : 1;
        if (seen < BELIEVED) {
            return new Moved(fetchUrl, target.get(), seen);
        }
        return target.get().equals(source.url()) ? NOWHERE : new Moved(target.get(), target.get(), seen);
    }

    private Moved stay() {
        return new Moved(fetchUrl, null, 0);
    }

    /** A 304 from the address itself holds no feed, but says that what stood in the feed still stands there. */
    private Optional<String> target(Visit visit, SourceState before, Subscription source) {
        if (visit.hints().movedTo() != null) {
            return Optional.of(visit.hints().movedTo());
        }
        if (visit.learned().isPresent()) {
            return visit.learned().flatMap(feed -> Links.absolute(null, feed.movedTo()));
        }
        boolean same = address(before, source).equals(before.validatorsUrl());
        return same ? Optional.ofNullable(movedTo) : Optional.empty();
    }

    private static boolean isLessSafe(String asked, String target) {
        return asked.regionMatches(true, 0, "https:", 0, 6) && !target.regionMatches(true, 0, "https:", 0, 6);
    }
}
