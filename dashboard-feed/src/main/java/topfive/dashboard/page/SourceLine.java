package topfive.dashboard.page;

import java.util.Map;
import java.util.Optional;
import topfive.contract.SourceState;

/**
 * A source as a reader sees it. What went wrong is told in general: the operator's own list has addresses and paths.
 *
 * @param address where a reader can look for himself, empty for files, pushes and anything but http
 * @param lastRead when it was last asked
 * @param lastNew when it last brought something new, "" while it never did
 */
public record SourceLine(
        String name,
        String owner,
        String kind,
        Optional<String> address,
        String state,
        String lastRead,
        String lastNew,
        long documents) {
    private static final Map<String, String> STATES = Map.of(
            "fetched", "read",
            "not-modified", "nothing new",
            "later", "asked us to wait",
            "failed", "cannot be read now",
            "gone", "gone for good",
            "refused", "does not want to be read by machines",
            "muted", "muted by the editor",
            "never", "not read yet");

    public static SourceLine of(SourceState state, Times times) {
        var source = state.source();
        return new SourceLine(
                source.name(),
                source.owner().equals(source.id()) ? "" : source.owner(),
                source.kind(),
                Optional.of(Links.safe(source.url())).filter(found -> !found.isEmpty()),
                STATES.getOrDefault(state.outcome(), Words.plain(state.outcome())),
                state.lastFetch() == null ? "" : times.at(state.lastFetch()),
                state.lastNew() == null ? "" : times.at(state.lastNew()),
                state.documents());
    }
}
